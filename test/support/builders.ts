// Builders for the domain: each names only what the test is about.
import type { KeptAnswer } from '../../src/domain/answer';
import type { Frame } from '../../src/domain/band';
import type { Goal, Reading } from '../../src/domain/goal';
import type { ItemFacts, ParentFacts, Read } from '../../src/domain/item';
import { DEFAULT_RULES, type Rules } from '../../src/domain/rules';

/** Milliseconds of an ISO text. */
export const at = (iso: string): number => Date.parse(iso);

/** A property that could be read. */
export const value = <T>(content: T): Read<T> => ({ kind: 'value', value: content });
export const none: { kind: 'none' } = { kind: 'none' };

/** The goal `g1`, active for all of 2026. */
export const aGoal = (more: Partial<Goal> = {}): Goal => ({
  id: 'g1',
  achieve: 'more finished checkouts',
  by: 'removing steps',
  metric: 'Checkout conversion',
  unit: '%',
  direction: 'up',
  baseline: 2.1,
  target: 2.6,
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  ...more,
});

/** A complete answer for goal `g1`. */
export const anAnswer = (more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  why: 'move',
  goal: 'g1',
  by: 'asking for the address once',
  expect: 'fewer people to give up',
  checkBy: '2026-12-01',
  state: 'answered',
  when: 'before',
  answered: '2026-02-01',
  ...more,
});

/** An open item of the standard level without a parent and without any property. */
export const anItem = (more: Partial<ItemFacts> = {}): ItemFacts => ({
  id: '10001',
  key: 'SHOP-1',
  typeId: '1',
  level: 0,
  labels: [],
  componentIds: [],
  statusId: '100',
  category: 'new',
  resolutionId: null,
  created: at('2026-01-05T09:00:00Z'),
  updated: at('2026-06-01T09:00:00Z'),
  categoryChanged: at('2026-06-01T09:00:00Z'),
  parentId: null,
  answer: none,
  result: none,
  flag: none,
  decision: none,
  pass: none,
  ...more,
});

/** An open parent without an answer. */
export const aParent = (more: Partial<ParentFacts> = {}): ParentFacts => ({
  id: '9001',
  key: 'SHOP-900',
  answer: none,
  result: none,
  ...more,
});

export const someRules = (more: Partial<Rules> = {}): Rules => ({ ...DEFAULT_RULES, ...more });

/** A project with the goal `g1`, the default rules and no parents. */
export const aFrame = (more: Partial<Frame> = {}): Frame => ({
  goals: [aGoal()],
  rules: someRules(),
  standardTypeIds: ['1', '2', '3'],
  undelivered: { resolutionIds: ['7'], statusIds: ['107'] },
  parents: [],
  ...more,
});

/** A reading of the goal `g1`, as it was given. */
export const aReading = (more: Partial<Reading> = {}): Reading => ({
  goalId: 'g1',
  day: '2026-03-01',
  value: 2.1,
  ...more,
});

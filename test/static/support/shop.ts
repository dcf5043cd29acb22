// One small project for tests of the surfaces: a goal with a reading, rules, an item and its epic.
import type { GoalView } from '../../../src/contract/goals';
import type { OpenItem, OpenProject } from '../../../src/contract/procedures';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import type { JiraIssue } from '../../../src/adapters/jira/endpoints';
import { aGoal } from '../../support/builders';
import { aReading } from '../../support/readings';

const TODAY = '2026-11-20';
export const NOW = Date.parse('2026-11-20T12:00:00Z');

export const checkout: GoalView = {
  ...aGoal(),
  active: true,
  over: false,
  readings: [aReading({ goalId: 'g1', day: '2026-11-03', value: 2.3 })],
  withdrawnReadings: [],
};

const oldGoal: GoalView = {
  ...aGoal({ id: 'g0', achieve: 'fewer calls', metric: 'Calls', lastDay: '2026-06-30' }),
  active: false,
  over: true,
  readings: [],
  withdrawnReadings: [],
};

export const openItem = (more: Partial<OpenItem> = {}): OpenItem => ({
  itemId: '10001',
  projectId: '10000',
  today: TODAY,
  goals: [checkout, oldGoal],
  rules: { ...DEFAULT_RULES },
  result: null,
  parent: null,
  draft: null,
  dismissed: [],
  pass: null,
  pace: null,
  outsideSince: null,
  may: { edit: true, giveResult: true },
  ...more,
});

export const openProject = (more: Partial<OpenProject> = {}): OpenProject => ({
  projectId: '10000',
  today: TODAY,
  goals: [checkout, oldGoal],
  agreements: [],
  rules: { ...DEFAULT_RULES },
  rev: 4,
  scan: {
    lastAt: null,
    lastDay: null,
    listed: 0,
    changed: 0,
    warned: 0,
    candidates: 0,
    differ: 0,
    onSince: null,
    running: null,
    waitsUntil: null,
    failed: null,
    pace: null,
    byHandFrom: null,
    nextAt: null,
  },
  dismissedSignals: [],
  sortRules: null,
  may: { administer: true, decide: true, report: ['g1', 'g0'] },
  ...more,
});

const category = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };

interface IssueParts {
  status?: keyof typeof category;
  parent?: string;
  parentKey?: string;
  level?: number;
  labels?: string[];
  properties?: Record<string, unknown>;
}

/** Issue 10001 as Jira gives it, created on 1 June 2026. */
export const anIssue = (parts: IssueParts = {}): JiraIssue => ({
  id: '10001',
  key: 'SHOP-1',
  fields: {
    summary: 'Show delivery costs in the cart',
    issuetype: { id: '1', name: 'Story', hierarchyLevel: parts.level ?? 0 },
    status: {
      id: '1',
      name: category[parts.status ?? 'new'],
      statusCategory: { key: parts.status ?? 'new' },
    },
    resolution: null,
    created: '2026-06-01T09:00:00.000+0200',
    updated: '2026-06-01T09:00:00.000+0200',
    statuscategorychangedate: '2026-11-14T09:00:00.000+0100',
    labels: parts.labels ?? [],
    ...(parts.parent ? { parent: { id: parts.parent, key: parts.parentKey ?? 'SHOP-12' } } : {}),
  },
  properties: parts.properties ?? {},
});

/** A whole answer for goal `g1`, as the property holds it. */
export const fullAnswer = {
  v: 1,
  why: 'move',
  state: 'answered',
  goal: 'g1',
  by: 'showing delivery costs early',
  expect: 'fewer people to leave',
  measure: 'Checkout conversion',
  checkBy: '2026-12-13',
  when: 'before',
  answered: '2026-11-01',
} as const;

// What a stream has open: ages, what blocks it, goals.
import { expect, test } from '@jest/globals';
import { clauseOf } from '../../src/domain/bet-sum';
import { everything, holds, oneOf } from '../../src/domain/clause';
import { DAY_MS } from '../../src/domain/days';
import type { ItemFacts } from '../../src/domain/item';
import {
  AGE_GROUPS,
  ageNumbers,
  blockedNumber,
  blockersOf,
  goalNumbers,
  medianAge,
} from '../../src/domain/stream-more';
import { aFrame, aGoal, anAnswer, anItem, at, value } from '../support/builders';

const NOW = at('2026-11-21T12:00:00Z');
const WEB = oneOf('component', ['21']);
const frame = aFrame({ goals: [aGoal(), aGoal({ id: 'g2' })] });
const web = (more: Partial<ItemFacts> = {}) => anItem({ componentIds: ['21'], ...more });

test('an open item of a stream is in one group by its age, at each border the older one', () => {
  const numbers = ageNumbers(frame, WEB);
  const groupsOf = (item: ItemFacts) =>
    AGE_GROUPS.filter((name) => holds(clauseOf(frame, numbers[name]), item, NOW));
  const aged = (days: number, ms = 0) => groupsOf(web({ created: NOW - days * DAY_MS + ms }));
  expect([aged(0), aged(30, 1), aged(30)]).toEqual([['age0'], ['age0'], ['age1']]);
  expect([aged(90, 1), aged(90)]).toEqual([['age1'], ['age2']]);
  expect([aged(180, 1), aged(180)]).toEqual([['age2'], ['age3']]);
  expect([aged(365, 1), aged(365)]).toEqual([['age3'], ['age4']]);
  expect(groupsOf(web({ category: 'done' }))).toEqual([]);
  expect(groupsOf(anItem({ componentIds: ['22'] }))).toEqual([]);
});

test('half of the items are as old as the median, spread evenly over their group', () => {
  expect(medianAge([10, 0, 0, 0, 0])).toBe(15);
  expect(medianAge([10, 10, 0, 0, 0])).toBe(30);
  expect(medianAge([0, 4, 0, 0, 0])).toBe(60);
  expect(medianAge([1, 1, 4, 0, 0])).toBe(113);
  expect(medianAge([0, 0, 0, 2, 1])).toBe(319);
  expect(medianAge([0, 0, 0, 1, 2])).toBe('beyond');
  expect(medianAge([0, 0, 0, 0, 1])).toBe('beyond');
  expect(medianAge([0, 0, 0, 0, 0])).toBeNull();
});

test('what is blocked is open, in the stream, and meets the saved condition', () => {
  const blocked = clauseOf(frame, blockedNumber(frame, WEB, oneOf('label', ['blocked'])));
  const counts = (item: ItemFacts) => holds(blocked, item, NOW);
  expect(counts(web({ labels: ['blocked'] }))).toBe(true);
  expect(counts(web())).toBe(false);
  expect(counts(anItem({ labels: ['blocked'] }))).toBe(false);
  expect(counts(web({ labels: ['blocked'], category: 'done' }))).toBe(false);
});

test('what is open in a stream for a goal is counted by the goal, within the filter', () => {
  const numbers = goalNumbers(frame, WEB, frame.goals, { scope: oneOf('type', ['1']) });
  expect(Object.keys(numbers)).toEqual(['g1', 'g2']);
  const goalsOf = (item: ItemFacts) =>
    Object.entries(numbers).flatMap(([id, counted]) =>
      holds(clauseOf(frame, counted), item, NOW) ? [id] : [],
    );
  const answer = value(anAnswer({ goal: 'g2' }));
  expect(goalsOf(web({ answer }))).toEqual(['g2']);
  expect(goalsOf(web())).toEqual([]);
  expect(goalsOf(web({ answer, typeId: '2' }))).toEqual([]);
  expect(goalsOf(web({ answer, category: 'done' }))).toEqual([]);
  const all = goalNumbers(frame, everything, frame.goals);
  expect(holds(clauseOf(frame, all['g2'] ?? { scope: everything }), anItem({ answer }), NOW)).toBe(
    true,
  );
});

test('what blocks three items or more is named once, the one that blocks most first', () => {
  const by = (...keys: string[]) => keys.map((key) => ({ key, summary: `about ${key}` }));
  const items = [
    { id: '1', blockedBy: by('SHOP-10', 'SHOP-10', 'SHOP-9', 'SHOP-3') },
    { id: '2', blockedBy: by('SHOP-10', 'SHOP-9', 'SHOP-3') },
    { id: '3', blockedBy: by('SHOP-10', 'SHOP-9', 'SHOP-3', 'SHOP-2') },
    { id: '4', blockedBy: by('SHOP-3', 'SHOP-2') },
  ];
  expect(blockersOf(items)).toEqual([
    { key: 'SHOP-3', summary: 'about SHOP-3', blocks: 4 },
    { key: 'SHOP-9', summary: 'about SHOP-9', blocks: 3 },
    { key: 'SHOP-10', summary: 'about SHOP-10', blocks: 3 },
  ]);
});

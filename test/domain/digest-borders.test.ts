// Messages at the borders of their rules: the last night, the nearest day, one thing more.
import { expect, test } from '@jest/globals';
import { addDays } from '../../src/domain/days';
import {
  DUES_AT_ONCE,
  goalNews,
  isRecent,
  LOOKED_AT,
  planNotices,
  summaryWeek,
  toldCounts,
  type DigestFacts,
  type DueResult,
} from '../../src/domain/digest';
import { aGoal, aReading } from '../support/builders';

const TODAY = '2026-11-02';
const due = (itemId: string, checkBy = '2026-11-01'): DueResult => ({
  ...{ itemId, checkBy, delivered: '2026-10-01' },
  ...{ assigneeId: 'ann', reporterId: null },
});
const facts = (more: Partial<DigestFacts>): DigestFacts => ({
  ...{ today: TODAY, week: TODAY, dues: [], isTold: () => false, optedOut: new Set() },
  ...{ memberIds: [], agenda: { count: 0, itemIds: [] }, goals: [], readings: [] },
  ...{ goalItems: new Map(), anyItems: [] },
  ...more,
});
const many = (from: number) =>
  Array.from({ length: LOOKED_AT + 5 }, (_none, n) => String(from + n));

test('a summary is made up for on the third night, not on the fourth', () => {
  expect(summaryWeek(1, '2026-11-05', '2026-11-01')).toBe('2026-11-02');
  expect(summaryWeek(1, '2026-11-06', '2026-11-01')).toBeNull();
});

test('a result that came due a month ago is still news, and a day later no more', () => {
  expect(isRecent(due('1', addDays(TODAY, -31)), TODAY)).toBe(true);
  expect(isRecent(due('1', addDays(TODAY, -32)), TODAY)).toBe(false);
});

test('the end of a goal is near from two weeks on', () => {
  const news = (lastDay: string) => goalNews(aGoal({ lastDay }), [], TODAY).ending;
  expect(news(addDays(TODAY, 14))).toBe(true);
  expect(news(addDays(TODAY, 15))).toBe(false);
  expect(news(addDays(TODAY, -1))).toBe(false);
});

test('due results are told in the order of their days, then of their numbers', () => {
  const dues = [due('30'), due('9'), due('7', '2026-10-31'), due('8', '2026-11-02')];
  const order = ['7', '9', '30', '8'];
  const [night] = planNotices(facts({ week: null, dues }));
  expect(night?.dues.map(({ itemId }) => itemId)).toEqual(order);
  expect(night?.counted).toEqual({ due: order, agenda: [] });
  expect(night?.counts).toEqual({ due: 4, agenda: 0, unread: 0, ending: 0 });
});

test('of more due results than are looked at the new ones are, whatever waits longer', () => {
  const old = many(100).map((id) => due(id, '2026-09-01'));
  const [notice] = planNotices(facts({ dues: [...old, due('9')] }));
  expect(notice?.counted?.due.slice(0, 2)).toEqual(['9', '100']);
  expect(notice?.counted?.due).toHaveLength(1 + LOOKED_AT);
});

test('new ones that their reader does not see leave room for what waits longer', () => {
  const old = ['7', '8'].map((id) => due(id, '2026-09-01'));
  const [notice] = planNotices(facts({ dues: [...many(100).map((id) => due(id)), ...old] }));
  if (!notice) throw new Error('nobody is told');
  const seen = new Set(old.map(({ itemId }) => itemId));
  expect(toldCounts(notice, seen)).toMatchObject({ counts: { due: 2 }, atLeast: [] });
});

test('a message hangs on one item and names a few others at most', () => {
  const [notice] = planNotices(facts({ week: null, dues: many(100).map((id) => due(id)) }));
  expect(notice?.itemId).toBe('100');
  expect(notice?.others.length).toBe(4);
});

test('a summary looks at the first of many items, and counts them all', () => {
  const agenda = { count: 90, itemIds: many(500) };
  const ids = [...many(100), ...many(200)];
  const dues = ids.map((id) => due(id));
  const [notice] = planNotices(facts({ dues, agenda, memberIds: ['ann'] }));
  expect(notice?.counted).toEqual({
    due: ids.slice(0, DUES_AT_ONCE + LOOKED_AT),
    agenda: many(500).slice(0, LOOKED_AT),
  });
  expect(notice?.counts).toMatchObject({ due: ids.length, agenda: 90 });
});

test('an agenda with nothing on it, and items of the project, are no reason to write', () => {
  const agenda = { count: 0, itemIds: ['500'] };
  const memberIds = ['ann'];
  expect(planNotices(facts({ agenda, memberIds, anyItems: ['1'] }))).toEqual([]);
  const [notice] = planNotices(facts({ agenda, memberIds, dues: [due('7')], anyItems: ['1'] }));
  expect(notice).toMatchObject({ itemId: '7', others: [], counted: { agenda: [] } });
});

test('an owner hears of the own goals alone, and of those that have news', () => {
  const goals = [
    aGoal({ id: 'g1', ownerAccountId: 'ann' }),
    aGoal({ id: 'g2', ownerAccountId: 'bob' }),
    aGoal({ id: 'g3', ownerAccountId: 'ann' }),
  ];
  const readings = [aReading({ goalId: 'g3', day: TODAY })];
  const goalItems = new Map(goals.map(({ id }, n) => [id, String(n)]));
  const notices = planNotices(facts({ goals, readings, goalItems }));
  expect(notices.map(({ to, itemId, others, counts }) => [to, itemId, others, counts])).toEqual([
    ['ann', '0', [], { due: 0, agenda: 0, unread: 1, ending: 0 }],
    ['bob', '1', [], { due: 0, agenda: 0, unread: 1, ending: 0 }],
  ]);
});

test('on a night without a summary only those hear whose results are due', () => {
  const goals = [aGoal({ ownerAccountId: 'olga', lastDay: TODAY })];
  const agenda = { count: 3, itemIds: ['500'] };
  const all = { goals, agenda, memberIds: ['mia'], anyItems: ['1'], dues: [due('7')] };
  expect(planNotices(facts({ ...all, week: null })).map(({ to }) => to)).toEqual(['ann']);
  expect(planNotices(facts(all)).map(({ to }) => to)).toEqual(['ann', 'mia', 'olga']);
  const optedOut = new Set(['mia', 'ann']);
  expect(planNotices(facts({ ...all, optedOut })).map(({ to }) => to)).toEqual(['olga']);
});

test('what somebody does not see is not counted, and "at least" is said only of what was cut off', () => {
  const counts = { due: LOOKED_AT + 5, agenda: 2, unread: 1, ending: 0 };
  const ids = many(100).slice(0, LOOKED_AT);
  const counted = { due: ids, agenda: ['1', '2'] };
  const told = (...seen: string[]) => toldCounts({ counts, counted }, new Set(seen));
  expect(told(...ids, '1')).toEqual({
    counts: { ...counts, due: LOOKED_AT, agenda: 1 },
    atLeast: ['due'],
  });
  expect(told('1', '2')).toEqual({ counts: { ...counts, due: 0 }, atLeast: [] });
  const exact = { counts: { ...counts, due: LOOKED_AT }, counted };
  expect(toldCounts(exact, new Set(ids)).atLeast).toEqual([]);
});

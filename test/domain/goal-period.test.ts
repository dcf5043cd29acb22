import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/domain/days';
import { progress, type Goal } from '../../src/domain/goal';
import { lastDayOfPeriod } from '../../src/domain/months';
import {
  alikeGoals,
  daysUnread,
  nextDays,
  overlaps,
  periodEnd,
} from '../../src/domain/goal-period';
import { aGoal } from '../support/builders';
import { aReading } from '../support/readings';

const quarter = { firstDay: '2026-10-01', lastDay: '2026-12-31' };
const anyDay = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2024-01-01', n));

test('the next days follow the last one and are as long: months where they are months, else days', () => {
  expect(nextDays(quarter)).toEqual({ firstDay: '2027-01-01', lastDay: '2027-03-31' });
  expect(nextDays({ firstDay: '2026-11-20', lastDay: '2027-02-19' })).toEqual({
    firstDay: '2027-02-20',
    lastDay: '2027-05-19',
  });
  expect(nextDays({ firstDay: '2026-11-01', lastDay: '2026-11-10' })).toEqual({
    firstDay: '2026-11-11',
    lastDay: '2026-11-20',
  });
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 900 }), (firstDay, length) => {
      const lastDay = addDays(firstDay, length);
      const next = nextDays({ firstDay, lastDay });
      expect(next.firstDay).toBe(addDays(lastDay, 1));
      expect(next.lastDay >= next.firstDay).toBe(true);
      expect(Math.abs(daysBetween(next.firstDay, next.lastDay) - length)).toBeLessThanOrEqual(31);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), (months) => {
      const { firstDay } = quarter;
      const next = nextDays({ firstDay, lastDay: lastDayOfPeriod(firstDay, months) });
      expect(next.lastDay).toBe(lastDayOfPeriod(next.firstDay, months));
    }),
  );
});

test('the end is spoken of from 14 days before, and afterwards until something follows', () => {
  const goals = [aGoal(quarter), aGoal({ id: 'g2', ...quarter })];
  expect(periodEnd(goals, '2026-12-16')).toBeNull();
  expect(periodEnd(goals, '2026-12-17')).toMatchObject({ lastDay: '2026-12-31', left: 14 });
  expect(periodEnd(goals, '2026-12-31')).toMatchObject({ left: 0 });
  expect(periodEnd(goals, '2027-01-05')).toMatchObject({ left: -5 });
  expect(periodEnd(goals, '2027-01-05')?.goals).toHaveLength(2);
  const next = aGoal({ id: 'g3', firstDay: '2027-01-01', lastDay: '2027-03-31' });
  expect(periodEnd([...goals, next, { ...next, id: 'g4' }], '2026-12-20')).toBeNull();
  expect(periodEnd([...goals, next], '2027-01-05')).toBeNull();
  expect(periodEnd([...goals, next], '2027-03-20')?.goals).toEqual([next]);
});

test('only as many goals that begin soon after, and are no followers of others, make the end quiet', () => {
  const [first, second] = [aGoal(quarter), aGoal({ id: 'g2', ...quarter })];
  const next = aGoal({ id: 'g3', firstDay: '2027-01-01', lastDay: '2027-03-31' });
  const spoken = (...goals: readonly Goal[]) =>
    periodEnd(goals, '2026-12-20')?.goals.map(({ id }) => id);
  expect(spoken(first, next)).toBeUndefined();
  expect(spoken(first, { ...next, firstDay: '2027-01-14' })).toBeUndefined();
  expect(spoken(first, { ...next, firstDay: '2027-01-15' })).toEqual(['g1']);
  expect(spoken(first, { ...next, endedOn: '2026-12-19' })).toEqual(['g1']);
  expect(spoken(first, { ...next, target: next.baseline })).toEqual(['g1']);
  expect(spoken(first, second, next)).toEqual(['g1', 'g2']);
  expect(spoken({ ...first, successorId: 'g3' }, second, next)).toEqual(['g2']);
});

test('of several ends the nearest one to come is spoken of, else the latest that is past', () => {
  const ends = (days: string[], today: string) =>
    periodEnd(
      days.map((lastDay, n) => aGoal({ id: `g${n}`, lastDay })),
      today,
    )?.lastDay;
  expect(ends(['2026-11-30', '2026-11-25', '2026-12-24'], '2026-11-20')).toBe('2026-11-25');
  expect(ends(['2026-11-10', '2026-11-30', '2026-12-31'], '2027-01-05')).toBe('2026-12-31');
  expect(ends(['2026-12-31', '2026-11-30', '2026-11-10'], '2027-01-05')).toBe('2026-12-31');
  // What has not begun is neither.
  const future = aGoal({ firstDay: '2027-02-01', lastDay: '2027-03-31' });
  expect(periodEnd([future], '2027-01-25')).toBeNull();
  expect(periodEnd([aGoal({ ...quarter, target: 2.1 })], '2027-01-05')).toBeNull();
  const ended = aGoal({ id: 'g9', ...quarter, endedOn: '2026-11-01' });
  expect(periodEnd([aGoal(quarter), ended], '2026-12-20')?.goals.map(({ id }) => id)).toEqual([
    'g1',
  ]);
});

test('a goal that begins on the last day of another is none that follows', () => {
  const touching = aGoal({ id: 'g3', firstDay: '2026-12-31', lastDay: '2027-03-31' });
  expect(periodEnd([aGoal(quarter), touching], '2026-12-20')?.goals).toHaveLength(1);
});

test('goals that share one day overlap, those that follow each other do not', () => {
  const days = (firstDay: string, lastDay: string) => ({ firstDay, lastDay });
  const first = days('2026-01-01', '2026-03-31');
  for (const [other, shared] of [
    [days('2026-03-31', '2026-06-30'), true],
    [days('2026-04-01', '2026-06-30'), false],
    [days('2025-10-01', '2026-01-01'), true],
    [days('2025-10-01', '2025-12-31'), false],
    [days('2026-02-01', '2026-02-02'), true],
  ] as const) {
    expect(overlaps(first, other)).toBe(shared);
    expect(overlaps(other, first)).toBe(shared);
  }
});

test('three years are months, one more month is days', () => {
  expect(nextDays({ firstDay: '2024-01-01', lastDay: '2026-12-31' }).lastDay).toBe('2029-12-31');
  const longer = { firstDay: '2024-01-01', lastDay: '2027-01-31' };
  expect(nextDays(longer).lastDay).toBe(
    addDays('2027-02-01', daysBetween(longer.firstDay, longer.lastDay)),
  );
});

test('goals that were ended, or that another follows, are not spoken of', () => {
  const ended = aGoal({ ...quarter, endedOn: '2026-11-01' });
  const followed = aGoal({ ...quarter, id: 'g2', successorId: 'g9' });
  expect(periodEnd([ended, followed], '2026-12-20')).toBeNull();
  expect(periodEnd([], '2026-12-20')).toBeNull();
});

test('a goal that nobody read for longer than 31 days is said to be, counted from its first day', () => {
  const goal = aGoal(quarter);
  expect(daysUnread(goal, [], '2026-11-01')).toBeNull();
  expect(daysUnread(goal, [], '2026-11-02')).toBe(32);
  const read = aReading({ goalId: 'g1', day: '2026-11-02', value: 2.2 });
  expect(daysUnread(goal, [read], '2026-12-03')).toBeNull();
  expect(daysUnread(goal, [read], '2026-12-04')).toBe(32);
  const earlier = aReading({ goalId: 'g1', day: '2026-10-20', value: 2.2 });
  expect(daysUnread(goal, [read, earlier], '2026-12-04')).toBe(32);
  const before = aReading({ goalId: 'g1', day: '2026-09-01', value: 2.2 });
  expect(daysUnread(goal, [before], '2026-11-02')).toBe(32);
  const coming = aReading({ goalId: 'g1', day: '2026-12-30', value: 2.2 });
  expect(daysUnread(goal, [coming], '2026-12-04')).toBe(64);
  expect(daysUnread({ ...goal, endedOn: '2026-10-02' }, [], '2026-12-04')).toBeNull();
});

test('goals of one name or one number are found within the same days only', () => {
  const mine = aGoal({ ...quarter, achieve: ' More finished CHECKOUTS ', metric: 'Orders' });
  const other = aGoal({ id: 'g2' });
  expect(alikeGoals(mine, [other])).toEqual({ name: other, metric: null });
  expect(alikeGoals({ ...mine, metric: 'checkout conversion' }, [other]).metric).toBe(other);
  const none = { name: null, metric: null };
  expect(alikeGoals(mine, [{ ...other, lastDay: '2026-09-30' }])).toEqual(none);
  expect(alikeGoals(mine, [{ ...other, endedOn: '2026-05-01' }])).toEqual(none);
  expect(alikeGoals({ ...mine, achieve: '' }, [{ ...other, achieve: '' }])).toEqual(none);
});

test('a falling number has come further the lower it is', () => {
  const falling = aGoal({ direction: 'down', baseline: 4, target: 2 });
  expect([5, 4, 3, 2, 1].map((now) => progress(falling, now))).toEqual([0, 0, 0.5, 1, 1]);
});

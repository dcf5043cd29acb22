// A goal: what it lacks, when it counts, how far it has come, who may report on it.
import { expect, test } from '@jest/globals';
import {
  daysLeft,
  goalProblems,
  isActive,
  isComplete,
  isOver,
  lastServed,
  latestReading,
  mayReport,
  progress,
  servedBetween,
  wasActiveOn,
} from '../../src/domain/goal';
import { MESSAGES } from '../../src/domain/messages';
import { aGoal, aReading } from '../support/builders';

const SAY = MESSAGES.goal;
const [FIRST, LAST] = ['2026-01-01', '2026-12-31'];

test.each([
  { more: {}, problems: {} },
  { more: { achieve: ' ' }, problems: { achieve: SAY.achieve } },
  { more: { by: ' ' }, problems: { by: SAY.by } },
  { more: { metric: ' ' }, problems: { metric: SAY.metric } },
  { more: { lastDay: FIRST }, problems: {} },
  { more: { lastDay: '2025-12-31' }, problems: { lastDay: SAY.lastDay } },
  { more: { target: 2.1 }, problems: { target: SAY.targetIsBaseline } },
  { more: { target: 2 }, problems: { target: SAY.targetBelow } },
  { more: { direction: 'down' as const }, problems: { target: SAY.targetAbove } },
  { more: { direction: 'down' as const, target: 2 }, problems: {} },
])('a goal with $more lacks $problems', ({ more, problems }) => {
  expect(goalProblems(aGoal(more))).toEqual(problems);
  expect(isComplete(aGoal(more))).toBe(Object.keys(problems).length === 0);
});

test.each([
  { on: '2025-12-31', active: false, over: false },
  { on: FIRST, active: true, over: false },
  { on: LAST, active: true, over: false },
  { on: '2027-01-01', active: false, over: true },
])('on $on a goal of 2026 is active: $active, over: $over', ({ on, active, over }) => {
  expect([isActive(aGoal(), on), isOver(aGoal(), on)]).toEqual([active, over]);
  expect(wasActiveOn(aGoal(), on)).toBe(active);
  expect(isActive(aGoal({ by: '' }), on) || wasActiveOn(aGoal({ by: '' }), on)).toBe(false);
});

test('a goal that somebody ended is over, and was active up to that day', () => {
  const ended = aGoal({ endedOn: '2026-06-30' });
  expect([isActive(ended, FIRST), isOver(ended, FIRST)]).toEqual([false, true]);
  expect([wasActiveOn(ended, '2026-06-30'), wasActiveOn(ended, '2026-07-01')]).toEqual([
    true,
    false,
  ]);
  expect([lastServed(ended), lastServed(aGoal())]).toEqual(['2026-06-30', LAST]);
  expect(lastServed(aGoal({ endedOn: '2027-06-30' }))).toBe(LAST);
  expect(servedBetween(ended, 'Europe/Berlin')).toEqual({
    from: Date.parse('2025-12-31T23:00:00Z'),
    to: Date.parse('2026-06-30T22:00:00Z'),
  });
});

test('the latest reading is the last one of the last day that is not to come', () => {
  const [early, late, later] = [
    aReading({ day: '2026-02-01' }),
    aReading({ day: '2026-03-01', value: 1 }),
    aReading({ day: '2026-03-01', value: 2 }),
  ];
  expect(latestReading([late, early, later], '2026-03-01')).toBe(later);
  expect(latestReading([late, early, later], '2026-02-28')).toBe(early);
  expect(latestReading([late, later], '2026-02-28')).toBeUndefined();
});

test.each([
  { value: 2.1, done: 0 },
  { value: 2, done: 0 },
  { value: 2.6, done: 1 },
  { value: 3, done: 1 },
  { value: 2.35, done: 0.5 },
])('at $value the way from 2.1 to 2.6 is $done done', ({ value, done }) => {
  expect(progress(aGoal(), value)).toBeCloseTo(done, 9);
  expect(progress(aGoal({ target: 2.1 }), value)).toBe(0);
});

test('days are left up to the last day, and fewer than none after it', () => {
  expect([FIRST, LAST, '2027-01-02'].map((day) => daysLeft(aGoal(), day))).toEqual([364, 0, -2]);
});

test('readings are added by the owner, and by whoever administers the project', () => {
  const owned = aGoal({ ownerAccountId: 'acc-po' });
  expect([mayReport(owned, 'acc-po', false), mayReport(owned, 'acc-dev', false)]).toEqual([
    true,
    false,
  ]);
  expect(mayReport(owned, 'acc-dev', true)).toBe(true);
  expect(mayReport(aGoal(), 'acc-dev', false)).toBe(false);
});

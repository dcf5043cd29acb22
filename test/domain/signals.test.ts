// Each signal at its border: one more item, one better reading, and it is there or gone.
import { expect, test } from '@jest/globals';
import type { Goal, Reading } from '../../src/domain/goal';
import {
  flatGoals,
  referenceOf,
  signalsOf,
  type EvidenceName,
  type Signal,
} from '../../src/domain/signals';
import { aGoal, aReading } from '../support/builders';

const TODAY = '2026-11-21';

function signals(
  numbers: Partial<Record<EvidenceName, number>>,
  { goals = [], readings = [] }: { goals?: Goal[]; readings?: Reading[] } = {},
): Signal[] {
  return signalsOf({ goals, readings, today: TODAY, number: (name) => numbers[name] ?? null });
}

const kinds = (...asked: Parameters<typeof signals>): string[] =>
  signals(...asked).map(({ kind }) => kind);

const readings = (...values: number[]): Reading[] =>
  values.map((value, n) => aReading({ day: `2026-0${n + 3}-01`, value }));

test('what is not known gives no signal', () => {
  expect(signals({}, { goals: [aGoal()], readings: readings(2, 2, 2) })).toEqual([]);
});

test('each signal names the numbers it rests on, and without one of them there is none', () => {
  const goals = [aGoal(), aGoal({ id: 'g2' })];
  const world = { goals, readings: readings(2.3, 2.3, 2.2) };
  const recent = { 'recent.aimed': 4, 'recent.output': 12 };
  const earlier = { 'earlier.aimed': 5, 'earlier.output': 10 };
  const all: [Signal['kind'], Signal['values'], Partial<Record<EvidenceName, number>>][] = [
    ['flat', { items: 5, since: '2026-03-01', from: 2.3, to: 2.2 }, { 'flat.g1': 5 }],
    ['aim-falls', { share: 33, before: 50, items: 12 }, { ...recent, ...earlier }],
    ['inflow', { added: 11, answers: 0, days: 28 }, { added: 11, answers: 0 }],
    ['one-goal', { items: 8, aimed: 11, share: 73 }, { 'goal.g1': 8, aimed: 11 }],
    ['after-done', { items: 4, answered: 9 }, { answeredAfterDone: 4, answered: 9 }],
    ['goal-ended', { items: 2 }, { 'ended.g1': 2 }],
    ['never-killed', { candidates: 6, days: 180 }, { candidates: 6, kills: 0 }],
  ];
  for (const [kind, values, numbers] of all) {
    const names = Object.keys(numbers) as EvidenceName[];
    expect(signals(numbers, world)).toMatchObject([{ kind, values, evidence: names }]);
    for (const name of names) {
      const { [name]: _unknown, ...rest } = numbers;
      expect([kind, name, signals(rest, world)]).toEqual([kind, name, []]);
    }
  }
});

test('the key of a signal about the whole project names its quarter alone', () => {
  expect(signals({ candidates: 6, kills: 0 }).map(({ key }) => key)).toEqual([
    'never-killed::2026-Q4',
  ]);
});

test('a goal is flat while its two latest readings are no better than the one before them', () => {
  const flat = (values: number[], more: Partial<Goal> = {}) =>
    flatGoals({ goals: [aGoal(more)], readings: readings(...values), today: TODAY }).length === 1;
  expect(flat([2.3, 2.3, 2.2])).toBe(true);
  expect(flat([2.3, 2.2, 2.31])).toBe(false);
  expect(flat([2.3, 2.31, 2.2])).toBe(false);
  // With two readings the baseline, 2.1, is what they stand against; one alone says nothing.
  expect(flat([2.1, 2])).toBe(true);
  expect(flat([2.1, 2.2])).toBe(false);
  expect(flat([2])).toBe(false);
  const down = { direction: 'down' as const, baseline: 2.6, target: 2.1 };
  expect(flat([2.3, 2.4, 2.3], down)).toBe(true);
  expect(flat([2.3, 2.2, 2.4], down)).toBe(false);
  expect(flat([2.3, 2.3, 2.2], { endedOn: '2026-10-01' })).toBe(false);
});

test('a flat goal is a signal from five items on, counted since the reading before', () => {
  const world = { goals: [aGoal()], readings: readings(2.3, 2.3, 2.2) };
  expect(kinds({ 'flat.g1': 4 }, world)).toEqual([]);
  expect(signals({ 'flat.g1': 5 }, world)).toEqual([
    {
      kind: 'flat',
      key: 'flat:g1:2026-Q4',
      goalId: 'g1',
      values: { items: 5, since: '2026-03-01', from: 2.3, to: 2.2 },
      evidence: ['flat.g1'],
    },
  ]);
  expect(referenceOf(aGoal(), readings(2.3, 2.2), TODAY)).toMatchObject({
    since: '2026-01-01',
    value: 2.1,
  });
});

test('readings of the future and of other goals are left out', () => {
  const others = [aReading({ day: '2027-01-01' }), aReading({ goalId: 'g2', day: '2026-10-01' })];
  expect(referenceOf(aGoal(), [...readings(2), ...others], TODAY)).toBeNull();
});

test('the aimed share falls from ten points on, and ten items on both sides', () => {
  const fall = (recent: [number, number], earlier: [number, number]) =>
    kinds({
      'recent.aimed': recent[0],
      'recent.output': recent[1],
      'earlier.aimed': earlier[0],
      'earlier.output': earlier[1],
    });
  expect(fall([4, 10], [5, 10])).toEqual(['aim-falls']);
  expect(fall([41, 100], [50, 100])).toEqual([]);
  expect(fall([0, 9], [10, 10])).toEqual([]);
  expect(fall([0, 10], [9, 9])).toEqual([]);
  expect(fall([9, 10], [1, 10])).toEqual([]);
});

test('more was added than answered, from ten added items on', () => {
  expect(kinds({ added: 10, answers: 9 })).toEqual(['inflow']);
  expect(kinds({ added: 10, answers: 10 })).toEqual([]);
  expect(kinds({ added: 9, answers: 0 })).toEqual([]);
});

test('one goal takes more than 60 percent of what was aimed, while there are two active ones', () => {
  const two = { goals: [aGoal(), aGoal({ id: 'g2' })] };
  expect(kinds({ aimed: 10, 'goal.g1': 7, 'goal.g2': 3 }, two)).toEqual(['one-goal']);
  expect(kinds({ aimed: 10, 'goal.g1': 6, 'goal.g2': 4 }, two)).toEqual([]);
  expect(kinds({ aimed: 9, 'goal.g1': 9, 'goal.g2': 0 }, two)).toEqual([]);
  const one = { goals: [aGoal(), aGoal({ id: 'g2', endedOn: '2026-10-01' })] };
  expect(kinds({ aimed: 10, 'goal.g1': 10, 'goal.g2': 0 }, one)).toEqual([]);
});

test('answers given after Done are told from three items and a fifth of all on', () => {
  expect(kinds({ answeredAfterDone: 3, answered: 15 })).toEqual(['after-done']);
  expect(kinds({ answeredAfterDone: 3, answered: 16 })).toEqual([]);
  expect(kinds({ answeredAfterDone: 2, answered: 2 })).toEqual([]);
});

test('open items of an ended goal are told by goal', () => {
  const goals = [aGoal({ endedOn: '2026-10-01' }), aGoal({ id: 'g2', lastDay: '2026-06-30' })];
  const found = signals({ 'ended.g1': 1, 'ended.g2': 0 }, { goals });
  expect(found.map(({ key }) => key)).toEqual(['goal-ended:g1:2026-Q4']);
});

test('nothing was ever ended though five candidates wait', () => {
  expect(kinds({ candidates: 5, kills: 0 })).toEqual(['never-killed']);
  expect(kinds({ candidates: 4, kills: 0 })).toEqual([]);
  expect(kinds({ candidates: 9, kills: 1 })).toEqual([]);
});

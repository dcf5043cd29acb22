import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holds, simplify } from '../../src/domain/clause';
import { addDays, dayOf } from '../../src/domain/days';
import {
  childrenOfBetClause,
  LATE_DAYS,
  RESULT_LISTS,
  resultListClauses,
  resultListOf,
  resultNumbers,
  type ResultsOf,
} from '../../src/domain/results-clause';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';
import { aFrame, anAnswer, anItem, value } from '../support/builders';
import { runsOf } from '../support/runs';

const TYPES = ['1', '2', '3', '5'];
const today = dayOf(NOW, 'UTC');

const anyOf: fc.Arbitrary<ResultsOf> = fc
  .tuple(anyFrame, fc.constantFrom(undefined, 'g1', 'g2', 'unknown'))
  .map(([frame, goalId]) => ({ frame, typeIds: TYPES, goalId }));

/** One item for each list: chance finds some only now and then. */
const due = anItem({ category: 'done', answer: value(anAnswer({ checkBy: today })) });
const waiting = { ...due, answer: value(anAnswer({ checkBy: addDays(today, 30) })) };
const given = { ...due, result: value({ result: 'flat', evidence: 'judged', at: today } as const) };
const open = anItem();
const overall: ResultsOf = { frame: aFrame(), typeIds: TYPES };

test('a list of results as a function of an item and as a search condition is the same', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyItem, anyOf, fc.integer({ min: -200, max: 200 }), (item, of, shift) => {
      const day = addDays(today, shift);
      const list = resultListOf(item, of, day);
      const clauses = resultListClauses(of, day);
      seen.add(String(list));
      for (const name of RESULT_LISTS)
        expect([name, holds(simplify(clauses[name]), item, NOW)]).toEqual([name, list === name]);
    }),
    { ...runsOf(1_000), examples: [due, waiting, given, open].map((item) => [item, overall, 0]) },
  );
  expect([...seen].sort()).toEqual(['due', 'given', 'null', 'waiting']);
});

test('the numbers of the head add up to the lists, and late ones are due', () => {
  fc.assert(
    fc.property(anyItem, anyOf, (item, of) => {
      const list = resultListOf(item, of, today);
      const numbers = resultNumbers(of, today);
      const is = (name: keyof typeof numbers) => holds(numbers[name], item, NOW);
      expect(['moved', 'flat', 'unclear'].filter((name) => is(name as 'moved')).length).toBe(
        list === 'given' ? 1 : 0,
      );
      expect([is('due'), is('waiting')]).toEqual([list === 'due', list === 'waiting']);
      if (is('late')) expect(list).toBe('due');
    }),
    runsOf(200),
  );
});

const done = (checkBy: string) =>
  anItem({ category: 'done', answer: value(anAnswer({ checkBy })) });
test('a result is due on its day, and late after a fortnight', () => {
  expect(resultListOf(done('2026-11-22'), overall, '2026-11-21')).toBe('waiting');
  expect(resultListOf(done('2026-11-21'), overall, '2026-11-21')).toBe('due');
  const late = (day: string) => holds(resultNumbers(overall, day).late, done('2026-11-01'), NOW);
  expect(late(addDays('2026-11-01', LATE_DAYS))).toBe(false);
  expect(late(addDays('2026-11-01', LATE_DAYS + 1))).toBe(true);
});

test('what is open, keeps things running, or was closed undelivered has no result to give', () => {
  const bet = done('2026-11-01');
  for (const other of [
    { ...bet, category: 'indeterminate' as const },
    { ...bet, answer: value({ why: 'run' as const, state: 'answered' as const }) },
    { ...bet, resolutionId: '7' },
    { ...bet, decision: value({ decision: 'killed' as const }) },
    { ...bet, answer: value(anAnswer({ goal: 'of-another-project' })) },
    { ...bet, typeId: '4', level: -1 },
  ])
    expect(resultListOf(other, overall, '2026-11-21')).toBeNull();
});

test('a child with an answer of its own is not spoken for', () => {
  const clause = childrenOfBetClause(overall.frame, '9001');
  const child = anItem({ category: 'done', parentId: '9001' });
  expect(holds(clause, child, NOW)).toBe(true);
  expect(holds(clause, { ...child, answer: value(anAnswer()) }, NOW)).toBe(false);
  expect(holds(clause, { ...child, category: 'new' }, NOW)).toBe(false);
  expect(holds(clause, { ...child, resolutionId: '7' }, NOW)).toBe(false);
});

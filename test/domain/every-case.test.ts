import { expect, test } from '@jest/globals';
import { isAimed, lookAt, type Window } from '../../src/domain/band';
import { betsOf, BET_STATES, ownBetNumbers, parentBets } from '../../src/domain/bets';
import { clausesOf } from '../../src/domain/bet-sum';
import { everything, holds, oneOf, type Clause } from '../../src/domain/clause';
import {
  coverageOf,
  coverageParts,
  coveragePartOf,
  COVERAGE_PARTS,
} from '../../src/domain/coverage';
import { GOAL_NUMBERS, goalNumbers, goalNumbersOf } from '../../src/domain/goal-numbers';
import type { ItemFacts } from '../../src/domain/item';
import { backlogNumbers, UNFILTERED, windowNumbers } from '../../src/domain/number';
import { outputOf } from '../../src/domain/output';
import { resultListClauses, resultListOf, RESULT_LISTS } from '../../src/domain/results-clause';
import { servesGoal, workClauses } from '../../src/domain/serve';
import { DAY_MS } from '../../src/domain/days';
import {
  streamBacklogNumbers,
  streamBacklogOf,
  streamOutputNumbers,
  streamOutputOf,
  streamRows,
} from '../../src/domain/streams';
import { CASES, FINISHED, FRAME } from '../support/cases';
import { aGoal, value } from '../support/builders';

const TODAY = '2026-06-11';
const NOW = FINISHED + DAY_MS;
const WINDOW: Window = { from: FINISHED, to: FINISHED + 1 };

/** The ids of the items that meet a condition. */
const idsBy = (clause: Clause, items: readonly ItemFacts[]) =>
  items.filter((item) => holds(clause, item, NOW)).map(({ id }) => id);

/** How each name is counted: by the searches, and by listing one item after the other. */
function expectSame(
  clauses: Record<string, Clause>,
  items: readonly ItemFacts[],
  listed: (item: ItemFacts) => Record<string, number>,
) {
  const looks = items.map((item) => ({ id: item.id, numbers: listed(item) }));
  for (const [name, clause] of Object.entries(clauses)) {
    const ids = looks.filter(({ numbers }) => numbers[name] === 1).map(({ id }) => id);
    expect([name, idsBy(clause, items)]).toEqual([name, ids]);
    // A number that no case meets would be the same in silence.
    expect([name, ids.length > 0]).toEqual([name, true]);
  }
}

const numbersOf = (of: Record<string, boolean>) =>
  Object.fromEntries(Object.entries(of).map(([name, is]) => [name, Number(is)]));

const named = (prefix: string, of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).map(([name, n]) => [`${prefix}.${name}`, n]));

test('in every case the numbers of a window are the same by listing and by searching', () => {
  const items: ItemFacts[] = [
    ...CASES,
    ...CASES.slice(0, 9).flatMap((item, n) => [
      { ...item, id: `a${n}`, categoryChanged: WINDOW.from - 1 },
      { ...item, id: `b${n}`, categoryChanged: WINDOW.to },
      { ...item, id: `c${n}`, category: 'indeterminate' as const },
      { ...item, id: `d${n}`, typeId: '9', level: 1 },
      { ...item, id: `e${n}`, statusId: '107' },
      { ...item, id: `f${n}`, resolutionId: '7' },
      { ...item, id: `g${n}`, decision: value({ decision: 'killed' as const }) },
      { ...item, id: `h${n}`, decision: value({ decision: 'kept' as const }) },
    ]),
  ];
  const clauses = clausesOf(FRAME, windowNumbers(FRAME, WINDOW));
  const { 'goal.g2': overBefore = everything, ...met } = clauses;
  expectSame(met, items, (item) => {
    const { bands, goals, ...sums } = outputOf([item], FRAME, WINDOW);
    return { ...sums, ...named('band', bands), ...named('goal', goals) };
  });
  expect(idsBy(overBefore, items)).toEqual([]);
  const aimed = CASES.filter((item) => isAimed(item, FRAME)).map(({ id }) => id);
  expect(idsBy(clauses.aimed, CASES)).toEqual(aimed);
});

test('in every case the numbers of the open backlog are the same by listing and by searching', () => {
  const items = CASES.flatMap((item): ItemFacts[] => [
    { ...item, category: 'new' },
    { ...item, id: `x${item.id}`, category: 'new', decision: value({ decision: 'parked' }) },
    { ...item, id: `d${item.id}` },
  ]);
  const numbers = clausesOf(FRAME, backlogNumbers(FRAME));
  const coverage = ['coverage.asked', 'coverage.own', 'coverage.parent'] as const;
  expectSame(Object.fromEntries(coverage.map((name) => [name, numbers[name]])), items, (item) =>
    named('coverage', { ...coverageOf([item], FRAME) }),
  );
  const open = items.filter(({ category }) => category !== 'done');
  expectSame(clausesOf(FRAME, coverageParts(FRAME)), open, (item) =>
    item.decision.kind === 'value' ? {} : { [coveragePartOf(item, FRAME)]: 1 },
  );
  expect(COVERAGE_PARTS).toHaveLength(6);
});

test('in every case a row of streams counts the same by listing and by searching', () => {
  const stream = oneOf('component', ['21']);
  const items = CASES.map((item, n) => ({ ...item, componentIds: [n % 3 === 0 ? '22' : '21'] }));
  const here = ({ componentIds }: ItemFacts) => componentIds[0] === '21';
  expectSame(clausesOf(FRAME, streamOutputNumbers(FRAME, WINDOW, stream)), items, (item) =>
    here(item) ? numbersOf(streamOutputOf(lookAt(item, FRAME))) : {},
  );
  const longAgo = NOW - FRAME.rules.flagAfterDays * DAY_MS;
  const open = items.flatMap((item, n): ItemFacts[] => [
    { ...item, category: 'new', created: longAgo + (n % 2) },
    { ...item, id: `p${n}`, category: 'new', decision: value({ decision: 'parked' }) },
    { ...item, id: `k${n}`, category: 'new', decision: value({ decision: 'kept' }) },
    { ...item, id: `f${n}`, category: 'new', flag: value({ flag: 'candidate' }) },
    { ...item, id: `w${n}`, category: 'new', flag: value({ flag: 'warned' }) },
    { ...item, id: `d${n}`, flag: value({ flag: 'candidate' }) },
    { ...item, id: `e${n}`, category: 'new', level: 1, typeId: '9' },
  ]);
  expectSame(clausesOf(FRAME, streamBacklogNumbers(FRAME, stream)), open, (item) =>
    here(item) ? numbersOf(streamBacklogOf(item, FRAME, NOW)) : {},
  );
  expect(streamRows([{ id: 's1', name: 'Web', clause: stream }])).toEqual(['s1', 'none']);
});

test('in every case the numbers of a goal are the same by listing and by searching', () => {
  const items = CASES.flatMap((item): ItemFacts[] => [
    item,
    { ...item, id: `o${item.id}`, category: 'new' },
    { ...item, id: `p${item.id}`, category: 'new', decision: value({ decision: 'parked' }) },
    { ...item, id: `t${item.id}`, category: 'new', decision: value({ decision: 'kept' }) },
    { ...item, id: `k${item.id}`, decision: value({ decision: 'killed' }) },
    { ...item, id: `e${item.id}`, level: 1, typeId: '9' },
  ]);
  const [goal = aGoal()] = FRAME.goals;
  const clauses = clausesOf(FRAME, goalNumbers(FRAME, goal));
  expectSame(clauses, items, (item) => goalNumbersOf([item], FRAME, goal));
  const sums = goalNumbersOf(items, FRAME, goal);
  for (const name of GOAL_NUMBERS) expect(sums[name]).toBe(idsBy(clauses[name], items).length);
});

test('in every case work serves a goal by listing and by searching, and the rest is calendar work', () => {
  expectSame(workClauses(FRAME, TODAY), CASES, (item) => ({
    [servesGoal(item, FRAME, TODAY) ? 'serves' : 'calendar']: 1,
  }));
});

test('in every case an item is in one list of results, on any goal or on one', () => {
  for (const goalId of [undefined, 'g1', 'g2']) {
    const of = { frame: FRAME, typeIds: ['1', '3'], goalId };
    const clauses = resultListClauses(of, TODAY);
    for (const name of RESULT_LISTS) {
      const ids = CASES.filter((item) => resultListOf(item, of, TODAY) === name);
      expect([name, idsBy(clauses[name], CASES)]).toEqual([name, ids.map(({ id }) => id)]);
    }
  }
});

test('in every case a bet is counted once, by whoever carries its sentence', () => {
  const clauses = clausesOf(FRAME, ownBetNumbers(FRAME, WINDOW, UNFILTERED, TODAY));
  const above = parentBets(FRAME, TODAY);
  const bets = betsOf(CASES, FRAME, WINDOW, TODAY);
  for (const state of BET_STATES) {
    const below = above[state].filter(({ id }) =>
      CASES.some(({ parentId, answer }) => parentId === id && answer.kind === 'none'),
    );
    expect([state, bets[state]]).toEqual([
      state,
      idsBy(clauses[state], CASES).length + below.length,
    ]);
  }
});

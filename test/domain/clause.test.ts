// Conditions as data: what is equal, what an opposite is, and conditions that only Jira can answer.
import { expect, test } from '@jest/globals';
import { ownAnswerClause } from '../../src/domain/bet-clause';
import { clauseOf, sumOf, type Counted } from '../../src/domain/bet-sum';
import {
  and,
  asksOpposite,
  before,
  category,
  dayBefore,
  everything,
  has,
  holds,
  is,
  not,
  nothing,
  older,
  oneOf,
  or,
  saved,
  simplify,
  type Clause,
} from '../../src/domain/clause';
import { inNoStream } from '../../src/domain/filter';
import { DAY_MS } from '../../src/domain/days';
import type { ItemFacts } from '../../src/domain/item';
import { aFrame, anAnswer, anItem, aParent, at, value } from '../support/builders';

const NOW = at('2026-11-21T12:00:00Z');
const SHOP = saved('s1', 'component = Shop');
const LEAVES: Clause[] = [
  ...[is('why', 'run'), is('why', 'move'), is('goal', 'run'), has('goal'), has('until')],
  ...[dayBefore('checkBy', '2026-01-01'), dayBefore('stopBy', '2026-01-01')],
  ...[dayBefore('checkBy', '2026-01-02'), category('done'), category('new')],
  ...[oneOf('type', ['1']), oneOf('type', ['1', '2']), oneOf('status', ['1'])],
  ...[before('created', 1), before('created', 2), before('updated', 1)],
  ...[older('created', 1), older('created', 2), older('updated', 1)],
  ...[SHOP, saved('s2', 'component = Shop'), saved('s1', 'component = Till')],
];

test('a repeated condition is said once, and any other one is kept', () => {
  const all = [...LEAVES, ...LEAVES.map(not)];
  expect(simplify(and(...all, ...all))).toEqual(and(...all));
  expect(simplify(or(...all, ...all))).toEqual(or(...all));
});

test('the opposite of an opposite is the condition itself', () => {
  for (const leaf of LEAVES) {
    expect(not(leaf)).toEqual({ ...leaf, not: true });
    expect(not(not(leaf))).toEqual(leaf);
  }
});

test('what holds for everything or nothing is not said beside others', () => {
  const [a = everything, b = everything] = LEAVES;
  expect(simplify(and(a, everything, and(b, a)))).toEqual(and(a, b));
  expect(simplify(or(a, nothing, or(b)))).toEqual(or(a, b));
  expect(simplify(and(a, nothing))).toEqual(nothing);
  expect(simplify(or(a, everything))).toEqual(everything);
  expect(simplify(and(a, oneOf('type', [])))).toEqual(nothing);
  expect(simplify(or(a, not(oneOf('type', []))))).toEqual(everything);
  expect(simplify(and(or(a)))).toEqual(a);
});

test('a saved condition holds for the items of which Jira said so', () => {
  const meets = (clause: Clause, savedIds?: string[]) =>
    holds(clause, anItem(savedIds ? { savedIds } : {}), NOW);
  expect(SHOP).toEqual({ kind: 'saved', id: 's1', jql: 'component = Shop' });
  expect([meets(SHOP, ['s2', 's1']), meets(SHOP, ['s2']), meets(SHOP)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([meets(not(SHOP), ['s1']), meets(not(SHOP))]).toEqual([false, true]);
});

test('the day of a result can be asked for, also where there is none', () => {
  const given = anItem({
    result: value({ result: 'flat', evidence: 'judged', at: '2026-11-01' }),
  });
  expect(holds(dayBefore('resultAt', '2026-11-02'), given, NOW)).toBe(true);
  expect(holds(dayBefore('resultAt', '2026-11-01'), given, NOW)).toBe(false);
  expect(holds(has('resultAt'), anItem(), NOW)).toBe(false);
});

test('a moment lies before an instant, or so many whole days back', () => {
  const item = anItem({ created: NOW - 2 * DAY_MS });
  expect(holds(older('created', 2), item, NOW)).toBe(true);
  expect(holds(older('created', 2), item, NOW - 1)).toBe(false);
  expect(holds(before('created', item.created), item, NOW)).toBe(false);
  expect(holds(before('created', item.created + 1), item, NOW)).toBe(true);
});

test('the opposite of a saved condition is found at any depth, and of no other', () => {
  expect([SHOP, and(SHOP), not(is('why', 'run'))].map(asksOpposite)).toEqual([false, false, false]);
  expect([not(SHOP), or(and(not(SHOP)))].map(asksOpposite)).toEqual([true, true]);
});

const frame = aFrame({
  parents: ['9001', '9002'].map((id) => aParent({ id, answer: value(anAnswer()) })),
});
/** In no saved stream: Jira has no search for what does not meet a condition that somebody wrote. */
const NONE = inNoStream([{ clause: SHOP }, { clause: saved('s2', 'labels = a') }]);
const counted: Counted = {
  scope: and(category('new'), NONE),
  bet: { own: ownAnswerClause(frame), parent: () => everything, none: oneOf('type', ['2']) },
};

test('what is in no saved stream is counted as all less those in one, however parents are grouped', () => {
  const kinds: Partial<ItemFacts>[] = [
    ...[{}, { answer: value(anAnswer()) }, { parentId: '9001' }, { parentId: '9002' }],
    ...[{ typeId: '2' }, { typeId: '2', parentId: '9001' }, { category: 'done' as const }],
  ];
  const items = [[], ['s1'], ['s2'], ['s1', 's2']].flatMap((savedIds) =>
    kinds.map((more) => anItem({ ...more, savedIds })),
  );
  const once = clauseOf(frame, counted);
  for (const atOnce of [1, 2]) {
    const { plus, minus } = sumOf(frame, counted, atOnce);
    expect([...plus, ...minus].filter(asksOpposite)).toEqual([]);
    const times = (clauses: readonly Clause[], item: ItemFacts) =>
      clauses.filter((clause) => holds(clause, item, NOW)).length;
    for (const item of items)
      expect([item, times(plus, item) - times(minus, item)]).toEqual([
        item,
        Number(holds(once, item, NOW)),
      ]);
  }
});

test('a number without saved conditions is one condition while its parents fit into one', () => {
  const plain = { ...counted, scope: category('new') };
  const once = { plus: [clauseOf(frame, plain)], minus: [] };
  expect(sumOf(frame, plain, 2)).toEqual(once);
  expect(sumOf(frame, { scope: SHOP }, 1)).toEqual({ plus: [SHOP], minus: [] });
  expect(sumOf(frame, { scope: not(SHOP) }, 1)).toEqual({ plus: [everything], minus: [SHOP] });
  expect(sumOf(frame, plain, 1).plus).toHaveLength(4);
  expect(sumOf(frame, plain, 1).minus).toHaveLength(2);
  expect(sumOf(frame, { scope: nothing }, 1)).toEqual({ plus: [], minus: [] });
});

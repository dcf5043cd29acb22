// Random but possible worlds for property tests: goals, parents, items and their rules.
import fc from 'fast-check';
import type { KeptAnswer } from '../../src/domain/answer';
import type { Frame } from '../../src/domain/band';
import { addDays, DAY_MS, type Day } from '../../src/domain/days';
import { oneOf } from '../../src/domain/clause';
import { streamsOfComponents, type Filter, type Stream } from '../../src/domain/filter';
import type { Goal } from '../../src/domain/goal';
import type { ItemFacts, ParentFacts, Read } from '../../src/domain/item';
import { sortedAnswer } from '../../src/domain/sort';
import type { TypeAges } from '../../src/domain/rules';
import { aGoal, at, someRules } from './builders';

const DAY_ZERO = '2026-01-01';
/** A Saturday noon, in milliseconds; later than every moment that is drawn; drawn days may lie ahead. */
export const NOW = at('2026-11-21T12:00:00Z');

const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 400 }).map((n) => addDays(DAY_ZERO, n));
const instant = fc
  .integer({ min: 0, max: 320 * 24 * 60 })
  .map((n) => at('2026-01-01T00:00:00Z') + n * 60_000);
const GOALS = ['g1', 'g2', 'g3'];

const goals: fc.Arbitrary<Goal[]> = fc
  .tuple(
    ...GOALS.map(() =>
      fc.tuple(
        fc.integer({ min: 0, max: 150 }).map((n) => addDays(DAY_ZERO, n)),
        fc.integer({ min: 20, max: 300 }),
        fc.option(day),
        fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      ),
    ),
  )
  .map((list) =>
    list.map(([firstDay, length, endedOn, complete], i) =>
      aGoal({
        id: GOALS[i] ?? '',
        firstDay,
        lastDay: addDays(firstDay, length),
        ...(endedOn !== null && endedOn >= firstDay ? { endedOn } : {}),
        metric: complete ? 'Conversion' : '',
      }),
    ),
  );

/** Weights keep every case of the rules frequent: most items have few of their properties. */
const someRead = <T>(content: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<Read<T>> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<Read<T>>({ kind: 'none' }) },
    { weight, arbitrary: content.map((v): Read<T> => ({ kind: 'value', value: v })) },
  );

const SORTING = { move: 'moved', test: 'tested', run: 'run' } as const;

/** Valid answers: complete ones have all their parts. `gx` is another project's goal. */
const answer: fc.Arbitrary<KeptAnswer> = fc
  .record({
    why: fc.constantFrom('move' as const, 'test' as const, 'run' as const),
    goal: fc.constantFrom(...GOALS, 'gx'),
    checkBy: day,
    stopBy: fc.option(day, { nil: undefined }),
    when: fc.constantFrom('before' as const, 'started' as const, 'done' as const),
    answered: fc.option(day, { nil: undefined }),
    // Half ones are as frequent as whole ones; some items are sorted by hand.
    kind: fc.constantFrom('whole', 'whole', 'half', 'half', 'sorted'),
  })
  .map(({ kind, ...rest }): KeptAnswer => {
    const { why, goal, when, answered } = rest;
    if (kind === 'sorted')
      return sortedAnswer(
        why === 'run' ? null : { why, goal, state: 'half' },
        SORTING[why],
        '2026-10-01',
      );
    if (why === 'run') return { why, state: 'answered', when, answered };
    if (kind === 'half') return { why, goal, state: 'half' };
    return { ...rest, by: 'x', expect: 'y', state: 'answered' };
  });

const result = fc.record({
  result: fc.constantFrom('moved' as const, 'flat' as const, 'unclear' as const),
  evidence: fc.constant('judged' as const),
  at: day,
});

const parents: fc.Arbitrary<ParentFacts[]> = fc
  .tuple(
    ...['9001', '9002', '9003'].map(() =>
      fc.tuple(someRead(answer, 4), someRead(result), fc.boolean()),
    ),
  )
  .map((list) =>
    list.map(([a, r, isDone], i) => ({
      ...{ id: `900${i + 1}`, key: `SHOP-90${i + 1}` },
      ...{ answer: a, result: r, isDone },
    })),
  );

/** An item of the standard level, open or finished, with any of its properties. */
export const anyItem: fc.Arbitrary<ItemFacts> = fc
  .record({
    typeId: fc.constantFrom('1', '2', '3'),
    labels: fc.constantFrom<string[]>([], ['ops'], ['ops', 'web'], ['web']),
    componentIds: fc.constantFrom<string[]>([], ['21'], ['22'], ['21', '22'], ['23']),
    statusId: fc.constantFrom('100', '100', '106', '106', '106', '107'),
    category: fc.constantFrom(
      'new' as const,
      'indeterminate' as const,
      'done' as const,
      'done' as const,
    ),
    resolutionId: fc.constantFrom(null, null, '6', '6', '7'),
    created: instant,
    updated: instant,
    categoryChanged: instant,
    parentId: fc.constantFrom(null, '9001', '9002', '9003', '9999'),
    answer: someRead(answer, 3),
    result: someRead(result),
    flag: someRead(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            flag: fc.constantFrom('warned' as const, 'candidate' as const),
            reason: fc.constantFrom('aged' as const, 'idle' as const, 'goal' as const),
            since: day,
            notBefore: fc.option(day, { freq: 3, nil: undefined }),
          }),
        },
        // Listed in vain.
        { weight: 1, arbitrary: fc.record({ notBefore: day }) },
      ),
    ),
    decision: someRead(
      fc.record({
        decision: fc.constantFrom('killed' as const, 'parked' as const, 'kept' as const),
        until: fc.option(day, { nil: undefined }),
      }),
      1,
    ),
    pass: someRead(day.map((until) => ({ until, untilAt: Date.parse(until) }))),
  })
  .map((item) => ({ ...item, id: '10001', key: 'SHOP-1', level: 0 }));

/** A project with three goals and three parents; ages are counted in one of three zones. */
export const anyFrame: fc.Arbitrary<Frame> = fc
  .record({
    goals,
    parents,
    exemptTypeIds: fc.constantFrom<string[]>([], ['3']),
    exemptLabels: fc.constantFrom<string[]>([], ['ops']),
    agesByType: fc.constantFrom<TypeAges[]>(
      [],
      [{ typeId: '2', warnAfterDays: 20, flagAfterDays: 200 }],
    ),
    timeZone: fc.constantFrom('UTC', 'America/New_York', 'Pacific/Auckland'),
  })
  .map(({ goals: some, parents: above, ...rules }) => ({
    goals: some,
    parents: above,
    rules: someRules({ ...rules, warnAfterDays: 40, flagAfterDays: 90 }),
    standardTypeIds: ['1', '2', '3'],
    undelivered: { resolutionIds: ['7'], statusIds: ['107'] },
  }));

/** 60 to 320 days that begin in the first months of 2026, as moments; they may end after `NOW`. */
export const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 60, max: 320 }))
  .map(([start, length]) => {
    const from = at('2026-01-01T00:00:00Z') + start * DAY_MS;
    return { from, to: from + length * DAY_MS };
  });

/** Two components of three, and a label: items are in one, several or none of them. */
export const STREAMS: Stream[] = [
  ...streamsOfComponents([
    { id: '21', name: 'Checkout' },
    { id: '22', name: 'Search' },
  ]),
  { id: 'ops', name: 'Operations', clause: oneOf('label', ['ops']) },
];

/** Filters of one or more parts; some name what does not exist. */
export const anyFilter: fc.Arbitrary<Filter> = fc.record({
  goalId: fc.constantFrom(undefined, undefined, undefined, 'g1', 'g2', 'gx'),
  stream: fc.constantFrom(undefined, undefined, 'component-21', 'ops', 'none', 'gone'),
  typeId: fc.constantFrom(undefined, undefined, undefined, '1', '3'),
  label: fc.constantFrom(undefined, undefined, undefined, 'web'),
});

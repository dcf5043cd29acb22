// Items as the gate may meet them: every kind of property, also what nobody but a hand or a later
// version writes, under every kind of rules and at every kind of moment.
import fc from 'fast-check';
import { type FACT_PROPERTIES, factsOf, parentFactsOf } from '../../src/adapters/jira/items';
import { writeAnswer } from '../../src/contract/properties';
import { DAY_MS, endOfDay, startOfDay } from '../../src/domain/days';
import { gateTable, type GateTable } from '../../src/domain/gate';
import { valueOf, type ItemFacts, type ParentFacts } from '../../src/domain/item';
import type { ProjectSettings } from '../../src/domain/rules';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';

/** All types of the project: 1 to 3 standard, 4 a sub-task, 5 an epic. */
export const TYPES = [
  { id: '1', level: 0 },
  { id: '2', level: 0 },
  { id: '3', level: 0 },
  { id: '4', level: -1 },
  { id: '5', level: 1 },
];

export type Properties = Partial<Record<(typeof FACT_PROPERTIES)[number], unknown>>;
export interface RawItem {
  key: string;
  typeId: string;
  labels: string[];
  properties: Properties;
  parent: { key: string; properties: Properties } | null;
}
export interface GateCase {
  item: RawItem;
  settings: ProjectSettings;
  /** What the app publishes of them. */
  table: GateTable;
  now: number;
}

export const SAY = { none: 'none', half: 'half', goal: 'goal' };

const ABSENT = fc.constant(undefined);

/** Values that are no property of ours: every type of JSON. */
export const junk = fc.oneof(
  fc.constantFrom<unknown>(null, 0, 1, -1.5, '', 'answered', 'run', true, false, [], {}, [[]]),
  fc.constantFrom<unknown>(
    [{ v: 1, state: 'answered', why: 'run' }],
    { state: 'answered', why: 'run' },
    { answered: { v: 1 } },
    'x'.repeat(10_000),
    '\u202eright to left \u05d0 "\' \\ \ud83e\ude9c',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One field of a sound value changed to something else, or taken away. */
const spoiled = <T extends object>(sound: fc.Arbitrary<T>, fields: readonly string[]) =>
  fc
    .tuple(sound, fc.constantFrom(...fields), fc.oneof(ABSENT, fc.constant(2), fc.jsonValue()))
    .map(([value, field, other]): unknown => {
      const next: Record<string, unknown> = { ...value, [field]: other };
      if (other === undefined) delete next[field];
      return next;
    });

const someAnswers = fc
  .sample(anyItem, { seed: 20261121, numRuns: 400 })
  .flatMap(({ answer }) => valueOf(answer) ?? [])
  .map(writeAnswer);
const soundAnswer = fc.constantFrom(...someAnswers);
const halfAnswer = fc
  .constantFrom('g1', 'gx')
  .map((goal) => ({ v: 1, why: 'move', state: 'half', goal }));
const rawAnswer: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: ABSENT },
  { weight: 4, arbitrary: soundAnswer },
  { weight: 1, arbitrary: halfAnswer },
  { weight: 1, arbitrary: soundAnswer.map((answer) => ({ ...answer, v: 2, more: true })) },
  { weight: 2, arbitrary: spoiled(soundAnswer, ['v', 'why', 'state', 'goal', 'by', 'checkBy']) },
  { weight: 2, arbitrary: junk },
);

/** A start-anyway that holds, one that is over or withdrawn, and what is none. */
const soundPass = fc
  .constantFrom(NOW - 7 * DAY_MS, NOW - 1, NOW, NOW + 1, NOW + 7 * DAY_MS)
  .map((untilAt) => ({ v: 1, until: '2026-11-28', untilAt }));
const rawPass: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: ABSENT },
  { weight: 2, arbitrary: soundPass },
  { weight: 2, arbitrary: spoiled(soundPass, ['v', 'until', 'untilAt']) },
  { weight: 1, arbitrary: junk },
);

const rawItem: fc.Arbitrary<RawItem> = fc.record({
  key: fc.constant('SHOP-1'),
  typeId: fc.constantFrom('1', '1', '1', '2', '2', '3', '4', '5'),
  labels: fc.constantFrom<string[]>([], [], ['web'], ['ops'], ['web', 'ops']),
  properties: fc.record({ 'ladder-answer': rawAnswer, 'ladder-pass': rawPass }),
  parent: fc.option(
    fc.record({
      key: fc.constantFrom('SHOP-900', 'SHOP-900', 'SHOP-900', 'LAB-7', 'SHOPS-900'),
      properties: fc.record({ 'ladder-answer': rawAnswer }),
    }),
  ),
});

const settings: fc.Arbitrary<ProjectSettings> = fc
  .tuple(
    anyFrame,
    fc.integer({ min: 0, max: 8 }),
    fc.constantFrom('off' as const, 'warn' as const, ...Array<'block'>(12).fill('block')),
  )
  .map(([frame, goals, gate]) => ({
    projectId: '100',
    rev: 1,
    agreements: [],
    goals: frame.goals.slice(0, goals),
    rules: { ...frame.rules, gate },
  }));

/** Settings with the moments to look at: now, and the first and last ones of each goal's days. */
const placed = (some: ProjectSettings) => {
  const { timeZone } = some.rules;
  const edges = some.goals.flatMap(({ firstDay, lastDay }) => {
    const [from, to] = [startOfDay(firstDay, timeZone), endOfDay(lastDay, timeZone)];
    return [from - 1, from, to - 1, to];
  });
  const table = gateTable(some, TYPES, SAY);
  const moments = table.days.some(({ from, to }) => from <= NOW && NOW < to)
    ? [...Array<number>(2 * edges.length).fill(NOW), ...edges]
    : [NOW, ...edges];
  return moments.map((now) => ({ settings: some, table, now }));
};

// Days cost much to compute: one set of settings serves many items.
const places = fc.sample(settings, { seed: 20261121, numRuns: 150 }).flatMap(placed);

export const anyCase: fc.Arbitrary<GateCase> = fc
  .tuple(rawItem, fc.constantFrom(...places))
  .map(([item, place]) => ({ item, ...place }));

/** What the app makes of the item. */
export function factsOfCase({ key, typeId, labels, properties, parent }: RawItem): {
  item: ItemFacts;
  parent: ParentFacts | null;
} {
  const level = TYPES.find(({ id }) => id === typeId)?.level ?? 0;
  const item = factsOf({
    id: '10001',
    key,
    fields: {
      issuetype: { id: typeId, name: '', hierarchyLevel: level },
      labels,
      ...(parent && { parent: { id: '9001', key: parent.key } }),
    },
    properties,
  });
  return {
    item,
    parent: parent && item.parentId ? parentFactsOf({ id: '9001', ...parent }) : null,
  };
}

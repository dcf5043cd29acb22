// The kill list's rules as search conditions, at the border of each date and age, against the rules in words.
import { expect, test } from '@jest/globals';
import type { KeptAnswer } from '../../src/domain/answer';
import { clauseOf } from '../../src/domain/bet-sum';
import { holds, type Clause } from '../../src/domain/clause';
import { DAY_MS } from '../../src/domain/days';
import { valueOf, type Flag, type ItemFacts, type Read } from '../../src/domain/item';
import { findingOf, type ScanSearch } from '../../src/domain/kill';
import {
  findingClause,
  findingCounted,
  lingeringParentsClause,
  scanListings,
} from '../../src/domain/kill-clause';
import {
  aFrame,
  aGoal,
  anAnswer,
  anItem,
  aParent,
  at,
  none,
  someRules,
  value,
} from '../support/builders';
import { reasonsOf } from '../support/reasons';

const TODAY = '2026-11-21';
const NOW = at('2026-11-21T12:00:00Z');
const MOMENT = { now: NOW, today: TODAY };
const ago = (days: number) => NOW - days * DAY_MS;

const answer = (more: Partial<KeptAnswer>): Read<KeptAnswer> =>
  value(anAnswer({ checkBy: '2026-12-01', ...more }));
const ANSWERS: readonly Read<KeptAnswer>[] = [
  none,
  value({ why: 'move', goal: 'g1', state: 'half', checkBy: '2026-01-01' }),
  ...['2026-11-20', TODAY].flatMap((day) => [answer({ checkBy: day }), answer({ stopBy: day })]),
  answer({ checkBy: undefined }),
  // On both sides of the ages at which items of the one type and of the other are idle.
  ...['2026-05-05', '2026-05-06', '2026-08-23', '2026-08-24', '2026-11-22', '2026-11-23'].map(
    (answered) => answer({ answered }),
  ),
  answer({ goal: 'g2' }),
  answer({ goal: 'g2', why: 'test', checkBy: '2026-11-20' }),
  answer({ goal: 'of-another-project', stopBy: '2026-11-20' }),
  value({ why: 'run', goal: 'g2', checkBy: '2026-11-20', state: 'answered' }),
  value({ why: 'run', stopBy: '2026-11-20', state: 'answered' }),
];
const PARENTS = ANSWERS.map((one, n) => aParent({ id: `9${n}`, answer: one }));
const frame = aFrame({
  goals: [aGoal(), aGoal({ id: 'g2', endedOn: '2026-06-01' })],
  rules: someRules({
    ...{ warnAfterDays: 40, flagAfterDays: 90, graceDays: 14, exemptTypeIds: ['3'] },
    agesByType: [{ typeId: '2', warnAfterDays: 20, flagAfterDays: 200 }],
  }),
  parents: PARENTS,
});

const young = { created: NOW, updated: NOW };
const AGES: readonly Partial<ItemFacts>[] = [
  young,
  ...[20, 40, 90, 200].flatMap((days) => [
    { created: ago(days), updated: ago(days) },
    { created: ago(days) + 1, updated: ago(days) + 1 },
  ]),
  { category: 'indeterminate', created: ago(300), categoryChanged: ago(40), updated: NOW },
  { category: 'indeterminate', created: ago(300), categoryChanged: ago(39), updated: NOW },
];
const KINDS: readonly Partial<ItemFacts>[] = [
  { typeId: '1' },
  { typeId: '2' },
  { typeId: '3' },
  { category: 'done' },
  { decision: value({ decision: 'kept', until: '2026-11-22' }) },
  { decision: value({ decision: 'kept', until: TODAY }) },
];
const open = (facts: Partial<ItemFacts>, n: number) =>
  anItem({ ...young, id: String(n), ...facts });
const ITEMS: readonly ItemFacts[] = [
  ...AGES.flatMap((age) => KINDS.map((kind) => ({ ...age, ...kind }))),
  ...ANSWERS.flatMap((own) => AGES.slice(0, 7).map((age) => ({ ...age, answer: own }))),
  ...PARENTS.flatMap(({ id: parentId }) => [
    ...AGES.slice(0, 7).map((age) => ({ ...age, parentId })),
    { parentId, answer: answer({}) },
    { parentId, created: ago(90), answer: ANSWERS[1] ?? none },
  ]),
].map(open);

const meets = (clause: Clause, item: ItemFacts) => holds(clause, item, NOW);

test('in every case an item has a finding by its facts and by searching, and is ripe by both', () => {
  const clauses = (['warnAfterDays', 'flagAfterDays'] as const).map((age) =>
    findingClause(frame, MOMENT, age),
  );
  for (const item of ITEMS) {
    const finding = findingOf(item, frame, MOMENT);
    const expected = [item, finding !== null, finding?.ripe === true];
    expect([item, ...clauses.map((clause) => meets(clause, item))]).toEqual(expected);
  }
  const counts = (age?: 'flagAfterDays') => clauseOf(frame, findingCounted(frame, MOMENT, age));
  const found = (clause: Clause) => ITEMS.filter((item) => meets(clause, item)).length;
  expect(found(counts())).toBe(found(findingClause(frame, MOMENT)));
  expect(found(counts('flagAfterDays'))).toBe(found(findingClause(frame, MOMENT, 'flagAfterDays')));
});

const flags: readonly Flag[] = [
  ...(['aged', 'stop', 'check', 'goal', 'idle'] as const).map((reason): Flag => ({
    flag: 'candidate',
    reason,
    since: '2026-10-01',
  })),
  ...['2026-11-07', '2026-11-08', '2026-11-22', '2026-11-23'].map((since): Flag => ({
    flag: 'warned',
    reason: 'aged',
    since,
  })),
  ...[TODAY, '2026-11-22', '2026-12-05', '2026-12-06'].flatMap((notBefore): Flag[] => [
    { notBefore },
    { flag: 'warned', reason: 'aged', since: '2026-11-07', notBefore },
  ]),
];

/** Which searches list an item, in words. */
function searchesFor(item: ItemFacts): ScanSearch[] {
  const finding = findingOf(item, frame, MOMENT);
  const { flag, reason, since = '', notBefore = TODAY } = valueOf(item.flag) ?? {};
  if (!finding) return flag ? ['clear'] : [];
  const isGiven = flag !== undefined && since < '2026-11-23';
  // A mark further ahead than a scan writes is none.
  const isDue = notBefore <= TODAY || notBefore > '2026-12-05';
  const lists: Record<Exclude<ScanSearch, 'clear'>, boolean> = {
    warn: !isGiven && isDue,
    flag: flag === 'warned' && since <= '2026-11-07' && finding.ripe && isDue,
    reason: flag !== undefined && !!reason && !reasonsOf(item, frame, MOMENT).includes(reason),
  };
  return (['warn', 'flag', 'reason'] as const).filter((search) => lists[search]);
}

test('in every case an item is listed by the searches whose work it may need, and by no other', () => {
  const listings = scanListings(frame, MOMENT);
  for (const item of ITEMS.filter((_item, n) => n % 2 === 0))
    for (const flag of [none, ...flags.map(value)]) {
      const flagged: ItemFacts = { ...item, flag };
      const found = listings.filter(({ clause }) => meets(clause, flagged));
      expect([flagged, found.map(({ search }) => search)]).toEqual([flagged, searchesFor(flagged)]);
    }
});

test('an open item above the standard level lingers without an answer from its age on', () => {
  const clause = lingeringParentsClause(frame, ['9'], 60);
  const epic = { typeId: '9', level: 1, created: ago(60) };
  const lingers = (more: Partial<ItemFacts>) => meets(clause, anItem({ ...epic, ...more }));
  expect(lingers({})).toBe(true);
  expect(lingers({ created: ago(60) + 1 })).toBe(false);
  expect(lingers({ category: 'done' })).toBe(false);
  expect(lingers({ typeId: '1' })).toBe(false);
  expect(lingers({ answer: answer({}) })).toBe(false);
});

// What a scan lists, where one search can't name all answered parents: together the searches list every
// item whose flag has to change, as one search that names them all would.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Frame } from '../../src/domain/band';
import { holds } from '../../src/domain/clause';
import { addDays } from '../../src/domain/days';
import type { KeptAnswer } from '../../src/domain/answer';
import { valueOf, type Flag, type ItemFacts, type Reason } from '../../src/domain/item';
import { findingOf, planFlag, planListed, type FlagChange } from '../../src/domain/kill';
import { scanListings } from '../../src/domain/kill-clause';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';
import { aFrame, anAnswer, anItem, aParent, at, none, someRules, value } from '../support/builders';
import { reasonsOf } from '../support/reasons';
import { runsOf } from '../support/runs';

const TODAY = '2026-11-21';
const MOMENT = { now: NOW, today: TODAY };
const MANY = 1_150;
const ANSWERS: KeptAnswer[] = [
  anAnswer(),
  anAnswer({ checkBy: '2026-03-01' }),
  anAnswer({ goal: 'g2', stopBy: '2026-05-05' }),
  { why: 'run', state: 'answered' },
];

/** Parents 20000 to 21149, answered in turn, of which some in between are the frame's own. */
const manyParents = Array.from({ length: MANY }, (_none, i) =>
  aParent({ id: String(20_000 + i), answer: value(ANSWERS[i % ANSWERS.length] ?? anAnswer()) }),
);
const anyParentId = fc.oneof(
  fc.constantFrom(null, '9001', '9999', '20000', '20499', '20500', '20999', '21000', '21149'),
  fc.integer({ min: 20_000, max: 20_000 + MANY - 1 }).map(String),
);
const found = (item: ItemFacts, frame: Frame) =>
  scanListings(frame, MOMENT).filter(({ clause }) => holds(clause, item, NOW));

/** What is written to an item that some of the searches list, one after the other. */
function scanned(item: ItemFacts, frame: Frame): ItemFacts {
  let now = item;
  const listings = scanListings(frame, MOMENT);
  for (const search of ['clear', 'warn', 'flag', 'reason'] as const) {
    const lists = listings.some((one) => one.search === search && holds(one.clause, now, NOW));
    if (!lists) continue;
    const change: FlagChange = planListed(now, search, frame, MOMENT);
    if (change.kind === 'write') now = { ...now, flag: value(change.flag) };
    if (change.kind === 'clear') now = { ...now, flag: none };
  }
  return now;
}

const flagsAfter = (item: ItemFacts, frame: Frame): [Flag | null, Flag | null] => {
  const { notBefore: _not, ...shown } = valueOf(scanned(item, frame).flag) ?? {};
  const change = planFlag(item, frame, MOMENT);
  const planned =
    change.kind === 'write' ? change.flag : change.kind === 'clear' ? null : valueOf(item.flag);
  const { notBefore: _neither, ...meant } = planned ?? {};
  return [shown.flag ? shown : null, meant.flag ? meant : null];
};

test('many parents or few: after the scan an item has the flag that the rule gives it', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, anyParentId, (item, some, parentId) => {
      const frame = { ...some, parents: [...some.parents, ...manyParents] };
      const child = { ...item, parentId };
      const had = valueOf(child.flag);
      // The date of one that waits is another test's; so is the reason among several dates.
      fc.pre(had?.notBefore === undefined);
      const [shown, meant] = flagsAfter(child, frame);
      expect(shown?.flag).toBe(meant?.flag);
      if (shown?.flag !== had?.flag || shown?.reason === 'aged') expect(shown).toEqual(meant);
    }),
    runsOf(25, 600),
  );
});

const anyReason = fc.constantFrom<Reason[]>('aged', 'goal', 'check', 'stop', 'idle');
test('after the scan no flag is for a reason that its item does not have', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, anyReason, (item, frame, reason) => {
      const flag: Flag = { flag: 'warned', reason, since: '2026-11-15' };
      fc.pre(findingOf(item, frame, MOMENT) !== null);
      const left = valueOf(scanned({ ...item, flag: value(flag) }, frame).flag);
      expect(reasonsOf(item, frame, MOMENT)).toContain(left?.reason);
    }),
    runsOf(300, 10_000),
  );
});

test('the searches below further parents list nothing in vain', () => {
  const few = manyParents.slice(0, 750);
  fc.assert(
    fc.property(anyItem, anyFrame, anyParentId, (item, some, parentId) => {
      const child = { ...item, parentId };
      const [, , , , ...further] = scanListings({ ...some, parents: few }, MOMENT);
      for (const { search, clause } of further)
        if (search !== 'reason' && holds(clause, child, NOW))
          expect(planFlag(child, { ...some, parents: few }, MOMENT).kind).not.toBe('keep');
    }),
    runsOf(20, 500),
  );
});

test('no search names more than 500 parents', () => {
  const frame = aFrame({ parents: manyParents });
  const named = (clause: unknown): number =>
    Math.max(
      0,
      ...[...JSON.stringify(clause).matchAll(/"parent"[^\]]*\[([^\]]*)\]/g)].map(
        ([, list]) => (list ?? '').split(',').length,
      ),
    );
  expect(Math.max(...scanListings(frame, MOMENT).map(({ clause }) => named(clause)))).toBe(500);
});

test('below further parents too: a flag for a day that was put off is told by what is left', () => {
  const child = anItem({
    id: '10003',
    parentId: '21100',
    updated: at('2026-01-10T00:00:00Z'),
    flag: value({ flag: 'candidate', reason: 'check', since: '2026-10-01' }),
  });
  for (const parents of [manyParents, [aParent({ id: '21100', answer: value(anAnswer()) })]])
    expect(valueOf(scanned(child, aFrame({ rules, parents })).flag)).toEqual({
      flag: 'candidate',
      reason: 'idle',
      since: '2026-10-01',
    });
});

const rules = someRules({ warnAfterDays: 40, flagAfterDays: 90 });
/** Old, without an answer of its own, under a parent that only a further search names. */
const covered = anItem({ id: '10003', parentId: '21100', updated: NOW });
const frame = aFrame({ rules, parents: manyParents });

test('what is listed in vain is marked once, and comes back after a week or two', () => {
  expect(findingOf(covered, frame, MOMENT)).toBeNull();
  expect(found(covered, frame).map(({ search }) => search)).toEqual(['warn']);
  const marked = scanned(covered, frame);
  const day = valueOf(marked.flag)?.notBefore ?? '';
  expect(valueOf(marked.flag)).toEqual({ notBefore: day });
  expect(day >= addDays(TODAY, 7) && day < addDays(TODAY, 14)).toBe(true);
  expect(found(marked, frame)).toEqual([]);
  const later = { now: NOW, today: day };
  expect(
    scanListings(frame, later).filter(({ clause }) => holds(clause, marked, NOW)),
  ).toHaveLength(1);
});

test('a mark never holds up an item whose parent’s day has come', () => {
  const marked = { ...covered, flag: value({ notBefore: addDays(TODAY, 9) }) };
  const overdue = manyParents.map((parent) =>
    parent.id === covered.parentId
      ? { ...parent, answer: value(anAnswer({ checkBy: '2026-11-20' })) }
      : parent,
  );
  const due = { ...frame, parents: overdue };
  expect(valueOf(scanned(marked, due).flag)).toEqual({
    flag: 'warned',
    reason: 'check',
    since: TODAY,
  });
  const warned = {
    ...covered,
    flag: value({
      flag: 'warned' as const,
      reason: 'check' as const,
      since: '2026-11-01',
      notBefore: addDays(TODAY, 9),
    }),
  };
  expect(valueOf(scanned(warned, due).flag)).toMatchObject({ flag: 'candidate' });
});

test('an item that comes of age while the scan runs is left for the next night, without a mark', () => {
  const DAY_MS = 86_400_000;
  const none = { ...frame, parents: [] };
  const young = anItem({ created: NOW - 40 * DAY_MS + 2_000, updated: NOW });
  expect(planListed(young, 'warn', none, MOMENT)).toEqual({ kind: 'keep' });
  const warned = value({ flag: 'warned' as const, reason: 'aged' as const, since: '2026-10-01' });
  const nearly = anItem({ created: NOW - 90 * DAY_MS + 2_000, updated: NOW, flag: warned });
  expect(planListed(nearly, 'flag', none, MOMENT)).toEqual({ kind: 'keep' });
  const unripe = anItem({ created: NOW - 80 * DAY_MS, updated: NOW, flag: warned });
  expect(planListed(unripe, 'flag', none, MOMENT)).toMatchObject({ kind: 'write' });
});

// What items show beside what storage holds: everything has its turn in four weeks, and where search
// counts another number, some of that value are looked at beyond those.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/domain/days';
import type { Result } from '../../src/domain/item';
import { compareShown } from '../../src/usecases/scan/compare';
import { anItem, none, value } from '../support/builders';
import { runsOf } from '../support/runs';
import { DECISION, ids, keptResult, RESULT, shownSite, site, TODAY } from './scan-site';

const NIGHTS = 28;
test('where all is as it should be, every item is looked at once in four weeks, a part each night', async () => {
  const state = shownSite(300);
  const seen = new Map<string, number>();
  for (let night = 0; night < NIGHTS; night += 1) {
    const { ports, log } = site(state);
    expect(await compareShown(ports, '1', addDays(TODAY, night))).toBe(0);
    expect(log.looked.length).toBeLessThanOrEqual((2 * 300) / NIGHTS + 4);
    for (const itemId of log.looked) seen.set(itemId, (seen.get(itemId) ?? 0) + 1);
  }
  for (const itemId of ids(300))
    expect(seen.get(itemId)).toBe(
      Number(state.results.has(itemId)) + Number(state.decisions.has(itemId)),
    );
});

/** What somebody did to an item past Ladder. */
const anyDamage = fc.record({
  n: fc.integer({ min: 0, max: 59 }),
  what: fc.constantFrom('gone' as const, 'other' as const, 'broken' as const),
});

test('whatever was written over is mended within four weeks, and each is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDamage, { maxLength: 8 }), async (damages) => {
      const state = shownSite(60);
      const broken = new Set<string>();
      for (const { n, what } of damages) {
        const itemId = String(20_000 + n);
        const item = state.items.get(itemId);
        if (!item || !state.results.has(itemId)) continue;
        const other = value<Result>({ ...RESULT, result: 'flat' });
        const shown = { gone: none, other, broken: { kind: 'unreadable' as const } }[what];
        state.items.set(itemId, { ...item, result: shown });
        broken.add(itemId);
      }
      let differ = 0;
      for (let night = 0; night < NIGHTS; night += 1)
        differ += await compareShown(site(state).ports, '1', addDays(TODAY, night));
      expect(differ).toBe(broken.size);
      for (const itemId of state.results.keys())
        expect(state.items.get(itemId)?.result).toEqual(value(RESULT));
    }),
    runsOf(15, 300),
  );
});

test('a number that differs is followed up the same night, as far as one night goes', async () => {
  const state = shownSite(40);
  for (const itemId of [...state.decisions.keys()].slice(0, 10)) {
    const item = state.items.get(itemId);
    if (item) state.items.set(itemId, { ...item, decision: none });
  }
  expect(await compareShown(site(state).ports, '1', TODAY)).toBe(10);
  expect(await compareShown(site(state).ports, '1', TODAY)).toBe(0);
});

test('records of deleted and moved items cost some looks a night, never all of them', async () => {
  const state = shownSite(600);
  state.items.delete('20000');
  state.movedTo.set('20002', '2');
  const seen = new Set<string>();
  for (let night = 0; night < NIGHTS; night += 1) {
    const { ports, log } = site(state);
    expect(await compareShown(ports, '1', addDays(TODAY, night))).toBe(0);
    expect(log.looked.length).toBeLessThan(2 * (600 / NIGHTS + 50));
    for (const itemId of log.looked) seen.add(itemId);
  }
  expect(seen.size).toBe(600);
});

test('what only items claim is taken away the same night, and what came with an item stays', async () => {
  const state = shownSite(9);
  const forged = anItem({
    id: '30000',
    decision: value({ decision: 'kept', until: '2099-01-01' }),
    result: value({ ...RESULT, result: 'flat' }),
  });
  const parked = anItem({ id: '30001', decision: value({ ...DECISION, until: '2099-01-01' }) });
  for (const item of [forged, parked]) state.items.set(item.id, item);
  expect(await compareShown(site(state).ports, '1', TODAY)).toBe(3);
  expect(state.items.get('30000')).toMatchObject({ decision: none, result: none });
  expect(state.items.get('30001')?.decision).toEqual(none);
  expect(await compareShown(site(state).ports, '1', TODAY)).toBe(0);

  // Its record names the project that it came from.
  const { ports } = site(state);
  const decisions = { ...ports.decisions, ofProject: async () => [] };
  expect(await compareShown({ ...ports, decisions }, '1', TODAY)).toBe(0);
  const [first = ''] = state.decisions.keys();
  expect(state.items.get(first)?.decision).toEqual(value(DECISION));
});

test('what storage has not shown yet is no difference; what no later record bears out is one', async () => {
  const state = shownSite(6);
  state.results.set('20001', keptResult({ written: false, given: null }));
  const item = state.items.get('20002');
  if (item) state.items.set('20002', { ...item, result: { kind: 'newer' } });
  let differ = 0;
  for (let night = 0; night < NIGHTS; night += 1)
    differ += await compareShown(site(state).ports, '1', addDays(TODAY, night));
  expect(differ).toBe(1);
  expect(state.items.get('20002')?.result).toEqual(value(RESULT));
});

test('records of deleted items hide no false ones, and one that comes back is counted again', async () => {
  const state = shownSite(300);
  const parked = [...state.decisions.keys()].slice(0, 60);
  const away = new Map(parked.map((id) => [id, state.items.get(id)]));
  for (const id of parked) state.items.delete(id);
  const forged = Array.from({ length: 60 }, (_none, i) => String(40_000 + i));
  for (const id of forged)
    state.items.set(id, anItem({ id, decision: value({ ...DECISION, until: '2099-01-01' }) }));
  const nights = async (from: number, to: number) => {
    let differ = 0;
    for (let night = from; night < to; night += 1)
      differ += await compareShown(site(state).ports, '1', addDays(TODAY, night));
    return differ;
  };
  expect(await nights(0, NIGHTS)).toBe(60);
  for (const id of forged) expect(state.items.get(id)?.decision).toEqual(none);
  expect(parked.every((id) => state.decisions.get(id)?.gone)).toBe(true);

  // Restored: it shows what storage holds, and is no claim.
  const [first = '', second = ''] = parked;
  for (const id of [first, second]) {
    const item = away.get(id);
    if (item) state.items.set(id, item);
  }
  expect(await nights(NIGHTS, NIGHTS + 1)).toBe(0);
  for (const id of [first, second]) expect(state.decisions.get(id)?.gone).toBeUndefined();
  expect(state.items.get(first)?.decision).toEqual(value(DECISION));
});

// What a night's comparing asks, writes and leaves alone.
import { expect, test } from '@jest/globals';
import { addDays, DAY_MS } from '../../src/domain/days';
import type { Decision } from '../../src/domain/item';
import { compareShown } from '../../src/usecases/scan/compare';
import { anItem, none, value } from '../support/builders';
import {
  DECISION,
  forge,
  ids,
  keptDecision,
  keptResult,
  RESULT,
  shownSite,
  site,
  TODAY,
  type Site,
} from './scan-site';

const empty = (): Site => ({
  ...{ results: new Map(), decisions: new Map(), items: new Map(), movedTo: new Map() },
});
const FAR = '2099-01-01';
const FORGED = value({ ...DECISION, until: FAR });

/** Every value that storage can hold is held by one item, and shown. */
function everyValue(): Site {
  const state = empty();
  for (const [n, result] of (['moved', 'flat', 'unclear'] as const).entries()) {
    const given = { ...RESULT, result, by: 'po' };
    state.results.set(`2000${n}`, keptResult({ given }));
    forge(state, `2000${n}`, { result: value({ ...RESULT, result }) });
  }
  const { now } = keptDecision();
  if (!now) throw new Error('nothing is decided');
  const decisions = [
    ['park', 'parked'],
    ['keep', 'kept'],
    ['kill', 'killed'],
  ] as const;
  for (const [n, [kind, decision]] of decisions.entries()) {
    state.decisions.set(`2100${n}`, keptDecision({ now: { ...now, kind } }));
    forge(state, `2100${n}`, { decision: value({ ...DECISION, decision }) });
  }
  return state;
}

test.each([
  ['nothing is kept', empty(), 2],
  ['one result and one decision are kept', shownSite(3), 4],
  ['every value is kept', everyValue(), 6],
])('where %s and shown, a night counts and lists nothing', async (_name, state, counts) => {
  const { ports, log } = site(state);
  expect(await compareShown(ports, '1', TODAY)).toBe(0);
  expect(log).toMatchObject({ counts, lists: 0, written: [], saved: [] });
});

test('a record whose item is gone is marked once', async () => {
  const state = shownSite(28);
  state.items.delete('20004');
  state.items.delete('20006');
  const saved: string[] = [];
  for (let night = 0; night < 56; night += 1) {
    const { ports, log } = site(state);
    await compareShown(ports, '1', addDays(TODAY, night));
    saved.push(...log.saved);
  }
  // One of them has a decision, the other one a result as well.
  expect(saved.toSorted()).toEqual(['20004', '20006', '20006']);
  expect(state.results.get('20006')).toEqual({ ...keptResult(), writes: 3, gone: true });
});

test('an item is looked at and mended once a night, whatever it was found by', async () => {
  const state = shownSite(40);
  for (const itemId of state.decisions.keys())
    forge(state, itemId, { decision: value({ ...DECISION, decision: 'kept' }) });
  const { ports, log } = site(state);
  expect(await compareShown(ports, '1', TODAY)).toBe(state.decisions.size);
  expect(log.written.toSorted()).toEqual([...state.decisions.keys()]);
});

test.each([9, 140])('of %i that show nothing each night takes another part', async (many) => {
  const state = empty();
  for (const itemId of ids(many)) {
    state.decisions.set(itemId, keptDecision());
    forge(state, itemId, { decision: none });
  }
  const looks: number[] = [];
  for (let night = 0; night < 4; night += 1) {
    const { ports, log } = site(state);
    await compareShown(ports, '1', addDays(TODAY, night));
    looks.push(log.looked.length);
    expect(new Set(log.looked).size).toBe(log.looked.length);
  }
  expect(Math.max(...looks)).toBeLessThanOrEqual(50 + 5);
  for (const itemId of ids(many))
    expect(state.items.get(itemId)?.decision).toEqual(value(DECISION));
});

/** Parked items that show it, each created a day after the one before, beside those with results. */
function manyParked(parked: number, others: number): Site {
  const state = empty();
  for (const [n, itemId] of ids(parked + others).entries()) {
    const isParked = n >= others;
    if (isParked) state.decisions.set(itemId, keptDecision());
    else state.decisions.set(itemId, keptDecision({ now: null }));
    forge(state, itemId, {
      created: n * DAY_MS,
      ...(isParked && { decision: value(DECISION) }),
    });
  }
  return state;
}

test('false ones beside few honest ones are found the same night, however much else is kept', async () => {
  const state = manyParked(190, 300);
  forge(state, '90000', { created: -DAY_MS, decision: FORGED });
  forge(state, '90001', { created: 900 * DAY_MS, decision: FORGED });
  const { ports, log } = site(state);
  expect(await compareShown(ports, '1', TODAY)).toBe(2);
  expect(log.written).toEqual(['90000', '90001']);
});

test('beside many honest ones false ones are found in a few nights, and no honest one is touched', async () => {
  const state = manyParked(450, 0);
  forge(state, '90000', { created: -DAY_MS, decision: FORGED });
  forge(state, '90001', { created: 900 * DAY_MS, decision: FORGED });
  const written: string[] = [];
  for (let night = 0; night < 3; night += 1) {
    const { ports, log } = site(state);
    await compareShown(ports, '1', addDays(TODAY, night));
    written.push(...log.written);
  }
  expect(written.toSorted()).toEqual(['90000', '90001']);
});

test.each(['unreadable', 'newer'] as const)(
  'a day without a decision, %s, does not stand for a decision that was taken off',
  async (kind) => {
    const state = everyValue();
    forge(state, '21000', { decision: none });
    forge(state, '90000', { decision: { kind } });
    const alone = { until: FAR } as Decision;
    state.raw = new Map([['90000', anItem({ id: '90000', decision: value(alone) })]]);
    expect(await compareShown(site(state).ports, '1', TODAY)).toBe(2);
    expect(state.items.get('21000')?.decision).toEqual(value(DECISION));
    expect(state.items.get('90000')?.decision).toEqual(none);
  },
);

test('what was taken back, and shown so, is borne out by an item that shows nothing', async () => {
  const state = empty();
  state.results.set('20000', keptResult({ given: null }));
  state.decisions.set('20000', keptDecision({ now: null }));
  state.items.set('20000', anItem({ id: '20000' }));
  for (let night = 0; night < 28; night += 1) {
    const { ports, log } = site(state);
    expect(await compareShown(ports, '1', addDays(TODAY, night))).toBe(0);
    expect([log.counts, log.written]).toEqual([2, []]);
  }
});

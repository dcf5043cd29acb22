// What items show beside what storage holds: everything has its turn in four weeks, and where search
// counts another number, some of that value are looked at beyond those.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holds } from '../../src/domain/clause';
import { addDays } from '../../src/domain/days';
import type { Decision, ItemFacts, Result } from '../../src/domain/item';
import { MESSAGES } from '../../src/domain/messages';
import { AppError } from '../../src/domain/errors';
import type { KeptDecision, KeptResult, Ports } from '../../src/ports';
import { compareShown } from '../../src/usecases/scan/compare';
import { anItem, none, value } from '../support/builders';
import { runsOf } from '../support/runs';

const TODAY = '2026-11-21';
const NIGHTS = 28;
const RESULT: Result = { result: 'moved', evidence: 'judged', at: '2026-11-01' };
const DECISION: Decision = { decision: 'parked', until: '2027-01-01' };

const keptResult = (more: Partial<KeptResult> = {}): KeptResult => ({
  ...{ rev: 1, writes: 2, written: true, earlier: [], later: [] },
  given: { ...RESULT, by: 'po' },
  ...more,
});
const keptDecision = (more: Partial<KeptDecision> = {}): KeptDecision => ({
  ...{ rev: 2, written: true, intent: null, past: [] },
  now: {
    ...{ kind: 'park', until: '2027-01-01', reason: 'x', by: 'po', at: 0 },
    ...{ forum: '', flag: null, wasIn: '100' },
  },
  ...more,
});

interface Site {
  results: Map<string, KeptResult>;
  decisions: Map<string, KeptDecision>;
  /** Items that are there, with what they show. */
  items: Map<string, ItemFacts>;
  /** Project in which an item lies by now. */
  movedTo: Map<string, string>;
}

/** The ports that comparing needs, over memory. */
function site({ results, decisions, items, movedTo }: Site, refused = false) {
  const looked: string[] = [];
  const stored = <T>(all: Map<string, T>) => ({
    ofProject: async () => [...all].map(([itemId, kept]) => ({ itemId, projectId: '1', kept })),
    read: async (itemId: string) => all.get(itemId) ?? null,
    save: async (itemId: string, _project: string, kept: T) => void all.set(itemId, kept),
  });
  const write = (itemId: string, shown: Partial<ItemFacts>) => {
    if (refused) throw new AppError('rate_limited', MESSAGES.jira.rate_limited);
    const item = items.get(itemId);
    if (item) items.set(itemId, { ...item, ...shown });
  };
  const ports = {
    results: stored(results),
    decisions: stored(decisions),
    items: {
      writeResult: async (itemId: string, result: Result | null) =>
        write(itemId, { result: result ? value(result) : none }),
      writeDecision: async (itemId: string, decision: Decision | null) =>
        write(itemId, { decision: decision ? value(decision) : none }),
    },
    backlog: {
      count: async (projectId: string, clause: Parameters<typeof holds>[0]) =>
        [...items.values()].filter(
          (item) => (movedTo.get(item.id) ?? '1') === projectId && holds(clause, item, 0),
        ).length,
      async *pages(projectId: string, clause: Parameters<typeof holds>[0]) {
        yield [...items.values()].filter(
          (item) => (movedTo.get(item.id) ?? '1') === projectId && holds(clause, item, 0),
        );
      },
      item: async (itemId: string) => {
        looked.push(itemId);
        const facts = items.get(itemId);
        return facts ? { facts, projectId: movedTo.get(itemId) ?? '1' } : null;
      },
    },
    log: { info: () => undefined, error: () => undefined },
  };
  return { ports: ports as unknown as Ports, looked };
}

const ids = (many: number) => Array.from({ length: many }, (_none, i) => String(20_000 + i));
/** Items with a result, a decision, or both, that all show them. */
function shownSite(many: number): Site {
  const has = (n: number, id: string) => Number(id) % 3 !== n;
  const of = (n: number) => ids(many).filter((id) => has(n, id));
  return {
    results: new Map(of(0).map((id) => [id, keptResult()])),
    decisions: new Map(of(1).map((id) => [id, keptDecision()])),
    items: new Map(
      ids(many).map((id) => [
        id,
        anItem({
          id,
          result: has(0, id) ? value(RESULT) : none,
          decision: has(1, id) ? value(DECISION) : none,
        }),
      ]),
    ),
    movedTo: new Map(),
  };
}

test('where all is as it should be, every item is looked at once in four weeks, a part each night', async () => {
  const state = shownSite(300);
  const seen = new Map<string, number>();
  for (let night = 0; night < NIGHTS; night += 1) {
    const { ports, looked } = site(state);
    expect(await compareShown(ports, '1', addDays(TODAY, night))).toBe(0);
    expect(looked.length).toBeLessThanOrEqual((2 * 300) / NIGHTS + 4);
    for (const itemId of looked) seen.set(itemId, (seen.get(itemId) ?? 0) + 1);
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
    const { ports, looked } = site(state);
    expect(await compareShown(ports, '1', addDays(TODAY, night))).toBe(0);
    expect(looked.length).toBeLessThan(2 * (600 / NIGHTS + 50));
    for (const itemId of looked) seen.add(itemId);
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

test('where Jira asks to wait, comparing stops', async () => {
  const state = shownSite(40);
  const [first = ''] = state.decisions.keys();
  const item = state.items.get(first);
  if (item) state.items.set(first, { ...item, decision: none });
  await expect(compareShown(site(state, true).ports, '1', TODAY)).rejects.toMatchObject({
    code: 'rate_limited',
  });
});

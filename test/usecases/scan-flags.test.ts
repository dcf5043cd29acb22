// The flags of very many items: written by value and batch by batch, so that what is done stays done.
import { expect, test } from '@jest/globals';
import { holds, type Clause } from '../../src/domain/clause';
import { addDays, DAY_MS } from '../../src/domain/days';
import type { Flag, ItemFacts } from '../../src/domain/item';
import type { ScanSearch } from '../../src/domain/kill';
import type { Ports } from '../../src/ports';
import { changeFlags } from '../../src/usecases/scan/flags';
import { aFrame, anItem, at, value } from '../support/builders';
import { refusal } from './scan-site';

const TODAY = '2026-11-21';
const NOW = at(`${TODAY}T02:00:00Z`);
const PAGE = 500;
const YOUNG = { created: NOW - DAY_MS, updated: NOW - DAY_MS };
const flag = (since: string): Flag => ({ flag: 'warned', reason: 'aged', since });

const many = (n: number, more: Partial<ItemFacts> = {}) =>
  Array.from({ length: n }, (_none, i) => anItem({ id: String(10_000 + i), ...more }));

/** Items that have been looked for with this search, and what came of it. */
async function searched(
  items: readonly ItemFacts[],
  search: ScanSearch,
  refused?: { afterPages: number; error: Error },
) {
  const written: [number, Flag | null][] = [];
  let lists = 0;
  const backlog = {
    async *pages(_project: string, clause: Clause) {
      lists += 1;
      const found = items.filter((item) => holds(clause, item, NOW));
      for (let page = 0; page * PAGE < found.length; page += 1) {
        if (page === refused?.afterPages) throw refused.error;
        yield found.slice(page * PAGE, (page + 1) * PAGE);
      }
    },
    setFlag: async (ids: readonly string[], to: Flag) => void written.push([ids.length, to]),
    clearFlags: async (ids: readonly string[]) => void written.push([ids.length, null]),
  };
  const ports = { backlog } as unknown as Ports;
  const moment = { now: NOW, today: TODAY };
  const tally = await changeFlags(ports, '1', search, aFrame(), moment).catch(
    (error: unknown) => error,
  );
  return { tally, written, lists };
}

test('a thousand are written together, the rest at the end, and all are counted', async () => {
  expect(await searched(many(2_250), 'warn')).toEqual({
    tally: { listed: 2_250, changed: 2_250 },
    written: [1_000, 1_000, 250].map((n) => [n, flag(TODAY)]),
    lists: 1,
  });
});

test('those that get different flags are written apart', async () => {
  const [since, later] = [addDays(TODAY, -5), addDays(TODAY, -3)] as const;
  const flagged = (more: Partial<ItemFacts>) => many(3, { flag: value(flag(since)), ...more });
  const items = [
    ...flagged({}),
    ...flagged({ ...YOUNG }),
    ...many(2, { flag: value({ flag: 'warned', reason: 'idle', since }) }),
    ...many(1, { flag: value({ flag: 'warned', reason: 'idle', since: later }) }),
  ];
  expect(await searched(items, 'reason')).toEqual({
    tally: { listed: 3, changed: 3 },
    written: [
      [2, flag(since)],
      [1, flag(later)],
    ],
    lists: 1,
  });
  expect(await searched(items, 'clear')).toEqual({
    tally: { listed: 3, changed: 3 },
    written: [[3, null]],
    lists: 1,
  });
});

test('where nothing changes nothing is written', async () => {
  const young = many(3, YOUNG);
  for (const search of ['clear', 'warn', 'flag', 'reason'] as const)
    expect(await searched(young, search)).toEqual({
      tally: { listed: 0, changed: 0 },
      written: [],
      lists: 1,
    });
});

test.each([
  ['the own budget ends', refusal('rate_limited', { reason: 'budget' }), [1_000, 500]],
  ['Jira asks to wait', refusal('rate_limited', { reason: 'jira-burst-based' }), [1_000]],
  ['Jira says nothing of why', refusal('jira_unavailable'), [1_000]],
  ['the network fails', new TypeError('fetch failed'), [1_000]],
])(
  'where %s in the middle, what was listed before it is written as far as may be',
  async (_name, error, written) => {
    const done = await searched(many(2_000), 'warn', { afterPages: 3, error });
    expect(done).toEqual({
      tally: error,
      written: written.map((n) => [n, flag(TODAY)]),
      lists: 1,
    });
  },
);

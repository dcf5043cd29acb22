// How long a decision that Jira does not take is tried every night: by when it was made or ended last.
import { expect, test } from '@jest/globals';
import type { Decided } from '../../src/domain/decision';
import { addDays, DAY_MS } from '../../src/domain/days';
import type { Ports, StoredDecision } from '../../src/ports';
import { repairDecisions } from '../../src/usecases/repair-decisions';
import { oneItem } from './one-item';

const NOW = Date.parse('2026-06-10T02:00:00Z');
const TODAY = '2026-06-10';
const OLD = NOW - 200 * DAY_MS;
const decided = (at: number): Decided => ({
  ...{ kind: 'park', reason: 'After the summer.', by: 'po', at, forum: '', flag: null },
  ...{ wasIn: '100', until: '2026-09-01' },
});
type Kept = StoredDecision['kept'];
const kept = (more: Partial<Kept>): Kept => ({
  ...{ rev: 2, now: null, intent: null, written: false, past: [] },
  ...more,
});
const ended = (at: number) => ({ how: 'undone' as const, by: 'po', at });

/** Of four nights those that try this one, of sixty old ones and this one, which has the last turn of all. */
async function nightsOf(one: Kept): Promise<number> {
  const all = new Map(
    Array.from(
      { length: 60 },
      (_none, n) => [String(101 + n), kept({ now: decided(OLD) })] as const,
    ),
  );
  all.set('999', one);
  let tried = 0;
  for (const night of [0, 1, 2, 3]) {
    const { ports, held } = oneItem((_name, run) => Promise.resolve(run()));
    held.now = NOW;
    const over: Ports = {
      ...ports,
      items: {
        ...ports.items,
        writeDecision: async (itemId) => {
          if (itemId === '999') tried += 1;
        },
      },
      decisions: {
        ...ports.decisions,
        unsettled: async () =>
          [...all].map(([itemId, of]) => ({ itemId, projectId: '1', kept: of })),
        read: async (itemId) => all.get(itemId) ?? null,
        save: async () => undefined,
      },
    };
    await repairDecisions(over, '1', addDays(TODAY, night));
  }
  return tried;
}

test.each<[string, Kept, number]>([
  ['made yesterday', kept({ now: decided(NOW - DAY_MS) }), 4],
  ['made long ago', kept({ now: decided(OLD) }), 1],
  [
    'ended yesterday, however old it was',
    kept({ past: [{ decided: decided(OLD), ended: ended(NOW - DAY_MS) }] }),
    4,
  ],
  ['ended long ago', kept({ past: [{ decided: decided(OLD), ended: ended(OLD) }] }), 1],
  [
    'made yesterday in the place of an old one',
    kept({ now: decided(NOW - DAY_MS), past: [{ decided: decided(OLD), ended: ended(OLD) }] }),
    4,
  ],
  [
    'made long ago, with a fix of yesterday beside it',
    kept({ now: decided(OLD), past: [{ decided: decided(NOW - DAY_MS), ended: null }] }),
    4,
  ],
])('a decision %s is tried in its nights', async (_name, one, nights) => {
  expect(await nightsOf(one)).toBe(nights);
});

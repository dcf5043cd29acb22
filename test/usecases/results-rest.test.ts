// How long a result that Jira does not take is tried every night: by when it was last said or taken back.
import { expect, test } from '@jest/globals';
import { readResult, resultRecord } from '../../src/adapters/storage/item-records';
import { addDays, DAY_MS } from '../../src/domain/days';
import type { KeptResult, Ports, Said } from '../../src/ports';
import { withGiven } from '../../src/usecases/keep-result';
import { repairResults } from '../../src/usecases/repair';
import { oneItem } from './one-item';

const NOW = Date.parse('2026-06-10T02:00:00Z');
const TODAY = '2026-06-10';
const given: Said = { result: 'moved', evidence: 'judged', at: '2026-01-10', by: 'dev' };
const old = withGiven(null, given, Date.parse('2026-01-10T12:00:00Z'));
const stored = (kept: KeptResult): KeptResult => readResult(resultRecord('1', '1', kept));

/** Items that a night tries, of sixty old ones and this one, which has the last turn of all. */
async function triedOn(night: number, kept: KeptResult): Promise<string[]> {
  const { ports, held } = oneItem((_name, run) => Promise.resolve(run()));
  held.now = NOW + night * DAY_MS;
  const tried: string[] = [];
  const all = new Map(Array.from({ length: 60 }, (_none, n) => [String(101 + n), old] as const));
  all.set('999', kept);
  const over: Ports = {
    ...ports,
    items: { ...ports.items, writeResult: async (itemId) => void tried.push(itemId) },
    results: {
      ...ports.results,
      read: async (itemId) => all.get(itemId) ?? null,
      save: async () => undefined,
      ofProject: async () =>
        [...all].map(([itemId, one]) => ({ itemId, projectId: '1', kept: one })),
    },
  };
  await repairResults(over, '1', addDays(TODAY, night));
  return tried;
}
const nightsOf = async (kept: KeptResult): Promise<boolean[]> =>
  Promise.all([0, 1, 2, 3].map(async (night) => (await triedOn(night, kept)).includes('999')));

test('a result that was taken back yesterday is tried every night, however old it was', async () => {
  const takenBack = stored(withGiven(old, null, NOW - DAY_MS));
  expect(takenBack).toMatchObject({ given: null, saidAt: NOW - DAY_MS });
  expect(await nightsOf(takenBack)).toEqual([true, true, true, true]);
});

test('a record from before the moment was kept goes by the day of what stood', async () => {
  const { saidAt: _none, ...before } = withGiven(old, null, NOW - DAY_MS);
  const older = stored(before);
  expect(older).toEqual(before);
  expect((await nightsOf(older)).filter(Boolean)).toHaveLength(1);
});

// Nights of many seeds. A failing seed prints how to see it again; keep it in kept-seeds.ts.
import { expect, test } from '@jest/globals';
import { KEPT_SEEDS } from './kept-seeds';
import { runMany } from './many/run-many';
import { startThread } from './many/thread';
import { replayOf, simulate } from './simulate';

const HOUR = 3_600_000;
const byNight = process.env['LADDER_NIGHTLY'] === '1';
const one = process.env['SEED'];
const FIRST = Number(one ?? 1);
const SEEDS = one === undefined ? Number(process.env['SEEDS'] ?? (byNight ? 200_000 : 10_000)) : 1;

test(
  'the invariants hold for seeds in a row',
  async () => {
    const { seeds, failures } = await runMany({ from: FIRST, count: SEEDS });
    const told = failures.flatMap(({ seed, violations }) => [replayOf(seed), ...violations]);
    expect(told).toEqual([]);
    expect(seeds).toBe(SEEDS);
  },
  8 * HOUR,
);

test.each(KEPT_SEEDS)('seed $seed: $found', async ({ seed }) => {
  expect((await simulate(seed)).violations).toEqual([]);
});

test('a thread that is asked to tells each call to Jira with the answer', async () => {
  const thread = startThread();
  const quiet = await thread.run({ from: 1, to: 2 });
  const { exchanges } = await thread.run({ from: 1, to: 2, tells: true });
  await thread.end();
  expect(quiet.exchanges).toEqual([]);
  const search = exchanges.find(({ path }) => path === '/rest/api/3/search/jql');
  expect(search).toMatchObject({ method: 'POST', fromApp: true, status: 200 });
  expect(JSON.parse(search?.body ?? '')).toHaveProperty('jql');
  expect(JSON.parse(search?.answer ?? '')).toHaveProperty('issues');
});

test('the same seed leaves the same trace', async () => {
  const [first, second] = [await simulate(3), await simulate(3)];
  expect(second.hash).toBe(first.hash);
});

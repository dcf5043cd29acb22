// A scan that is ordered by hand and meets a queue that fails, or dies on its way.
import { expect, test } from '@jest/globals';
import { acts as actsOver } from '../../src/adapters/storage/decisions';
import { forgeDriver } from '../../src/adapters/storage/forge-driver';
import { scans as scansOver } from '../../src/adapters/storage/scans';
import type { ScanOrder } from '../../src/ports';
import { orderScan } from '../../src/usecases/order-scan';
import { NOW, nextId, P, storage, withStorage } from '../adapters/storage/stored';

withStorage();

const NIGHT = NOW + 14 * 3_600_000;
const scans = scansOver(forgeDriver, nextId);

/** A page and its queue; `fails` names what the queue throws. */
function page() {
  const state = { now: NOW, fails: null as Error | null, pushed: [] as ScanOrder[] };
  const ports = {
    scans,
    clock: { now: () => state.now },
    scanQueue: {
      push: async (orders: readonly ScanOrder[]) => {
        if (state.fails) throw state.fails;
        state.pushed.push(...orders);
      },
      again: () => null,
    },
    log: { info: () => undefined, error: () => undefined },
  };
  return { state, order: () => orderScan(ports, 'ann', P) };
}
const kindsKept = async () =>
  (await actsOver(forgeDriver, nextId).page(P, null, null, 10)).values.map(({ kind }) => kind);

test('an order that the queue did not take can be given again at once', async () => {
  await scans.plan(P, true, NOW, () => NIGHT);
  const { state, order } = page();
  state.fails = new Error('the queue is full');
  await expect(order()).rejects.toThrow('the queue is full');
  expect((await scans.read(P))?.orderedAt).toBeNull();
  state.fails = null;
  state.now += 5_000;
  expect(await order()).toMatchObject({ ordered: true });
  expect(state.pushed).toEqual([{ projectId: P, force: true }]);
  expect(await order()).toMatchObject({ ordered: false });
});

test('a turn that was ordered is due until it has ended, so that one that died is taken up', async () => {
  await scans.plan(P, true, NOW, () => NIGHT);
  const { order } = page();
  expect(await scans.due(NOW)).toEqual([]);
  await order();
  expect(await scans.due(NOW)).toEqual([P]);
  await scans.lease(P, 'a', NOW, 60_000);
  await scans.finish(P, 'a', NIGHT, null);
  expect(await scans.due(NOW)).toEqual([]);
});

test('no order is given without its act', async () => {
  await scans.plan(P, true, NOW, () => NIGHT);
  const { state, order } = page();
  storage.interrupt((path) => {
    if (path.endsWith('/transaction')) throw new TypeError('fetch failed');
  });
  await expect(order()).rejects.toThrow('fetch failed');
  storage.interrupt(null);
  expect([state.pushed, await kindsKept()]).toEqual([[], []]);
  await order();
  expect([state.pushed.length, await kindsKept()]).toEqual([1, ['scan.order']]);
});

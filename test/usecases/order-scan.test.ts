// A scan that is ordered by hand and meets a queue that fails, or dies on its way.
import { expect, test } from '@jest/globals';
import { acts as actsOver } from '../../src/adapters/storage/decisions';
import { forgeDriver } from '../../src/adapters/storage/forge-driver';
import { scans as scansOver } from '../../src/adapters/storage/scans';
import { ORDER_COOLDOWN_MS } from '../../src/domain/schedule';
import type { ScanOrder } from '../../src/ports';
import { orderScan } from '../../src/usecases/order-scan';
import { NOW, nextId, P, storage, withStorage } from '../adapters/storage/stored';

withStorage();

const NIGHT = NOW + 14 * 3_600_000;
const scans = scansOver(forgeDriver, nextId);

/** A page and its queue; `fails` names what the queue throws. */
function page(more: Partial<typeof scans> = {}) {
  const pushed: ScanOrder[] = [];
  const logged: unknown[] = [];
  const state = { now: NOW, fails: null as Error | null, pushed, logged };
  const ports = {
    scans: { ...scans, ...more },
    clock: { now: () => state.now },
    scanQueue: {
      push: async (orders: readonly ScanOrder[]) => {
        if (state.fails) throw state.fails;
        pushed.push(...orders);
      },
      again: () => null,
    },
    log: {
      info: () => undefined,
      error: (message: string, _cause: unknown, facts?: object) => logged.push([message, facts]),
    },
  };
  return { state, order: () => orderScan(ports, 'ann', P) };
}
const actsKept = async () =>
  (await actsOver(forgeDriver, nextId).page(P, null, null, 10)).values.map(
    ({ subject, kind, by }) => [subject, kind, by],
  );

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
});

test('a second order within a short while is none, and says when the next one can be given', async () => {
  await scans.plan(P, true, NOW, () => NIGHT);
  const { state, order } = page();
  const nextAt = NOW + ORDER_COOLDOWN_MS;
  expect(await order()).toEqual({ ordered: true, nextAt });
  state.now = nextAt - 1;
  expect(await order()).toEqual({ ordered: false, nextAt });
  expect(state.pushed).toHaveLength(1);
  state.now = nextAt;
  expect(await order()).toEqual({ ordered: true, nextAt: nextAt + ORDER_COOLDOWN_MS });
});

test('a project can be scanned by hand before anything of it is saved; whether it is by night stays', async () => {
  const { state, order } = page();
  await order();
  expect(await scans.read(P)).toMatchObject({ on: false, dueAt: NOW, orderedAt: NOW });
  await scans.plan(P, true, NOW, () => NIGHT);
  state.now += ORDER_COOLDOWN_MS;
  await order();
  expect(await scans.read(P)).toMatchObject({ on: true, orderedAt: state.now });
});

test('an order that neither queue nor storage takes fails as the queue did, and the log has the rest', async () => {
  const unorder = () => Promise.reject(new TypeError('fetch failed'));
  const { state, order } = page({ unorder });
  state.fails = new Error('the queue is full');
  await expect(order()).rejects.toThrow('the queue is full');
  expect(state.logged).toEqual([['order not taken back', { projectId: P }]]);
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
  expect([state.pushed, await actsKept()]).toEqual([[], []]);
  await order();
  expect([state.pushed.length, await actsKept()]).toEqual([1, [['scan', 'scan.order', 'ann']]]);
});

// What the project page is told of its scan: what is past, or more than there can be, is not told.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORDER_COOLDOWN_MS, SCAN_STEPS } from '../../src/domain/schedule';
import type { ScanState } from '../../src/ports';
import { openProject } from '../../src/usecases/open-project';
import { NOW, PROJECT, startLoop, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop();
}, 60_000);
afterAll(() => loop.close());

async function scanOf(more: Partial<ScanState>) {
  const ports = appPorts(loop);
  await ports.scans.plan(PROJECT, true, NOW, () => NOW);
  const kept = await ports.scans.read(PROJECT);
  if (!kept) throw new Error('no scan is kept');
  const scans = { ...ports.scans, read: async () => ({ ...kept, ...more }) };
  const who = { accountId: 'acc-po', rights: new Set<never>() };
  return (await openProject({ ...ports, scans }, PROJECT, who)).scan;
}

test('until when a scan waits is told while that is to come', async () => {
  expect(await scanOf({ waitsUntil: NOW + 1 })).toMatchObject({ waitsUntil: NOW + 1 });
  for (const waitsUntil of [NOW, NOW - 1, null])
    expect(await scanOf({ waitsUntil })).toMatchObject({ waitsUntil: null });
});

test('from when one can be ordered by hand is told while that is to come', async () => {
  const byHandFrom = async (ago: number) => (await scanOf({ orderedAt: NOW - ago })).byHandFrom;
  expect(await byHandFrom(ORDER_COOLDOWN_MS - 1)).toBe(NOW + 1);
  expect(await byHandFrom(ORDER_COOLDOWN_MS)).toBeNull();
  expect(await byHandFrom(ORDER_COOLDOWN_MS + 1)).toBeNull();
});

test('of a scan under way no more steps are done than there are', async () => {
  const begun = { day: '2026-06-10', since: NOW, runs: 1, listed: 0, changed: 0, differ: 0 };
  const running = async (steps: number) => {
    const done = Array.from({ length: steps }, (_none, n) => `step ${n}`);
    return (await scanOf({ progress: { ...begun, done } })).running;
  };
  expect(await running(2)).toMatchObject({ done: 2, of: SCAN_STEPS.length });
  expect(await running(SCAN_STEPS.length + 1)).toMatchObject({ done: SCAN_STEPS.length });
});

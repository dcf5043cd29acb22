// The nightly round's records: due projects, plans, leases.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { acts } from '../../../src/adapters/storage/decisions';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { scans as scansOver } from '../../../src/adapters/storage/scans';
import { AppError } from '../../../src/domain/errors';
import { snapshots } from '../../../src/adapters/storage/stores';
import type { ScanOutcome, Snapshot } from '../../../src/ports';
import { at } from '../../support/builders';
import { act, codeOf } from './stored';
import { storageHere } from './kvs-here';

const NOW = at('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
let ids = 0;
const scans = scansOver(forgeDriver, () => `id-${(ids += 1)}`);

let storage: ReturnType<typeof storageHere>;
beforeEach(() => {
  storage = storageHere();
});
afterEach(() => {
  storage.close();
});

const plan = (projectId: string, dueAt: number, on = true) =>
  scans.plan(projectId, on, NOW, () => dueAt);
const due = async (moment: number | 'any') => (await scans.due(moment)).sort();

const outcome: ScanOutcome = {
  lastAt: NOW,
  lastDay: '2026-11-21',
  listed: 12,
  changed: 3,
  differ: 0,
  warned: 2,
  candidates: 1,
};
const snapshot: Snapshot = {
  projectId: '1',
  day: '2026-11-21',
  asked: 9,
  own: 3,
  parent: 2,
  warned: 2,
  candidates: 1,
};
/** A turn of holder `a` that ends with this outcome, or with nothing scanned. */
async function finish(projectId: string, dueAt: number, scanned = true): Promise<void> {
  await scans.lease(projectId, 'a', NOW, HOUR);
  await scans.finish(projectId, 'a', dueAt, scanned ? { outcome, snapshot } : null);
}

test('a project that was never planned has no state, is not due and cannot be leased', async () => {
  expect(await scans.read('1')).toBeNull();
  expect(await due('any')).toEqual([]);
  expect(await scans.lease('1', 'a', NOW, HOUR)).toBe(false);
  await scans.release('1', 'a');
  expect(await scans.read('1')).toBeNull();
});

test('projects are due from their instant on, whether scanned or not', async () => {
  await plan('1', NOW);
  await plan('2', NOW + 1);
  await plan('3', NOW - HOUR, false);
  await plan('4', NOW + HOUR, false);
  expect(await due(NOW)).toEqual(['1', '3']);
  expect(await due(NOW - 1)).toEqual(['3']);
  expect(await due(NOW + HOUR)).toEqual(['1', '2', '3', '4']);
  expect(await due('any')).toEqual(['1', '2', '3', '4']);
});

test('more projects than a page holds are all due, each once', async () => {
  const ids = Array.from({ length: 120 }, (_none, i) => String(1_000 + i));
  for (const [i, id] of ids.entries()) await plan(id, NOW - i, i % 7 > 0);
  expect(await due(NOW)).toEqual(ids);
});

test('a project that is switched moves to its other list, and keeps what its last scan found', async () => {
  await plan('1', NOW);
  await finish('1', NOW + HOUR);
  const asked: (ScanOutcome | null)[] = [];
  await scans.plan('1', false, NOW, (last) => {
    asked.push(last);
    return NOW + 2 * HOUR;
  });
  expect(asked).toEqual([outcome]);
  expect(await scans.read('1')).toMatchObject({
    projectId: '1',
    on: false,
    dueAt: NOW + 2 * HOUR,
    last: outcome,
  });
  expect(await due('any')).toEqual(['1']);
});

test('a turn without a scan leaves the last outcome, and whether the scan is on', async () => {
  await plan('1', NOW, false);
  await finish('1', NOW + HOUR, false);
  expect(await scans.read('1')).toMatchObject({
    projectId: '1',
    on: false,
    dueAt: NOW + HOUR,
    last: null,
  });
  await finish('1', NOW + 2 * HOUR);
  await finish('1', NOW + 3 * HOUR, false);
  expect((await scans.read('1'))?.last).toEqual(outcome);
});

test('a lease is held by one until it is given back', async () => {
  await plan('1', NOW);
  await plan('2', NOW);
  expect(await scans.lease('1', 'a', NOW, HOUR)).toBe(true);
  expect(await scans.lease('1', 'b', NOW + HOUR - 1, HOUR)).toBe(false);
  expect(await scans.lease('2', 'b', NOW, HOUR)).toBe(true);
  await scans.release('1', 'a');
  expect(await scans.lease('1', 'b', NOW, HOUR)).toBe(true);
});

test('a lease that ran out can be taken, and the old holder does not give it back', async () => {
  await plan('1', NOW);
  expect(await scans.lease('1', 'a', NOW, HOUR)).toBe(true);
  expect(await scans.lease('1', 'b', NOW + HOUR, HOUR)).toBe(true);
  await scans.release('1', 'a');
  expect(await scans.lease('1', 'c', NOW + HOUR, HOUR)).toBe(false);
});

test('of many who want a lease at one moment one gets it', async () => {
  await plan('1', NOW);
  const got = await Promise.all(
    ['a', 'b', 'c', 'd'].map((who) => scans.lease('1', who, NOW, HOUR)),
  );
  expect(got.filter(Boolean)).toHaveLength(1);
});

test('a lease whose answer was lost belongs to the one who took it', async () => {
  await plan('1', NOW);
  let answers = 0;
  storage.lose((path) => path.endsWith('/transaction') && (answers += 1) === 1);
  expect(await scans.lease('1', 'a', NOW, HOUR)).toBe(true);
  expect(await scans.lease('1', 'b', NOW, HOUR)).toBe(false);
});

test('an order whose answer was lost is given, and the next has to wait', async () => {
  await plan('1', NOW);
  let answers = 0;
  storage.lose((path) => path.endsWith('/transaction') && (answers += 1) === 1);
  const order = (at: number) =>
    scans.order('1', at, HOUR, act({ subject: 'scan', kind: 'scan.order', at }));
  expect(await order(NOW)).toBe(true);
  expect(await order(NOW + 1)).toBe(false);
  const { values } = await acts(forgeDriver, () => '').page('1', null, null, 10);
  expect(values.map(({ kind }) => kind)).toEqual(['scan.order']);
});

test('switching the scan off or ending a turn does not take the lease away', async () => {
  await plan('1', NOW);
  await scans.lease('1', 'a', NOW, HOUR);
  await plan('1', NOW + 1, false);
  await finish('1', NOW + 2);
  expect(await scans.lease('1', 'b', NOW, HOUR)).toBe(false);
});

test('an end of a turn that meets a change in the settings keeps both', async () => {
  await plan('1', NOW);
  let met = false;
  storage.interrupt(async (path) => {
    if (met || !path.endsWith('/transaction')) return;
    met = true;
    await plan('1', NOW + HOUR, false);
  });
  await finish('1', NOW + HOUR);
  expect(met).toBe(true);
  expect(await scans.read('1')).toMatchObject({ on: false, last: outcome });
});

test('a turn that is overtaken again and again ends as a conflict', async () => {
  await plan('1', NOW);
  let faster = 0;
  storage.interrupt(async (path) => {
    if (!path.endsWith('/transaction')) return;
    faster += 1;
    await plan('1', NOW + faster, false);
  });
  const error: unknown = await finish('1', NOW + HOUR).catch((e: unknown) => e);
  storage.interrupt(null);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'conflict' });
  expect((await scans.read('1'))?.last).toBeNull();
});

test('two who plan a project for the first time leave one record with one of the plans', async () => {
  await Promise.all([plan('1', NOW, true), plan('1', NOW, false)]);
  expect(await due('any')).toEqual(['1']);
});

test('a snapshot of a day is published again in its place, and only with the end of the turn', async () => {
  const published = () => snapshots(forgeDriver).ofProject('1');
  await plan('1', NOW);
  await finish('1', NOW + HOUR);
  expect(await published()).toEqual([snapshot]);
  const again = { ...snapshot, warned: 5 };
  await scans.finish('1', 'a', NOW + HOUR, { outcome, snapshot: again });
  expect(await published()).toEqual([again]);
  // Whoever has lost the lease publishes nothing and changes nothing.
  const before = await scans.read('1');
  await scans.lease('1', 'b', NOW + HOUR, HOUR);
  const late = { outcome: { ...outcome, listed: 99 }, snapshot: { ...snapshot, asked: 99 } };
  const told = [
    scans.finish('1', 'a', NOW + 2 * HOUR, late),
    scans.advance('1', 'a', { waitsUntil: NOW }),
  ];
  expect(await Promise.all(told.map(codeOf))).toEqual(['conflict', 'conflict']);
  expect(await scans.read('1')).toEqual(before);
  expect(await published()).toEqual([again]);
});

test('a turn reads its record no more while nobody else writes it, and again once somebody has', async () => {
  await plan('1', NOW);
  await scans.lease('1', 'a', NOW, HOUR);
  const writesOf = async (work: () => Promise<void>): Promise<string[]> => {
    storage.asked.length = 0;
    await work();
    return [...storage.asked];
  };
  const waits = (until: number) => () => scans.advance('1', 'a', { waitsUntil: until });
  const alone = await writesOf(waits(NOW + 1));
  expect(alone).toHaveLength(1);
  // Another process orders a scan in between; what it wrote stays.
  const elsewhere = scansOver(forgeDriver, () => `else-${(ids += 1)}`);
  expect(await elsewhere.order('1', NOW, HOUR, act({ projectId: '1' }))).toBe(true);
  expect((await writesOf(waits(NOW + 2))).length).toBeGreaterThan(1);
  expect(await scans.read('1')).toMatchObject({ orderedAt: NOW, waitsUntil: NOW + 2 });
});

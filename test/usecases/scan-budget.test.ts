// What a scan may spend in an hour, and what is kept back for writes.
import { expect, test } from '@jest/globals';
import { AppError } from '../../src/domain/errors';
import { nextHour, POINTS_AN_HOUR } from '../../src/domain/pacing';
import type { Ports } from '../../src/ports';
import { openBudget } from '../../src/usecases/scan/budget';
import { TEN_PAST } from './scan-world';

const FULL_HOUR = nextHour(TEN_PAST);
/** Points that only writes may use. */
const FOR_WRITES = 200;

/** A site in which so much was spent in this hour, and what is stored of it from then on. */
function site(spent: number, closedUntil = 0) {
  const state = { now: TEN_PAST, stored: [] as [number, number][] };
  const ports = {
    clock: { now: () => state.now },
    points: {
      read: async () => ({ spent, closedUntil }),
      add: async (at: number, points: number) => void state.stored.push([at, points]),
    },
  };
  return { state, open: () => openBudget(ports as unknown as Ports) };
}

/** What a call is told: null that it may be made, or the seconds to wait. */
function told(check: () => void): unknown {
  try {
    check();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.details : error;
  }
}

test.each([
  [POINTS_AN_HOUR - FOR_WRITES - 1, true, true],
  [POINTS_AN_HOUR - FOR_WRITES, false, true],
  [POINTS_AN_HOUR - 1, false, true],
  [POINTS_AN_HOUR, false, false],
])('after %i points others may be spent: %s, on writes: %s', async (spent, reads, writes) => {
  const wait = { retryAfter: 50 * 60, reason: 'budget' };
  for (const before of [0, 100, spent]) {
    const { meter } = await site(before).open();
    meter.spend(spent - before);
    expect(told(() => meter.check(false))).toEqual(reads ? null : wait);
    expect(told(() => meter.check(true))).toEqual(writes ? null : wait);
  }
});

test('with the full hour a new budget begins, in which only what this run spends counts', async () => {
  const { state, open } = site(POINTS_AN_HOUR);
  const { meter } = await open();
  state.now = FULL_HOUR - 1;
  expect(told(() => meter.check(true))).toEqual({ retryAfter: 1, reason: 'budget' });
  state.now = FULL_HOUR;
  expect(told(() => meter.check(false))).toBeNull();
});

test('a site that Jira has closed is not asked before the end of that', async () => {
  await expect(site(0, TEN_PAST + 90_001).open()).rejects.toMatchObject({
    code: 'rate_limited',
    details: { retryAfter: 91 },
  });
  const { meter } = await site(0, TEN_PAST).open();
  expect(told(() => meter.check(false))).toBeNull();
});

test('what was spent is stored once, and not for each little', async () => {
  const { state, open } = site(0);
  const { meter, keep } = await open();
  await keep();
  meter.spend(19);
  await keep(20);
  expect(state.stored).toEqual([]);
  meter.spend(1);
  state.now = FULL_HOUR;
  await keep(20);
  expect(state.stored).toEqual([[FULL_HOUR, 20]]);
  await keep();
  meter.spend(2);
  await keep(20);
  await keep();
  expect(state.stored).toEqual([
    [FULL_HOUR, 20],
    [FULL_HOUR, 2],
  ]);
});

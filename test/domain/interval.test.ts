// Wilson's interval against a table of known values.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differ, wilson } from '../../src/domain/interval';

const percent = (k: number, n: number) => wilson(k, n)?.map((end) => Math.round(end * 100));

test.each([
  [0, 5, 0, 43],
  [1, 5, 4, 62],
  [3, 5, 23, 88],
  [5, 5, 57, 100],
  [0, 10, 0, 28],
  [2, 8, 7, 59],
  [8, 12, 39, 86],
  [6, 20, 15, 52],
  [10, 30, 19, 51],
  [40, 50, 67, 89],
  [30, 100, 22, 40],
])('%d of %d lies between %d and %d percent', (k, n, low, high) => {
  expect(percent(k, n)).toEqual([low, high]);
});

test('nothing decided has no interval, and differs from nothing', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(differ(null, [0, 1])).toBe(false);
});

test('the interval holds the share, stays within 0 and 1, and narrows with more cases', () => {
  const some = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(some, ([k, n]) => {
      const [low, high] = wilson(k, n) ?? [1, 0];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      const [lowTwice, highTwice] = wilson(2 * k, 2 * n) ?? [0, 1];
      expect(highTwice - lowTwice).toBeLessThan(high - low);
    }),
  );
});

test('two shares differ when their intervals do not touch', () => {
  expect(differ(wilson(2, 40), wilson(30, 40))).toBe(true);
  expect(differ(wilson(30, 40), wilson(2, 40))).toBe(true);
  expect(differ(wilson(10, 40), wilson(14, 40))).toBe(false);
});

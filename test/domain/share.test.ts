import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sharesBeside } from '../../src/domain/share';

const percent = fc.integer({ min: 0, max: 100 });
const sum = (shares: readonly number[]): number => shares.reduce((all, one) => all + one, 0);

test('one more goal of 20 % takes a fifth from each of the others', () => {
  expect(sharesBeside([40, 60], 20)).toEqual([32, 48]);
  expect(sharesBeside([40, 30], 20)).toEqual([40, 30]);
  expect(sharesBeside([], 20)).toEqual([]);
});

test('all shares together are a hundred where there is no room, and nothing is taken where there is', () => {
  fc.assert(
    fc.property(fc.array(percent, { maxLength: 6 }), percent, (others, share) => {
      const left = sharesBeside(others, share);
      if (sum(others) + share <= 100) expect(left).toEqual(others);
      else expect(sum(left) + share).toBe(100);
      for (const one of left) expect(Number.isInteger(one)).toBe(true);
      left.forEach((one, n) => {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(others[n] ?? 0);
      });
    }),
  );
});

test('a goal that had more than another keeps at least as much', () => {
  fc.assert(
    fc.property(percent, percent, percent, (a, b, share) => {
      const [left = 0, right = 0] = sharesBeside([Math.max(a, b), Math.min(a, b)], share);
      expect(left).toBeGreaterThanOrEqual(right);
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  between,
  choose,
  chosenOf,
  NOTHING,
} from '../../../../static/src/surfaces/project/backlog/lane/selection';
import type { LaneItem } from '../../../../static/src/surfaces/project/backlog/lane/lane-item';
import { laneItem } from './items';

const page = [1, 2, 3, 4, 5].map((n) => laneItem(n));
const locked: LaneItem = { ...laneItem(6), standing: 'locked' };

test('what was chosen on one page stays while another is shown', () => {
  const other = [7, 8].map((n) => laneItem(n));
  const chosen = choose(choose(NOTHING, page, true), other.slice(0, 1), true);
  expect(chosen.size).toBe(6);
  expect(chosenOf(page, chosen)).toBe('all');
  expect(chosenOf(other, chosen)).toBe('some');
});

test('a range goes from the last box to this one, in both directions', () => {
  const keys = (first: string | null, last: string) =>
    between(page, first, last).map(({ key }) => key);
  expect(keys('2', '4')).toEqual(['SHOP-2', 'SHOP-3', 'SHOP-4']);
  expect(keys('4', '2')).toEqual(['SHOP-2', 'SHOP-3', 'SHOP-4']);
  expect(keys('99', '2')).toEqual(['SHOP-2']);
  expect(keys(null, '5')).toEqual(['SHOP-5']);
});

test('an answer that can’t be read is never chosen, and does not keep a page from being whole', () => {
  const rows = [...page, locked];
  const chosen = choose(NOTHING, rows, true);
  expect(chosen.has('6')).toBe(false);
  expect(chosenOf(rows, chosen)).toBe('all');
});

test('choosing and taking out again leaves the selection as it was', () => {
  fc.assert(
    fc.property(fc.subarray(page), fc.subarray(page), (first, second) => {
      const before = choose(NOTHING, first, true);
      const fresh = second.filter(({ id }) => !before.has(id));
      expect(choose(choose(before, fresh, true), fresh, false)).toEqual(before);
    }),
  );
});

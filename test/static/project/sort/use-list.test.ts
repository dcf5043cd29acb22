import { expect, test } from '@jest/globals';
import {
  hasNextPage,
  MOST_READ,
  ROWS_A_PAGE,
} from '../../../../static/src/surfaces/project/sort/use-list';
import { sortItem } from './items';

const listOf = (count: number, whole: boolean) => ({
  items: Array.from({ length: count }, (_, n) => sortItem(n + 1)),
  whole,
});

test('all that was read can be paged through, also where there is more than is read at once', () => {
  const most = listOf(MOST_READ, false);
  const last = MOST_READ / ROWS_A_PAGE - 1;
  expect(hasNextPage(most, 0)).toBe(true);
  expect(hasNextPage(most, last - 1)).toBe(true);
  expect(hasNextPage(most, last)).toBe(false);
});

test('a list that is not read to its end has a next page, one that is ends with its rows', () => {
  expect(hasNextPage(listOf(ROWS_A_PAGE, false), 0)).toBe(true);
  expect(hasNextPage(listOf(ROWS_A_PAGE, true), 0)).toBe(false);
  expect(hasNextPage(listOf(ROWS_A_PAGE + 1, true), 0)).toBe(true);
});

import { expect, test } from '@jest/globals';
import { isOpen, savedWords } from '../../../../static/src/surfaces/project/sort/row-state';
import type { SortEntry } from '../../../../static/src/surfaces/project/sort/sorter';
import { sortItem } from './items';

const moved = { sort: 'moved' as const };
const failure = {
  ...{ reason: 'Why.', requestId: '', again: true },
  ...{ stale: false, forbidden: false, unsure: false },
};
const entry = (more: Partial<SortEntry>): SortEntry => ({
  item: sortItem(1),
  ...{ now: null, want: null, state: 'settled', failure: null, unsure: false },
  ...more,
});

test('a row that failed can be chosen and sorted again, with its reason in the row', () => {
  const failed = entry({ state: 'failed', want: moved, failure });
  expect(isOpen(failed)).toBe(true);
  expect(savedWords(failed)).toBe('Not saved: Why.');
  const kept = entry({ state: 'failed', now: moved, failure });
  expect(isOpen(kept)).toBe(true);
  expect(savedWords(kept)).toBe('Could not be taken back: Why.');
});

test('a row of which nobody knows whether it was saved says only that', () => {
  const lost = { ...failure, unsure: true };
  expect(savedWords(entry({ state: 'failed', want: moved, failure: lost }))).toBe('Why.');
});

test('what is sorted, under way or out can not be chosen', () => {
  expect(isOpen(undefined)).toBe(true);
  expect(isOpen(entry({ state: 'left' }))).toBe(true);
  expect(isOpen(entry({ now: moved, want: moved }))).toBe(false);
  expect(isOpen(entry({ state: 'saving', want: moved }))).toBe(false);
  expect(isOpen(entry({ state: 'out', failure }))).toBe(false);
});

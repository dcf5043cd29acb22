// How rows of a file end, and how they are sent.
import { expect, test } from '@jest/globals';
import { addTally, endOf, inParts, NO_ROWS, tallyOf } from '../../src/domain/data';

test('a row is added where nothing is, and left where just that is', () => {
  for (const section of ['results', 'acts'] as const)
    for (const replace of [true, false]) {
      expect(endOf(section, 'none', replace)).toBe('added');
      expect(endOf(section, 'same', replace)).toBe('same');
    }
});

test('another row gives way when it may be replaced, but for what is written once', () => {
  expect(endOf('results', 'other', true)).toBe('replaced');
  expect(endOf('results', 'other', false)).toBe('kept');
  expect(endOf('acts', 'other', true)).toBe('kept');
  expect(endOf('snapshots', 'other', true)).toBe('kept');
});

test('rows are counted by how they ended, and counts are added end by end', () => {
  const tally = tallyOf(['added', 'kept', 'added', 'refused', 'same', 'replaced']);
  expect(tally).toEqual({ added: 2, same: 1, replaced: 1, kept: 1, refused: 1 });
  const more = { added: 1, same: 2, replaced: 3, kept: 4, refused: 5 };
  expect(addTally(tally, more)).toEqual({ added: 3, same: 3, replaced: 4, kept: 5, refused: 6 });
  expect(tallyOf([])).toEqual(NO_ROWS);
});

test('parts are as full as their rows and bytes allow, in the order of the list', () => {
  const parts = (sizes: number[], rows = 3, bytes = 10) =>
    inParts(sizes, { rows, bytes }, (n) => n);
  expect(parts([])).toEqual([]);
  expect(parts([1, 1, 1, 1])).toEqual([[1, 1, 1], [1]]);
  expect(parts([5, 5, 1])).toEqual([[5, 5], [1]]);
  expect(parts([6, 5])).toEqual([[6], [5]]);
  // One that is too large alone goes alone.
  expect(parts([1, 99, 1])).toEqual([[1], [99], [1]]);
  expect(parts([4, 4, 4, 4])).toEqual([
    [4, 4],
    [4, 4],
  ]);
});

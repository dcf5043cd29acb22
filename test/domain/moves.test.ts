import { expect, test } from '@jest/globals';
import { moverSince, type StatusMove } from '../../src/domain/moves';

const move = (by: string | null, at: number, byApp = false): StatusMove => ({ by, at, byApp });

test('whoever moved it last, in whatever order Jira lists the moves', () => {
  expect(moverSince([move('a', 10), move('b', 20)], 0)).toBe('b');
  expect(moverSince([move('b', 20), move('a', 10)], 0)).toBe('b');
  expect(moverSince([move('a', 10), move(null, 20)], 0)).toBeNull();
});

test('of two moves at one moment the later one of the list counts, and one at the border counts', () => {
  expect(moverSince([move('a', 10), move('b', 10)], 10)).toBe('b');
  expect(moverSince([move('b', 20), move('a', 10), move('c', 5)], 0)).toBe('b');
});

test('what was moved before does not count, nor does a rule that moves on', () => {
  expect(moverSince([move('a', 10)], 11)).toBeUndefined();
  expect(moverSince([move('a', 10), move('rule', 20, true)], 0)).toBe('a');
  expect(moverSince([], 0)).toBeUndefined();
});

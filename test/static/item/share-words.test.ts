import { expect, test } from '@jest/globals';
import { shareInWords } from '../../../static/src/surfaces/item/share-words';

test.each([
  [null, 'no number given'],
  [0.01, 'a small part of what is missing'],
  [0.1, 'about a tenth of what is missing'],
  [0.24, 'about a quarter of what is missing'],
  [0.35, 'about a third of what is missing'],
  [0.5, 'about half of what is missing'],
  [0.7, 'about two thirds of what is missing'],
  [0.8, 'about three quarters of what is missing'],
  [0.9, 'all of what is missing'],
  [3, 'all of what is missing'],
])('a share of %s reads "%s"', (share, words) => {
  expect(shareInWords(share)).toBe(words);
});

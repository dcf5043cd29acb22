// A share of what is missing, in words: a number would claim more than an expectation knows.
import { fill } from '../../format';
import { item } from '../../messages/item';

const text = item.others;

const PARTS: readonly [number, keyof typeof text.parts][] = [
  [1 / 10, 'tenth'],
  [1 / 5, 'fifth'],
  [1 / 4, 'quarter'],
  [1 / 3, 'third'],
  [1 / 2, 'half'],
  [2 / 3, 'twoThirds'],
  [3 / 4, 'threeQuarters'],
];

/** "about a quarter of what is missing"; null says that no number was given. */
export function shareInWords(share: number | null): string {
  if (share === null) return text.noNumber;
  if (share < 0.05) return text.small;
  if (share >= 0.875) return text.all;
  const nearest = PARTS.reduce((best, part) =>
    Math.abs(part[0] - share) < Math.abs(best[0] - share) ? part : best,
  );
  return fill(text.share, { part: text.parts[nearest[1]] });
}

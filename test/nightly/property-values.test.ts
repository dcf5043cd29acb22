// A million values of Ladder's properties, from a seed of this night. A failure names its seed; with
// LADDER_SEED it is met again.
import { expect, test } from '@jest/globals';
import { tryValues } from '../contract/property-values';

const COUNT = 1_000_000;
const PARTS = 20;
const given = Number(process.env.LADDER_SEED || NaN);
const first = Number.isInteger(given) ? given : Math.floor(Math.random() * 2 ** 31);

test.each(Array.from({ length: PARTS }, (_none, part) => [first + part]))(
  `of ${COUNT / PARTS} values from seed %i none makes reading throw, and none is lost`,
  async (seed) => {
    const counts = await tryValues(seed, COUNT / PARTS);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBe(COUNT / PARTS);
  },
);

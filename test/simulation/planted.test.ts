// The simulation proves itself: each planted bug is caught by one of the first seeds.
import { expect, test } from '@jest/globals';
import { PLANTED } from './planted';
import { simulate } from './simulate';

/** Seeds that are tried for each. */
const TRIES = 60;

test.each(Object.entries(PLANTED))(
  'is caught: %s',
  async (_name, mutation) => {
    let caught = false;
    for (let seed = 1; seed <= TRIES && !caught; seed += 1)
      caught = (await simulate(seed, { mutation })).violations.length > 0;
    expect(caught).toBe(true);
  },
  120_000,
);

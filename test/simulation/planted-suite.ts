// One test for each planted bug: some seed has to meet it.
import { expect, test } from '@jest/globals';
import type { Mutation } from './process';
import { simulate } from './simulate';

/** Seeds that are tried for each, at most. */
const TRIES = 1_000;

export function plantedSuite(bugs: readonly (readonly [string, Mutation])[]): void {
  test.each(bugs)(
    'is caught: %s',
    async (_name, mutation) => {
      let caught = false;
      for (let seed = 1; seed <= TRIES && !caught; seed += 1)
        caught = (await simulate(seed, { mutation })).violations.length > 0;
      expect(caught).toBe(true);
    },
    600_000,
  );
}

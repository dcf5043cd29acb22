// The section of the nightly scan: each size, then what was promised.
import { runsFor } from './beside';
import { costOfScan, type ScanCost } from './scan';
import { costLines, growthOf, promisesOf, type Promised } from './scan-report';
import type { Sized } from './sized';

/** Steady nights that are timed where nothing is listed. */
const STEADY = 3;

/** Prints the cost for each size; false when a promise was broken. */
export async function benchScan({ sizes, print }: Sized): Promise<boolean> {
  const costs: ScanCost[] = [];
  const promises: Promised[] = [];
  const told = (some: readonly Promised[]): void => {
    for (const { text, kept } of some) print(`- ${kept ? 'Kept' : 'NOT KEPT'}: ${text}.`);
    promises.push(...some);
  };
  for (const items of sizes) {
    const runs = runsFor(items);
    const cost = await costOfScan(items, { runs, steady: runs || STEADY });
    costLines(cost).forEach(print);
    told(promisesOf(cost));
    print('');
    costs.push(cost);
  }
  told(growthOf(costs));
  return promises.every(({ kept }) => kept);
}

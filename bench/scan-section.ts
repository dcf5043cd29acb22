// The section of the nightly scan: each size, then what was promised.
import { costOfScan, type ScanCost } from './scan';
import { costLines, growthOf, promisesOf, type Promised } from './scan-report';

/** Listing a larger project takes long and says nothing new: it grows with the items. */
const MOST_LISTED = 100_000;

/** Prints the cost for each size; false when a promise was broken. */
export async function benchScan({
  sizes,
  print,
}: {
  sizes: readonly number[];
  print: (line: string) => void;
}): Promise<boolean> {
  const costs: ScanCost[] = [];
  const promises: Promised[] = [];
  const told = (some: readonly Promised[]): void => {
    for (const { text, kept } of some) print(`  ${kept ? 'kept' : 'NOT KEPT'}: ${text}`);
    promises.push(...some);
  };
  for (const items of sizes) {
    const cost = await costOfScan(items, { listing: items <= MOST_LISTED });
    costLines(cost).forEach(print);
    told(promisesOf(cost));
    costs.push(cost);
  }
  told(growthOf(costs));
  return promises.every(({ kept }) => kept);
}

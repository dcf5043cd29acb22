// The figures of the scan as text, and whether they keep what is promised.
import { PURPOSES, type Purpose, type Spent } from './scan-purpose';
import type { Listing } from './listing';
import type { Night, ScanCost } from './scan';
import { median, spread } from './spread';
import { mib, table, times, whole } from './table';

/** What a night may cost at most. */
export const BUDGET = {
  /** A night on which nothing but what came of age has changed, beside what is printed apart. */
  steadyCalls: 25,
  steadyPoints: 150,
  pointsPerListed: 2,
  /** The first night of a project of `firstItems`: beside a point for each old item. */
  firstPoints: 200,
  firstItems: 100_000,
  /** Bytes above idle. */
  heap: 64 * 1024 * 1024,
  /** Calls of a steady night in the largest project for each one in the smallest. */
  growth: 1.3,
} as const;

const APART: Record<Exclude<Purpose, 'round'>, string> = {
  parents: 'parents listed anew',
  pace: 'sample for the pace',
  comparison: 'items compared with storage',
};

function nightRows({ name, spent, listed, heap, turns }: Night): (string | number)[][] {
  const { calls, points, worst } = spent.round;
  const apart = PURPOSES.flatMap((purpose) =>
    purpose === 'round' || spent[purpose].calls === 0
      ? []
      : [[`apart: ${APART[purpose]}`, ...figures(spent[purpose]), '', '', '']],
  );
  return [
    [`night: ${name}`, whole(calls), whole(points), whole(worst), whole(listed), turns, mib(heap)],
    ...apart,
  ];
}

const figures = ({ calls, points, worst }: Spent): string[] => [calls, points, worst].map(whole);

/** The lines of one size. */
export function costLines({ items, old, nights, listing, steadyMs, filling }: ScanCost): string[] {
  const head = ['', 'calls', 'points', 'points at worst', 'listed', 'turns', 'heap above idle'];
  const rows = nights.flatMap(nightRows);
  if (listing) {
    const { pages, points, listed } = listing;
    rows.push([
      'jira.js, any night',
      whole(pages),
      whole(points),
      whole(points),
      whole(listed),
      '',
      '',
    ]);
  }
  return [
    `### ${whole(items)} items, ${whole(old)} of them old and unanswered`,
    '',
    ...table(head, rows),
    ...besideLines(nights, listing),
    `- A steady night: ${spread(steadyMs)} ms, median of ${steadyMs.length}.` +
      (listing
        ? ` By listing: ${spread(listing.all)} ms, median of ${listing.all.length}; ` +
          `${times(median(listing.all) / median(steadyMs))} as long.`
        : ''),
    `- The site was filled in ${(filling / 1000).toFixed(1)} s.`,
  ];
}

function besideLines(nights: readonly Night[], listing: Listing | null): string[] {
  if (!listing)
    return ['- Not listed: by listing a project costs a point an item, whatever its size.'];
  const more = (name: Night['name']): string => {
    const spent = nights.find((night) => night.name === name)?.spent.round;
    const [calls, points] = [spent?.calls ?? NaN, spent?.points ?? NaN];
    return `${times(listing.pages / calls)} the calls and ${times(listing.points / points)} the points`;
  };
  return [
    `- Beside the first night, listing takes ${more('first')}; beside a steady one ${more('steady')}.`,
  ];
}

/** One promise: what it says, and whether it was kept. */
export interface Promised {
  text: string;
  kept: boolean;
}

const atMost = (what: string, found: number, most: number): Promised => ({
  text: `${what}: ${found}, at most ${most}`,
  kept: found <= most,
});

/** The promises about one size. */
export function promisesOf({ items, old, nights }: ScanCost): Promised[] {
  const roundOf = (name: Night['name']) => {
    const found = nights.find((night) => night.name === name);
    if (!found) throw new Error(`There was no night "${name}"`);
    return { ...found.spent.round, listed: found.listed };
  };
  const steady = roundOf('steady');
  const points = BUDGET.steadyPoints + BUDGET.pointsPerListed * steady.listed;
  const heap = Math.max(...nights.map((night) => night.heap));
  const first = atMost(
    'points of the first night',
    roundOf('first').points,
    BUDGET.firstPoints + old,
  );
  return [
    atMost('calls of a steady night', steady.calls, BUDGET.steadyCalls),
    atMost('points of a steady night', steady.points, points),
    ...(items <= BUDGET.firstItems ? [first] : []),
    {
      text: `heap above idle: ${mib(heap)}, at most ${mib(BUDGET.heap)}`,
      kept: heap <= BUDGET.heap,
    },
  ];
}

/** The promise about growth, from the smallest project to the largest. */
export function growthOf(costs: readonly ScanCost[]): Promised[] {
  const sorted = costs.toSorted((a, b) => a.items - b.items);
  const callsOf = (cost: ScanCost | undefined) =>
    cost?.nights.find(({ name }) => name === 'steady')?.spent.round.calls ?? NaN;
  if (sorted.length < 2) return [];
  const ratio = callsOf(sorted.at(-1)) / callsOf(sorted[0]);
  const what = `calls of a steady night, ${sorted.at(-1)?.items} items beside ${sorted[0]?.items}`;
  return [atMost(what, Number(ratio.toFixed(2)), BUDGET.growth)];
}

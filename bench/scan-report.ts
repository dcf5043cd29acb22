// The figures of the scan as text, and whether they keep what is promised.
import { PURPOSES, type Purpose, type Spent } from './scan-purpose';
import type { Night, ScanCost } from './scan';

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

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const spentText = ({ calls, points, worst }: Spent): string =>
  `${many(calls, 'call')}, ${many(points, 'point')} (${worst} at worst)`;

function nightLines({ name, spent, ...more }: Night): string[] {
  const { listed, changed, warned, candidates, hours, turns, heap, ms } = more;
  const apart = PURPOSES.flatMap((purpose) =>
    purpose === 'round' || spent[purpose].calls === 0
      ? []
      : [`    apart, ${APART[purpose]}: ${spentText(spent[purpose])}`],
  );
  return [
    `  ${name}: ${spentText(spent.round)}; ${listed} listed, ${changed} changed`,
    ...apart,
    `    ${warned} warned, ${many(candidates, 'candidate')}; ${many(turns, 'turn')} in ` +
      `${many(hours, 'hour')}; heap ${mebibytes(heap)} above idle; ${seconds(ms)}`,
  ];
}

/** The lines of one size. */
export function costLines({ items, old, nights, listing, filling }: ScanCost): string[] {
  const head = `${items} items, ${old} of them old and unanswered; filled in ${seconds(filling)}`;
  const lines = [head, ...nights.flatMap(nightLines)];
  if (!listing) return lines;
  const { found, pages, points, ms } = listing;
  const [first] = nights;
  const times = (whole: number, part = NaN): string => `${(whole / part).toFixed(0)} times`;
  const steady = nights.find(({ name }) => name === 'steady');
  return [
    ...lines,
    `  by listing with jira.js, every night: ${pages} calls, ${points} points, ${found} found, ` +
      `${seconds(ms)}`,
    `    beside the first night ${times(pages, first?.spent.round.calls)} the calls and ` +
      `${times(points, first?.spent.round.points)} the points, beside a steady one ` +
      `${times(pages, steady?.spent.round.calls)} and ${times(points, steady?.spent.round.points)}`,
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
      text: `heap above idle: ${mebibytes(heap)}, at most ${mebibytes(BUDGET.heap)}`,
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

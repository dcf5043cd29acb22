// What the first tab asks of Jira where the window is too large to be listed, by the size of the
// project and by the number of answered parents. The same on every machine; times stand last.
import { openOutcomeTab, type OutcomeOptions, type OutcomeTab } from './outcome-tab';
import {
  ANSWERED_PARENTS,
  SITE_NOW,
  SITE_SETTINGS,
  startProjectSite,
  type SiteOptions,
} from './project-site';
import { totalOf, viewerOf, type Cost } from './viewer';

/** A year: of the site's items more than a fifth are finished in it. */
export const YEAR = { from: '2025-11-22', to: '2026-11-21' } as const;
export const YEAR_DAYS = 365;
/** More than one search takes, and more than two take. */
const MANY_PARENTS = [600, 1_500] as const;

export interface OutcomeCost extends Cost {
  items: number;
  parents: number;
  tab: OutcomeTab;
  /** Parents that the largest search names. */
  mostParents: number;
  /** Milliseconds. */
  took: { filling: number; asking: number };
}

const namedParents = (jql: string): number =>
  Math.max(
    0,
    ...[...jql.matchAll(/parent (?:not )?in \(([^)]*)\)/g)].map(
      ([, list = '']) => list.split(',').length,
    ),
  );

/** Opens every part of the tab over a new project. */
export async function costOfOutcome(
  options: SiteOptions & Pick<OutcomeOptions, 'listedLimit' | 'until'>,
): Promise<OutcomeCost> {
  const { listedLimit, until, items, answeredParents = ANSWERED_PARENTS } = options;
  const started = performance.now();
  const site = startProjectSite({ items, answeredParents });
  try {
    const filled = performance.now();
    const viewer = viewerOf(site.jira, site.accountId);
    const tab = await openOutcomeTab({
      viewer,
      settings: SITE_SETTINGS,
      zone: site.zone,
      days: YEAR,
      today: YEAR.to,
      now: SITE_NOW,
      ...(listedLimit !== undefined && { listedLimit }),
      ...(until !== undefined && { until }),
    });
    const took = { filling: filled - started, asking: performance.now() - filled };
    const mostParents = Math.max(...viewer.asked().map(({ body }) => namedParents(body)));
    return { ...viewer.cost(), items, parents: answeredParents, tab, mostParents, took };
  } finally {
    site.close();
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function printCost(cost: OutcomeCost, print: (line: string) => void): void {
  const { items, parents, tab, calls, bytes, took } = cost;
  const { opening, headline } = tab.requests;
  print(
    `${items} items, ${parents} answered parents, ${tab.numbers.output ?? 0} shipped: ` +
      `${totalOf(cost)} requests, ${Math.round(bytes / 1024)} KiB`,
  );
  print(
    `  ${Object.entries(calls)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ')}`,
  );
  print(
    `  ${opening} to open the page, ${headline - opening} for the headline, the rest when it is ` +
      `looked at; ${tab.leftOut} numbers left out; at most ${cost.mostParents} parents in a search`,
  );
  print(`  filling the site ${seconds(took.filling)}, all requests ${seconds(took.asking)}`);
}

/** Prints the cost for each size, then for more parents. False when it grew with the items. */
export async function benchCounted({
  sizes,
  print,
}: {
  sizes: readonly number[];
  print: (line: string) => void;
}): Promise<boolean> {
  const costs: OutcomeCost[] = [];
  for (const items of sizes) {
    const cost = await costOfOutcome({ items });
    if (cost.tab.mode !== 'counted') throw new Error(`${items} items were listed, not counted.`);
    printCost(cost, print);
    costs.push(cost);
  }
  const first = JSON.stringify(costs[0]?.calls);
  const same = costs.every(({ calls }) => JSON.stringify(calls) === first);
  if (costs.length > 1)
    print(`The number of requests is ${same ? 'the same' : 'NOT the same'} for all sizes.`);
  const [items = 0] = sizes;
  for (const answeredParents of MANY_PARENTS)
    printCost(await costOfOutcome({ items, answeredParents }), print);
  return same;
}

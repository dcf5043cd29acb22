// What the first tab asks of Jira where the window is too large to be listed, by the size of the
// project and by the number of answered parents. The same on every machine; times stand last.
import { compare, comparedTable, runsFor, type Compared } from './beside';
import { openOutcomeTab, type OutcomeOptions, type OutcomeTab } from './outcome-tab';
import {
  ANSWERED_PARENTS,
  SITE_NOW,
  SITE_SETTINGS,
  startProjectSite,
  type SiteOptions,
} from './project-site';
import type { Sized } from './sized';
import { whole } from './table';
import { callsText, totalOf, viewerOf, type Cost, type Viewer } from './viewer';

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
  /** By listing; null where it was not asked. */
  compared: Compared | null;
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
  options: SiteOptions & Pick<OutcomeOptions, 'listedLimit' | 'until'> & { runs?: number },
): Promise<OutcomeCost> {
  const { listedLimit, until, items, answeredParents = ANSWERED_PARENTS, runs = 0 } = options;
  const site = startProjectSite({ items, answeredParents });
  try {
    const viewer = viewerOf(site.jira, site.accountId);
    const asked = {
      settings: SITE_SETTINGS,
      zone: site.zone,
      days: YEAR,
      today: YEAR.to,
      now: SITE_NOW,
      ...(listedLimit !== undefined && { listedLimit }),
      ...(until !== undefined && { until }),
    };
    const tab = await openOutcomeTab({ ...asked, viewer });
    const open = (other: Viewer) => openOutcomeTab({ ...asked, viewer: other });
    const compared = await compare(site, 'outcome', { runs, open });
    const mostParents = Math.max(...viewer.asked().map(({ body }) => namedParents(body)));
    return { ...viewer.cost(), items, parents: answeredParents, tab, mostParents, compared };
  } finally {
    site.close();
  }
}

/** What a project with many answered parents asks, and what of it before the first numbers. */
function partsLine(cost: OutcomeCost): string {
  const { items, parents, tab, mostParents } = cost;
  const { opening, headline } = tab.requests;
  return (
    `- ${whole(items)} items, ${whole(parents)} answered parents: ${totalOf(cost)} requests ` +
    `(${callsText(cost)}), ${opening} of them to open the page, ${headline - opening} for the ` +
    `headline; ${tab.leftOut} numbers left out; at most ${mostParents} parents in a search.`
  );
}

/** Prints the cost for each size, then for more parents. False when it grew with the items. */
export async function benchCounted({ sizes, print }: Sized): Promise<boolean> {
  const costs: OutcomeCost[] = [];
  for (const items of sizes) {
    const cost = await costOfOutcome({ items, runs: runsFor(items) });
    if (cost.tab.mode !== 'counted') throw new Error(`${items} items were listed, not counted.`);
    costs.push(cost);
  }
  comparedTable(
    costs.map((cost) => ({
      ...cost,
      requests: totalOf(cost),
      found: cost.tab.numbers.output ?? 0,
    })),
  ).forEach(print);
  costs.slice(0, 1).map(partsLine).forEach(print);
  const first = JSON.stringify(costs[0]?.calls);
  const same = costs.every(({ calls }) => JSON.stringify(calls) === first);
  if (costs.length > 1)
    print(`- The number of requests is ${same ? 'the same' : 'NOT the same'} for all sizes.`);
  const [items = 0] = sizes;
  for (const answeredParents of MANY_PARENTS)
    print(partsLine(await costOfOutcome({ items, answeredParents })));
  return same;
}

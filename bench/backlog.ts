// What the Backlog tab asks of Jira, by the size of the project: requests and bytes with the same
// answered parents. The same on every machine; times are not and stand last.
import { SITE_NOW, SITE_SETTINGS, startProjectSite } from './project-site';
import { comparedTable, compare, runsFor, type Compared } from './beside';
import { openBacklogTab, openGoalOrder, type TabNumbers, type TabOptions } from './backlog-tab';
import type { Goal } from '../src/domain/goal';
import type { Sized } from './sized';
import { whole } from './table';
import { callsText, totalOf, viewerOf, type Cost, type Viewer } from './viewer';

export interface BacklogCost extends Cost {
  items: number;
  requests: number;
  numbers: TabNumbers;
  /** Requests for the order of one goal, and the items in it. */
  order: { requests: number; items: number };
  /** By listing; null where it was not asked. */
  compared: Compared | null;
}

/** Opens every part of the tab over a new project of `items` items; `runs` times also beside a client. */
export async function costOfBacklog(items: number, runs = 0): Promise<BacklogCost> {
  const site = startProjectSite({ items });
  try {
    const options = (viewer: Viewer): TabOptions => ({
      viewer,
      settings: SITE_SETTINGS,
      zone: site.zone,
      today: '2026-11-21',
      now: SITE_NOW,
    });
    const viewer = viewerOf(site.jira, site.accountId);
    const numbers = await openBacklogTab(options(viewer));
    const cost = viewer.cost();
    const chosen = viewerOf(site.jira, site.accountId);
    const found = await openGoalOrder(options(chosen), SITE_SETTINGS.goals[0] as Goal);
    const { search = 0, fields = 0 } = chosen.cost().calls;
    // The first search lists the answered parents, as for the tab.
    const order = { requests: search - 1 + fields, items: found.items.length };
    const open = (other: Viewer) => openBacklogTab(options(other));
    const compared = await compare(site, 'backlog', { runs, open });
    return { ...cost, items, requests: totalOf(cost), numbers, order, compared };
  } finally {
    site.close();
  }
}

/** Open items that are asked for an answer: all parts but the one of those that are not. */
const askedOf = ({ numbers: { parts } }: BacklogCost): number => parts.asked;

/** Prints the cost for each size; false when requests grew with the items. */
export async function benchBacklog({ sizes, print }: Sized): Promise<boolean> {
  const costs: BacklogCost[] = [];
  for (const items of sizes) costs.push(await costOfBacklog(items, runsFor(items)));
  comparedTable(costs.map((cost) => ({ ...cost, found: askedOf(cost) }))).forEach(print);
  for (const cost of costs.slice(0, 1)) {
    const { items, order } = cost;
    print(`- Requests by endpoint: ${callsText(cost)}.`);
    print(
      `- The order of one goal: ${order.requests} requests for ${order.items} of ${whole(items)} items.`,
    );
  }
  const same = costs.every(({ requests }) => requests === costs[0]?.requests);
  if (costs.length > 1)
    print(`- The number of requests is ${same ? 'the same' : 'NOT the same'} for all sizes.`);
  return same;
}

// What the Backlog tab asks of Jira, by the size of the project: requests and bytes with the same
// answered parents. The same on every machine; times are not and stand last.
import { ANSWERED_PARENTS, SITE_NOW, SITE_SETTINGS, startProjectSite } from './project-site';
import { openBacklogTab, openGoalOrder, type TabNumbers, type TabOptions } from './backlog-tab';
import type { Goal } from '../src/domain/goal';
import { totalOf, viewerOf, type Cost, type Viewer } from './viewer';

export interface BacklogCost extends Cost {
  items: number;
  requests: number;
  numbers: TabNumbers;
  /** Requests for the order of one goal, and the items in it. */
  order: { requests: number; items: number };
}

/** Opens every part of the tab over a new project of `items` items. */
export async function costOfBacklog(items: number): Promise<BacklogCost> {
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
    return { ...cost, items, requests: totalOf(cost), numbers, order };
  } finally {
    site.close();
  }
}

/** Prints the cost for each size; false when requests grew with the items. */
export async function benchBacklog({
  sizes,
  print,
}: {
  sizes: readonly number[];
  print: (line: string) => void;
}): Promise<boolean> {
  const costs: BacklogCost[] = [];
  for (const items of sizes) {
    const started = performance.now();
    const cost = await costOfBacklog(items);
    const ms = Math.round(performance.now() - started);
    print(
      `${items} items, ${ANSWERED_PARENTS} answered parents: ${cost.requests} requests, ` +
        `${Math.round(cost.bytes / 1024)} KiB, ${ms} ms with filling the site`,
    );
    print(
      `  ${Object.entries(cost.calls)
        .map(([name, n]) => `${n} ${name}`)
        .join(', ')}`,
    );
    print(`  ${cost.numbers.parts.asked} asked, ${cost.numbers.lane.total} without an answer`);
    print(`  order of one goal: ${cost.order.requests} requests, ${cost.order.items} items`);
    costs.push(cost);
  }
  const same = costs.every(({ requests }) => requests === costs[0]?.requests);
  if (costs.length > 1)
    print(`The number of requests is ${same ? 'the same' : 'NOT the same'} for all sizes.`);
  return same;
}

// The listed way at its limit: the time until all numbers stand, beside the time that the local Jira
// needs to answer the very same requests one after the other, without the app.
import { YEAR, YEAR_DAYS } from './counted';
import { openWindow } from './outcome-tab';
import {
  itemsForFinished,
  SITE_NOW,
  SITE_SETTINGS,
  startProjectSite,
  type ProjectSite,
} from './project-site';
import { spread } from './spread';
import { table, whole } from './table';
import { totalOf, viewerOf } from './viewer';
import { LISTED_LIMIT } from '../static/src/surfaces/project/gather/bounds';
import { createReport, EMPTY_REPORT } from '../static/src/surfaces/project/gather/window-report';

const RUNS = 5;

interface Run {
  /** All numbers beside the bare requests by processor time, which a busy machine changes little. */
  work: number;
  /** Milliseconds from the start: until the first page shows numbers, and until all stand. */
  first: number;
  all: number;
  /** Milliseconds for the same requests without the app. */
  bare: number;
}

interface Listing extends Run {
  items: number;
  pages: number;
  requests: number;
  bytes: number;
  opening: number;
}

const used = (from: NodeJS.CpuUsage, to: NodeJS.CpuUsage): number =>
  to.user + to.system - from.user - from.system;

async function list(site: ProjectSite): Promise<Listing> {
  const opener = viewerOf(site.jira, site.accountId);
  const window = await openWindow({
    viewer: opener,
    settings: SITE_SETTINGS,
    zone: site.zone,
    days: YEAR,
    today: YEAR.to,
    now: SITE_NOW,
  });
  const viewer = viewerOf(site.jira, site.accountId);
  let [last, first] = [EMPTY_REPORT, NaN];
  const before = process.cpuUsage();
  const started = performance.now();
  const report = createReport({
    ...window,
    jira: viewer.jira,
    onChange: (next) => {
      last = next;
      if (Number.isNaN(first) && (next.reading?.done ?? 0) > 0) first = performance.now() - started;
    },
  });
  await report.start();
  const all = performance.now() - started;
  if (last.mode !== 'listed' || !last.items) throw new Error('The window was not listed.');
  const between = process.cpuUsage();
  const again = performance.now();
  for (const request of viewer.asked()) {
    const { status } = await site.jira.handle(request);
    if (status !== 200) throw new Error(`Asked again, Jira answers ${status}.`);
  }
  const bare = performance.now() - again;
  const after = process.cpuUsage();
  const cost = viewer.cost();
  return {
    first,
    all,
    bare,
    work: used(before, between) / used(between, after),
    items: last.items.length,
    pages: cost.calls['search'] ?? 0,
    requests: totalOf(cost),
    bytes: cost.bytes,
    opening: totalOf(opener.cost()),
  };
}

/** Prints the figures; the first run warms up and does not count. */
export async function benchListed({ print }: { print: (line: string) => void }): Promise<void> {
  const site = startProjectSite({ items: itemsForFinished(LISTED_LIMIT, YEAR_DAYS) });
  try {
    const { items, pages, requests, bytes, opening } = await list(site);
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await list(site));
    const of = (figure: (run: Run) => number, digits = 0) => spread(runs.map(figure), digits);
    print(
      `${whole(items)} finished items: ${requests} requests, ${pages} of them pages, ` +
        `${whole(bytes / 1024)} KiB; ${opening} requests before, to open the page.`,
    );
    print('');
    const rows = [
      ['first numbers, ms', of(({ first }) => first)],
      ['all numbers, ms', of(({ all }) => all)],
      ['the same requests without the app, ms', of(({ bare }) => bare)],
      ['all numbers beside the bare requests', of(({ all, bare }) => all / bare, 2)],
      ['the same by processor time', of(({ work }) => work, 2)],
    ];
    table(['', `median of ${RUNS} (least to most)`], rows).forEach(print);
  } finally {
    site.close();
  }
}

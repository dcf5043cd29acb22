// The page and an independent client that lists, answering the same question over the same socket.
import type { JiraAnswer, JiraRequest } from '../local/jira/api';
import { serveJira } from '../test/support/jira-server';
import { clientAnswer, type Seen } from './listing';
import type { ProjectSite } from './project-site';
import { median, spread } from './spread';
import { table, times, whole } from './table';
import { viewerOf, type Viewer } from './viewer';

export type Question = 'backlog' | 'outcome';

export interface Compared {
  /** Milliseconds of each run, until the page has all its numbers. */
  page: number[];
  /** What the client saw, and milliseconds of each run. */
  listing: Seen;
  listings: number[];
}

/** How often a project of that size is also listed: larger ones take long, and say the same again. */
export const runsFor = (items: number): number => (items <= 10_000 ? 5 : items <= 100_000 ? 3 : 0);

/** A Jira at the other end of a socket, for one who logged in. */
const remote = (url: string, name: string) => ({
  async handle({ method, path, body }: JiraRequest): Promise<JiraAnswer> {
    const headers = {
      authorization: `Basic ${Buffer.from(`${name}:any`).toString('base64')}`,
      ...(method !== 'GET' && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(url + path, { method, headers, ...(method !== 'GET' && { body }) });
    return { status: answer.status, headers: {}, body: await answer.text() };
  },
});

/** Asks `runs` times in turn; null for none. */
export async function compare(
  site: ProjectSite,
  question: Question,
  { runs, open }: { runs: number; open: (viewer: Viewer) => Promise<unknown> },
): Promise<Compared | null> {
  if (runs === 0) return null;
  const { url, close } = await serveJira(site.jira);
  try {
    const page: number[] = [];
    const listings: Seen[] = [];
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      await open(viewerOf(remote(url, site.name), site.accountId));
      page.push(performance.now() - started);
      listings.push(await clientAnswer('listed-question.mjs', [url, question]));
    }
    const [listing] = listings as [Seen, ...Seen[]];
    return { page, listing, listings: listings.map(({ ms }) => ms) };
  } finally {
    await close();
  }
}

interface Row {
  items: number;
  requests: number;
  bytes: number;
  /** The number that both have to find. */
  found: number;
  compared: Compared | null;
}

/** One line a size: counts first, times last and as a ratio. @throws Error when the two disagree */
export function comparedTable(rows: readonly Row[]): string[] {
  return table(
    ['items', 'requests', 'KiB', 'requests by listing', 'ms of the page', 'ms of listing', 'ratio'],
    rows.map(({ items, requests, bytes, found, compared }) => {
      const own = [whole(items), requests, whole(bytes / 1024)];
      if (!compared) return [...own, 'not listed', '', '', ''];
      const { page, listing, listings } = compared;
      if (listing.found !== found)
        throw new Error(`The page says ${found}, by listing it is ${listing.found}.`);
      const ratio = times(median(listings) / median(page));
      return [...own, listing.pages, spread(page), spread(listings), ratio];
    }),
  );
}

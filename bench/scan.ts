// What a nightly scan costs a site: calls of the app to Jira, the points they are charged with, and the
// heap of its process, on the nights that differ. Counts are the same on every machine; times are not.
import path from 'node:path';
import { standingClock } from '../local/clock';
import { startHost, type Host } from '../local/host';
import { ENTITIES, keys } from '../src/adapters/storage/keys';
import { readScan } from '../src/adapters/storage/scan-records';
import { listEverything, type Listing } from './listing';
import type { TurnReport } from './scan-functions';
import { TURN_MARK } from './scan-functions/turn-mark';
import { storeKept } from './scan-kept';
import { ANSWER, DAY, fillProject, START, STEADY_DAY, toAnswer } from './scan-project';
import { watchSpending, type Purpose, type Spent } from './scan-purpose';
import { VIEWER } from './shop';
import { writeAnswer } from '../src/contract/properties';

export interface Night {
  name: 'first' | 'grace over' | 'steady' | 'weekly';
  spent: Record<Purpose, Spent>;
  listed: number;
  changed: number;
  warned: number;
  /** Turns that it took. */
  turns: number;
  /** Bytes of heap above idle, at the most. */
  heap: number;
  /** Milliseconds of real time. */
  ms: number;
}

export interface ScanCost {
  items: number;
  /** Items that are to be found on the first night. */
  old: number;
  nights: Night[];
  /** The same question by listing; null where it was not asked. */
  listing: Listing | null;
  /** Milliseconds of steady nights. */
  steadyMs: number[];
  /** Milliseconds for filling the site. */
  filling: number;
}

const HOUR = 3_600_000;
/** A scan that has not ended by then never will. */
const MOST_HOURS = 24;
const FUNCTIONS = { kind: 'sources', folder: path.join(__dirname, 'scan-functions') } as const;

function stateOf(host: Host) {
  const asked = { entityName: ENTITIES.scan, key: keys.scan('1') };
  const { json } = host.forge.kvs.handle('/api/v1/entity/get', asked);
  return readScan((json as { value: unknown }).value).state;
}

/** Turns of the scan that have ended since the last time. */
function turnsOf(host: Host): () => TurnReport[] {
  const known = new Set<string>();
  return () =>
    host.functions.log
      .newest()
      .filter(({ id }) => !known.has(id))
      .flatMap(({ id, lines }) => {
        known.add(id);
        return lines
          .filter(({ text }) => text.startsWith(TURN_MARK))
          .map(({ text }) => JSON.parse(text.slice(TURN_MARK.length)) as TurnReport);
      })
      .filter(({ calls }) => calls > 0);
}

interface Watch {
  host: Host;
  spending: () => Record<Purpose, Spent>;
  turns: () => TurnReport[];
}

/** One night, as many hours as it needs: what has used up an hour's budget goes on in the next. */
async function night({ host, ...watch }: Watch, name: Night['name'], day: number): Promise<Night> {
  host.moveClock(START + day * DAY);
  host.jira.settle();
  watch.spending();
  const turns: TurnReport[] = [];
  const started = performance.now();
  for (let hours = 1; hours <= MOST_HOURS; hours += 1) {
    await host.schedule({});
    turns.push(...watch.turns());
    const { last, progress } = stateOf(host);
    if (last && !progress && last.lastAt >= START + day * DAY) {
      const { listed, changed, warned } = last;
      return {
        name,
        spent: watch.spending(),
        ...{ listed, changed, warned },
        turns: turns.length,
        heap: Math.max(...turns.map(({ idle, peak }) => peak - idle)),
        ms: performance.now() - started,
      };
    }
    host.moveClock(START + day * DAY + hours * HOUR);
  }
  const failed = host.functions.log.newest().find(({ error }) => error !== null);
  throw new Error(`The scan did not end on the night "${name}": ${JSON.stringify(failed)}`);
}

/** Somebody answers these items. */
async function answer(host: Host, issueKeys: readonly string[]): Promise<void> {
  for (const key of issueKeys) {
    const { status, body } = await host.jira.handle({
      method: 'PUT',
      path: `/rest/api/3/issue/${key}/properties/ladder-answer`,
      headers: {},
      body: JSON.stringify(writeAnswer(ANSWER)),
      caller: { principal: 'client', accountId: VIEWER.accountId },
    });
    if (status >= 400) throw new Error(`${key} could not be answered: ${body}`);
  }
}

/**
 * Four nights over a new project: the first one; the one on which the grace is over; a steady one on
 * which items come of age, are ripe and were answered; and one after a week. With `runs` the question is
 * also answered by listing so many times, and as many steady nights are timed.
 */
export async function costOfScan(
  items: number,
  { runs = 0, steady = runs }: { runs?: number; steady?: number } = {},
): Promise<ScanCost> {
  const started = performance.now();
  const clock = standingClock(START);
  const source = { kind: 'empty' } as const;
  const host = await startHost({ clock, source, lagMs: 0, functions: FUNCTIONS });
  try {
    const { keep, old } = fillProject(host.jira.site, items);
    storeKept(host.storage, keep, START);
    const filling = performance.now() - started;
    const byListing = runs > 0 ? await listEverything(host, runs) : null;
    const watch = { host, spending: watchSpending(host.jira), turns: turnsOf(host) };
    const nights = [await night(watch, 'first', 0)];
    nights.push(await night(watch, 'grace over', STEADY_DAY - 1));
    await answer(host, toAnswer(items));
    nights.push(await night(watch, 'steady', STEADY_DAY));
    const steadyMs = nights.slice(-1).map(({ ms }) => ms);
    for (let day = 1; day < steady; day += 1)
      steadyMs.push((await night(watch, 'steady', STEADY_DAY + day)).ms);
    nights.push(await night(watch, 'weekly', STEADY_DAY + 7));
    return { items, old, nights, listing: byListing, steadyMs, filling };
  } finally {
    await host.close();
  }
}

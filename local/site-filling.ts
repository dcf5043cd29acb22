// What the site holds: filled at its first start, later replaced as a whole or not at all.
import type { Clock } from './clock';
import type { Survey } from './data/import';
import type { Db } from './db';
import type { Faults } from './faults';
import { fill, readAhead } from './fill';
import type { Forge } from './forge';
import type { LocalJira } from './jira/api';
import type { SiteSource, SiteState } from './site-state';

interface Parts {
  db: Db;
  clock: Clock;
  state: SiteState;
  jira: LocalJira;
  forge: Forge;
  faults: Faults;
  moveClock: (ms: number) => void;
  /** Where the clock starts unless a filling says otherwise, in milliseconds; null for the source's default. */
  now: number | null;
  report: (line: string) => void;
}

interface Filling {
  /** What the data holds, where it was read before. */
  known?: Survey | undefined;
  /** Where the clock starts; null for the newest date in the data. */
  now?: number | null;
  progress?: (imported: number) => void;
}

export interface SiteFilling {
  /** Empties the site and fills it: for the start, while nobody asks for it yet. */
  fill(source: SiteSource, filling?: Filling): Promise<void>;
  /** The same, all of it or nothing; deliveries and the schedule wait. */
  refill(source: SiteSource, filling?: Filling): Promise<void>;
  /** Ends with the last refill, whether it failed or not. */
  settled(): Promise<unknown>;
}

/** @throws DataError, from `fill` and `refill`, when the data of a file cannot be used */
export function createSiteFilling(parts: Parts): SiteFilling {
  const { db, clock, state, jira, forge, faults, report } = parts;

  async function fillSite(
    source: SiteSource,
    { known, now = parts.now, progress }: Filling = {},
  ): Promise<void> {
    const data = known ?? (await readAhead(source, report));
    state.begin();
    faults.clear();
    forge.kvs.clear();
    forge.queue.clear();
    forge.automation.clear();
    forge.functions.log.clear();
    jira.site.clear();
    const { storage } = forge;
    const realNow = Date.now();
    // Records get the times of a site whose clock already stands where it will start.
    if (now !== null) clock.set(now);
    else if (source.kind !== 'file') clock.set(realNow);
    const site = { site: jira.site, storage, source, found: data };
    const start = await fill({ ...site, now, realNow, report, progress });
    parts.moveClock(start);
    jira.settle();
    jira.resetLedger();
    state.filled(source);
  }

  let refilled: Promise<unknown> = Promise.resolve();

  return {
    fill: fillSite,
    refill(source, filling) {
      const before = clock.now();
      const work = forge.pump.paused(() => db.hold(() => fillSite(source, filling)));
      const settled = work.catch((error: unknown) => {
        jira.site.reload();
        clock.set(before);
        throw error;
      });
      refilled = settled.catch(() => undefined);
      return settled;
    },
    settled: () => refilled,
  };
}

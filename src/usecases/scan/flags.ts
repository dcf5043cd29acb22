// The flags: what aged is warned, what was warned long enough is flagged, what has no reason any more
// is cleared. Only what may change is listed and only what changes is written, batch by batch, so
// that what is done stays done wherever a scan stops.
import type { Frame } from '../../domain/band';
import type { Flag } from '../../domain/item';
import { scanListings } from '../../domain/kill-clause';
import { planListed, type FlagChange, type Moment, type ScanSearch } from '../../domain/kill';
import type { Ports } from '../../ports';
import { isOwnBudget } from './budget';

/** Items that are decided on before anything is written. */
const BATCH = 1_000;

export interface Tally {
  listed: number;
  changed: number;
}

/** Collects what is to be written, by value, and writes it. */
function collector({ backlog }: Ports) {
  const flags = new Map<string, { flag: Flag; ids: string[] }>();
  const clears: string[] = [];
  return {
    plan(id: string, change: FlagChange): void {
      if (change.kind === 'clear') clears.push(id);
      if (change.kind !== 'write') return;
      const key = JSON.stringify(change.flag);
      const group = flags.get(key) ?? { flag: change.flag, ids: [] };
      group.ids.push(id);
      flags.set(key, group);
    },
    /** @returns how many items were written */
    async apply(): Promise<number> {
      let written = clears.length;
      if (clears.length > 0) await backlog.clearFlags(clears);
      for (const { flag, ids } of flags.values()) {
        await backlog.setFlag(ids, flag);
        written += ids.length;
      }
      flags.clear();
      clears.length = 0;
      return written;
    },
  };
}

/** Lists what one of the searches finds, decides and writes. */
export async function changeFlags(
  ports: Ports,
  projectId: string,
  search: ScanSearch,
  frame: Frame,
  moment: Moment,
): Promise<Tally> {
  const tally: Tally = { listed: 0, changed: 0 };
  const writes = collector(ports);
  let waiting = 0;
  for (const listing of scanListings(frame, moment)) {
    if (listing.search !== search) continue;
    try {
      for await (const items of ports.backlog.pages(projectId, listing.clause)) {
        for (const item of items) writes.plan(item.id, planListed(item, search, frame, moment));
        tally.listed += items.length;
        waiting += items.length;
        if (waiting < BATCH) continue;
        tally.changed += await writes.apply();
        waiting = 0;
      }
    } catch (error) {
      // The pages before it are paid for.
      if (isOwnBudget(error)) await writes.apply();
      throw error;
    }
  }
  tally.changed += await writes.apply();
  return tally;
}

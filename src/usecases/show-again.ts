// One night over records that their items do not show, whatever they are records of: which are tried, and
// what came of it.
import type { Day } from '../domain/days';
import type { Ports } from '../ports';
import { triedTonight } from './tried-tonight';

/** How many are shown now, and how many Jira still does not take. */
export interface Repaired {
  written: number;
  left: number;
}

interface Records<K, S> {
  waiting: readonly S[];
  /** When one was said or taken back last, in milliseconds. */
  saidAt: (one: S) => number;
  read: (itemId: string) => Promise<K | null>;
  /** @returns the record as it is kept after it was shown, or was not */
  show: (itemId: string, kept: K) => Promise<{ written: boolean }>;
}

/**
 * Shows records again, one after the other, as nights run beside other projects' work. One that was shown
 * since it was listed is left alone.
 * @param today the project's day, by which the nights take turns
 * @throws AppError rate_limited when Jira asks to wait; what is shown stays shown
 */
export async function showAgain<K extends { written: boolean }, S extends { itemId: string }>(
  ports: Pick<Ports, 'clock'>,
  today: Day,
  { waiting, saidAt, read, show }: Records<K, S>,
): Promise<Repaired> {
  const done = { written: 0, left: 0 };
  for (const { itemId } of triedTonight(waiting, saidAt, ports.clock.now(), today)) {
    const kept = await read(itemId);
    if (!kept || kept.written) continue;
    const { written } = await show(itemId, kept);
    done[written ? 'written' : 'left'] += 1;
  }
  return done;
}

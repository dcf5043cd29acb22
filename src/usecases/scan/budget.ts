// What a scan may spend. Every call of the app tells its price; when the hour's budget of the site is
// used up, or Jira has closed the site, the scan waits for the next hour instead of asking.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import { nextHour, POINTS_AN_HOUR } from '../../domain/pacing';
import type { Meter, Ports } from '../../ports';

/**
 * Points of an hour that only writes may use: what was listed, a page of a hundred at once, is not
 * thrown away because nothing is left to write it.
 */
const KEPT_FOR_WRITES = 200;

export interface Budget {
  meter: Meter;
  /** Stores what was spent since the last time, when it is at least so many points. */
  keep(least?: number): Promise<void>;
}

const wait = (until: number, now: number, reason: 'budget' | null): AppError =>
  new AppError('rate_limited', MESSAGES.jira.rate_limited, {
    details: { retryAfter: Math.max(1, Math.ceil((until - now) / 1000)), reason },
  });

/** Whether it is the app's own budget that stopped it: Jira would take another call. */
export const isOwnBudget = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.details as { reason?: unknown } | undefined)?.reason === 'budget';

/** @throws AppError rate_limited when the site is closed or nothing is left in this hour */
export async function openBudget(ports: Ports): Promise<Budget> {
  const began = ports.clock.now();
  const { spent: before, closedUntil } = await ports.points.read(began);
  if (closedUntil > began) throw wait(closedUntil, began, null);
  const hour = nextHour(began);
  let spent = 0;
  let stored = 0;
  const meter: Meter = {
    check(writesList) {
      const now = ports.clock.now();
      // With the next hour a new budget begins.
      const used = now < hour ? before + spent : spent;
      const most = writesList ? POINTS_AN_HOUR : POINTS_AN_HOUR - KEPT_FOR_WRITES;
      if (used >= most) throw wait(nextHour(now), now, 'budget');
    },
    spend(points) {
      spent += points;
    },
  };
  return {
    meter,
    async keep(least = 1) {
      const owed = spent - stored;
      if (owed < least) return;
      stored = spent;
      await ports.points.add(ports.clock.now(), owed);
    },
  };
}

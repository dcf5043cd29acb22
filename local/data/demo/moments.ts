// Moments of the demo, all counted back from its present.

import type { Random } from '../../random';

export const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * About `days` days before `now` (milliseconds), in working hours (7 to 18 UTC) and not on a
 * weekend. Never later than an hour before `now`.
 */
export function workMoment(now: number, days: number, random: Random): number {
  const midnight = Math.floor((now - days * DAY) / DAY) * DAY;
  const weekday = new Date(midnight).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  const time = 7 * HOUR + Math.floor(random.next() * 11 * 3600) * 1000;
  return Math.min(midnight - back * DAY + time, now - HOUR);
}

/** The day (UTC) that lies `days` days after `now`; before it when negative. */
export function dayFrom(now: number, days: number): string {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}

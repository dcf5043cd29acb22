// Which of the records that Jira does not take a night tries again.
import { DAY_MS, daysBetween, type Day } from '../domain/days';

/** What was said within so many days is tried every night. */
const YOUNG_DAYS = 7;
/** Of what waits longer, so many take their turn in one night. */
const OLD_ONES = 20;
/** Days are counted from here on. */
const FIRST: Day = '1970-01-01';

/**
 * What the night of `now` (milliseconds) tries; `today` is the project's day, and turns go by it: nights
 * begin at the same hour of the project, which can be now before and now after midnight elsewhere. A closed item can be read-only for good: what has waited
 * for more than a week takes turns, so that a night costs the same however much has gathered.
 */
export function triedTonight<T extends { itemId: string }>(
  waiting: readonly T[],
  saidAt: (one: T) => number,
  now: number,
  today: Day,
): T[] {
  const isYoung = (one: T): boolean => now - saidAt(one) < YOUNG_DAYS * DAY_MS;
  const old = waiting.filter((one) => !isYoung(one));
  old.sort((a, b) => Number(a.itemId) - Number(b.itemId));
  const parts = Math.max(1, Math.ceil(old.length / OLD_ONES));
  const from = (daysBetween(FIRST, today) % parts) * OLD_ONES;
  return [...waiting.filter(isYoung), ...old.slice(from, from + OLD_ONES)];
}

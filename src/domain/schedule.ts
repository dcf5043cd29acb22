// When a project's nightly scan is due: once a day, from 02:00 in the project's zone.
import { addDays, dayOf, startOfDay, type Day } from './days';

const TWO_HOURS = 2 * 3_600_000;

/** The instant from which the next scan may run, given the project's day of the last one. */
export function nextDue(lastDay: Day | null, now: number, zone: string): number {
  const today = dayOf(now, zone);
  const day = lastDay !== null && lastDay >= today ? addDays(today, 1) : today;
  return startOfDay(day, zone) + TWO_HOURS;
}

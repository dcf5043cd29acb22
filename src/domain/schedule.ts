// When a project's nightly scan is due: once a day, from 02:00 in the project's zone.
import { addDays, dayOf, startOfDay, type Day } from './days';

const TWO_HOURS = 2 * 3_600_000;

/** The instant from which the next scan may run, given the project's day of the last one. */
export function nextDue(lastDay: Day | null, now: number, zone: string): number {
  const today = dayOf(now, zone);
  const day = lastDay !== null && lastDay >= today ? addDays(today, 1) : today;
  return startOfDay(day, zone) + TWO_HOURS;
}

/**
 * The steps of one scan, in their order. Each can be done again without harm; what is done is not
 * done again when a scan is taken up where it stopped. Items show what storage knows of them before
 * their flags are decided: a parked one that does not say so would be warned.
 */
export const SCAN_STEPS = [
  'wake',
  'settle',
  'repair',
  'compare',
  'clear',
  'warn',
  'flag',
  'reason',
  'gate',
  'pace',
  'notice',
] as const;
export type ScanStep = (typeof SCAN_STEPS)[number];

/** Between two scans that are ordered by hand. */
export const ORDER_COOLDOWN_MS = 10 * 60_000;

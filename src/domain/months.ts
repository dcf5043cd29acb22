// Steps of months from a day. Apart from the days: pages that know no months do not load it.
import { addDays, type Day } from './days';

/** The same day so many months later, or the last of a shorter month. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** A period of `months` months that starts on a day: its last day. */
export const lastDayOfPeriod = (firstDay: Day, months: number): Day =>
  addDays(monthsLater(firstDay, months), -1);

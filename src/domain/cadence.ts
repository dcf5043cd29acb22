// When a forum that meets in a rhythm meets next.
import { addDays, type Day } from './days';
import { monthsLater } from './months';
import type { Cadence } from './rules';

function after(day: Day, cadence: Exclude<Cadence, 'none'>, count: number): Day {
  switch (cadence) {
    case 'weekly':
      return addDays(day, 7 * count);
    case 'fortnightly':
      return addDays(day, 14 * count);
    case 'monthly':
      return monthsLater(day, count);
    case 'quarterly':
      return monthsLater(day, 3 * count);
  }
}

/** Steps that are looked ahead: twenty years of weeks. */
const MOST_STEPS = 1_040;

/** The first day of the rhythm that is not over; null without a rhythm, or after a very long pause. */
export function nextMeeting(last: Day, cadence: Cadence, today: Day): Day | null {
  if (cadence === 'none') return null;
  for (let count = 1; count <= MOST_STEPS; count += 1) {
    const day = after(last, cadence, count);
    if (day >= today) return day;
  }
  return null;
}

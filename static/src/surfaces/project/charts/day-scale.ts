// Places days on an axis of periods: each period has the same room, however many days it holds.
import { daysBetween, type Day } from '../../../../../src/domain/days';

interface Span {
  from: Day;
  to: Day;
}

/** The middle of the day, in pixels; null for a day in none of the periods. */
export function placeDay(
  day: Day,
  periods: readonly Span[],
  slots: readonly { x: number; width: number }[],
): number | null {
  const at = periods.findIndex(({ from, to }) => from <= day && day <= to);
  const [period, slot] = [periods[at], slots[at]];
  if (!period || !slot) return null;
  const days = daysBetween(period.from, period.to) + 1;
  return slot.x + ((daysBetween(period.from, day) + 0.5) / days) * slot.width;
}

// Splits a window so that its items can be listed side by side.
import type { Window } from '../../../../../src/domain/band';
import { addDays, endOfDay, startOfDay, type Day } from '../../../../../src/domain/days';
import type { Days } from '../address';

/** Items that Jira gives on one page of a search with fields. */
export const PAGE_SIZE = 100;

/** The instants of a window of days in the viewer's zone: from (in) to (out). */
export const windowOf = ({ from, to }: Days, zone: string): Window => ({
  from: startOfDay(from, zone),
  to: endOfDay(to, zone),
});

const nextMonth = (day: Day): Day => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
};

/** The calendar months of a window, the first and the last cut to it. */
export function monthsOf(days: Days): Days[] {
  const months: Days[] = [];
  for (let from = days.from; from <= days.to; from = nextMonth(from)) {
    const end = addDays(nextMonth(from), -1);
    months.push({ from, to: end < days.to ? end : days.to });
  }
  return months;
}

/**
 * Disjoint windows that together are the whole one: a month each, neighbours joined where there are
 * fewer pages than months, so that splitting never costs requests.
 * @param expected how many items the whole window holds, roughly
 */
export function chainsOf(days: Days, zone: string, expected: number): Window[] {
  const months = monthsOf(days);
  const groups = Math.min(months.length, Math.max(1, Math.ceil(expected / PAGE_SIZE)));
  return Array.from({ length: groups }, (_, index) => {
    const first = months[Math.floor((index * months.length) / groups)];
    const last = months[Math.floor(((index + 1) * months.length) / groups) - 1];
    return windowOf({ from: first?.from ?? days.from, to: last?.to ?? days.to }, zone);
  });
}

// Splits a window so that its items can be listed side by side.
import type { Window } from '../../../../../src/domain/band';
import { endOfDay, startOfDay } from '../../../../../src/domain/days';
import { monthsOf, type DaySpan } from '../../../../../src/domain/periods';

/** Items that Jira gives on one page of a search with fields. */
export const PAGE_SIZE = 100;

/** The instants of a window of days in the viewer's zone: from (in) to (out). */
export const windowOf = ({ from, to }: DaySpan, zone: string): Window => ({
  from: startOfDay(from, zone),
  to: endOfDay(to, zone),
});

/**
 * Disjoint windows that together are the whole one: a month each, neighbours joined where there are
 * fewer pages than months, so that splitting never costs requests.
 * @param expected how many items the whole window holds, roughly
 */
export function chainsOf(days: DaySpan, zone: string, expected: number): Window[] {
  const months = monthsOf(days);
  const groups = Math.min(months.length, Math.max(1, Math.ceil(expected / PAGE_SIZE)));
  return Array.from({ length: groups }, (_, index) => {
    const first = months[Math.floor((index * months.length) / groups)];
    const last = months[Math.floor(((index + 1) * months.length) / groups) - 1];
    return windowOf({ from: first?.from ?? days.from, to: last?.to ?? days.to }, zone);
  });
}

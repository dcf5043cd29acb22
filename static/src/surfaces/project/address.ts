// Tab and window live in the page's address, so that a view can be shared and found again.
import { addDays, daysBetween, isDay, type Day } from '../../../../src/domain/days';

export const TABS = ['outcome', 'backlog', 'kill', 'goals'] as const;
export type TabName = (typeof TABS)[number];

/** First and last day of the window, both inside it. */
export interface Days {
  from: Day;
  to: Day;
}

/** Lengths that can be chosen with one press, in days. */
export const PRESETS = [90, 180, 365] as const;
const DEFAULT_DAYS = 180;
/** Ten years: longer windows are refused, because every month of them is looked at. */
const LONGEST_DAYS = 3_653;

/** What is wrong with a pair of days, or null. */
export type WindowProblem = 'not-a-day' | 'backwards' | 'future' | 'too-long';

export interface Address extends Days {
  tab: TabName;
  /** Why the window of the address was not taken and the default stands instead. */
  problem: WindowProblem | null;
}

/** The last `days` days up to and with today. */
export const lastDays = (days: number, today: Day): Days => ({
  from: addDays(today, 1 - days),
  to: today,
});

/** Checks days that somebody typed. */
export function windowProblem({ from, to }: Days, today: Day): WindowProblem | null {
  if (!isDay(from) || !isDay(to)) return 'not-a-day';
  if (from > to) return 'backwards';
  if (from > today) return 'future';
  return daysBetween(from, to) >= LONGEST_DAYS ? 'too-long' : null;
}

/** How many days the window holds. */
export const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1;

/**
 * Reads the query of an address. A missing end is filled in; wrong days give the default window and
 * say why; an unknown tab gives the first one.
 */
export function readAddress(search: string, today: Day): Address {
  const query = new URLSearchParams(search);
  const tab = TABS.find((name) => name === query.get('tab')) ?? 'outcome';
  const given = { from: query.get('from'), to: query.get('to') };
  const fallback = lastDays(DEFAULT_DAYS, today);
  if (given.from === null && given.to === null) return { tab, ...fallback, problem: null };
  const to = given.to ?? today;
  const from = given.from ?? (isDay(to) ? lastDays(DEFAULT_DAYS, to).from : to);
  const problem = windowProblem({ from, to }, today);
  return problem ? { tab, ...fallback, problem } : { tab, from, to, problem: null };
}

/**
 * The query for a change of view. Parameters of others stay; a window of the default length that
 * ends today is not written down, so that the address keeps meaning "the last 180 days".
 */
export function writeAddress(
  search: string,
  change: Partial<Days> & { tab?: TabName },
  today: Day,
): string {
  const query = new URLSearchParams(search);
  if (change.tab !== undefined) query.set('tab', change.tab);
  if (change.from !== undefined && change.to !== undefined) {
    const usual = lastDays(DEFAULT_DAYS, today);
    if (change.from === usual.from && change.to === usual.to) {
      query.delete('from');
      query.delete('to');
    } else {
      query.set('from', change.from);
      query.set('to', change.to);
    }
  }
  if (query.get('tab') === 'outcome') query.delete('tab');
  const text = query.toString();
  return text ? `?${text}` : '';
}

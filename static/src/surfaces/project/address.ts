// Tab, window and filter live in the page's address, so that a view can be shared and found again.
import { addDays, daysBetween, isDay, type Day } from '../../../../src/domain/days';

export const TABS = ['outcome', 'backlog', 'results', 'kill', 'goals'] as const;
export type TabName = (typeof TABS)[number];

/** What a tab shows instead of its usual content. */
const VIEWS = [
  // Outcome vs output
  'sort',
  'print',
  // Results, Kill list
  'meeting',
  // Kill list
  'parked',
  'decided',
  'reversed',
  'acts',
] as const;
export type ViewName = (typeof VIEWS)[number];

const WEIGHTS = ['count', 'estimate'] as const;
/** How much an item counts: each the same, or by the project's estimate. */
export type Weight = (typeof WEIGHTS)[number];

/** First and last day of the window, both inside it. */
export interface Days {
  from: Day;
  to: Day;
}

/** Parts of the address that narrow what is counted, each by its id (a label by itself). */
const NARROWING = ['goal', 'stream', 'type', 'label'] as const;
export type Narrowing = Partial<Record<(typeof NARROWING)[number], string>>;

/** Lengths that can be chosen with one press, in days. */
export const PRESETS = [90, 180, 365] as const;
const DEFAULT_DAYS = 180;
/** Ten years: longer windows are refused, because every month of them is looked at. */
const LONGEST_DAYS = 3_653;
/** Longer values are nobody's; they are not repeated on the page either. */
const LONGEST_VALUE = 255;

/** What is wrong with a pair of days, or null. */
export type WindowProblem = 'not-a-day' | 'backwards' | 'future' | 'too-long';

/** A part of the address that nothing is known by, with what it says. */
export interface Unused {
  part: 'tab' | 'view' | 'weight' | keyof Narrowing;
  value: string;
}

export interface Address extends Days {
  tab: TabName;
  view: ViewName | null;
  narrowing: Narrowing;
  weight: Weight;
  /** Why the window of the address was not taken and the default stands instead. */
  problem: WindowProblem | null;
  unused: readonly Unused[];
}

/** Whether all of what was finished in the window is asked for, each item counting one. */
export const isPlain = ({ tab, narrowing, weight }: Address): boolean =>
  tab === 'outcome' && Object.keys(narrowing).length === 0 && weight === 'count';

/** What shall change in the address; null takes a part out. */
export type AddressChange = Partial<Days> & {
  tab?: TabName;
  view?: ViewName | null;
  weight?: Weight;
} & Partial<Record<keyof Narrowing, string | null>>;

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

/** The window of the address, or the default with the reason why. A missing end is filled in. */
function readWindow(query: URLSearchParams, today: Day): Days & Pick<Address, 'problem'> {
  const given = { from: query.get('from'), to: query.get('to') };
  const fallback = lastDays(DEFAULT_DAYS, today);
  if (given.from === null && given.to === null) return { ...fallback, problem: null };
  const to = given.to ?? today;
  const from = given.from ?? (isDay(to) ? lastDays(DEFAULT_DAYS, to).from : to);
  const problem = windowProblem({ from, to }, today);
  return problem ? { ...fallback, problem } : { from, to, problem: null };
}

/** Reads the query of an address. What can't be used is named; the rest of it holds. */
export function readAddress(search: string, today: Day): Address {
  const query = new URLSearchParams(search);
  const unused: Unused[] = [];
  const pick = <T extends string>(part: Unused['part'], from: readonly T[]): T | undefined => {
    const value = query.get(part);
    const found = from.find((name) => name === value);
    if (value && !found) unused.push({ part, value: value.slice(0, LONGEST_VALUE) });
    return found;
  };
  const narrowing: Narrowing = {};
  for (const part of NARROWING) {
    const value = query.get(part)?.trim();
    if (!value) continue;
    if (value.length <= LONGEST_VALUE) narrowing[part] = value;
    else unused.push({ part, value: `${value.slice(0, 40)}…` });
  }
  return {
    tab: pick('tab', TABS) ?? 'outcome',
    view: pick('view', VIEWS) ?? null,
    weight: pick('weight', WEIGHTS) ?? 'count',
    ...readWindow(query, today),
    narrowing,
    unused,
  };
}

/** Ids that the project knows; null while they are not known yet, when nothing can be refused. */
export interface KnownParts {
  goal: readonly string[];
  type: readonly string[];
  stream: readonly string[] | null;
}

/** What of the narrowing the project knows, and what it does not. Any text can be a label. */
export function knownNarrowing(
  narrowing: Narrowing,
  known: KnownParts,
): { narrowing: Narrowing; unused: Unused[] } {
  const kept: Narrowing = {};
  const unused: Unused[] = [];
  for (const part of NARROWING) {
    const value = narrowing[part];
    if (value === undefined) continue;
    const ids = part === 'label' ? null : known[part];
    if (ids === null || ids.includes(value)) kept[part] = value;
    else unused.push({ part, value });
  }
  return { narrowing: kept, unused };
}

/** Parts at their usual value are not written down. */
const USUAL: Record<string, string> = { tab: 'outcome', weight: 'count' };

function writeWindow(query: URLSearchParams, { from, to }: Days, today: Day): void {
  const usual = lastDays(DEFAULT_DAYS, today);
  if (from === usual.from && to === usual.to) {
    query.delete('from');
    query.delete('to');
  } else {
    query.set('from', from);
    query.set('to', to);
  }
}

/**
 * The query for a change of view. Parameters of others stay; a window of the default length that
 * ends today is not written down, so that the address keeps meaning "the last 180 days". A view
 * belongs to its tab and goes with it.
 */
export function writeAddress(search: string, change: AddressChange, today: Day): string {
  const query = new URLSearchParams(search);
  const { from, to, ...parts } = change;
  if (parts.tab !== undefined && parts.view === undefined) query.delete('view');
  for (const [part, value] of Object.entries(parts)) {
    if (value === null || value === '') query.delete(part);
    else if (value !== undefined) query.set(part, value);
  }
  for (const [part, usual] of Object.entries(USUAL))
    if (query.get(part) === usual) query.delete(part);
  if (from !== undefined && to !== undefined) writeWindow(query, { from, to }, today);
  const text = query.toString();
  return text ? `?${text}` : '';
}

// Dates as Jira writes them into a CSV: in the form of the site's or the exporter's language.

/** Which of two numbers such as 03/04/2024 is the day. */
export type DateOrder = 'day' | 'month';

interface Day {
  year: number;
  month: number;
  day: number;
}

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
const SHORT_FORMS: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['mrz', 3],
];

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Numbers of months by their names; a name that means two months in two languages is left out. */
const MONTHS: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>();
  const clashes = new Set<string>();
  const note = (name: string, month: number): void => {
    if ((found.get(name) ?? month) !== month) clashes.add(name);
    found.set(name, month);
  };
  for (const locale of LOCALES)
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      for (let n = 0; n < 12; n += 1) note(bare(format.format(Date.UTC(2024, n, 15))), n + 1);
    }
  for (const [name, month] of SHORT_FORMS) note(name, month);
  for (const name of clashes) found.delete(name);
  return found;
})();

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const TIME =
  /^(.*?),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?\s?(?:m\.?)?(?:\s*Uhr)?$/i;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_FIRST = /^(\d{1,2})\.?[-/ .]\s*([\p{L}]+)\.?[-/ .,]\s*(\d{4}|\d{2})$/u;
const MONTH_FIRST = /^([\p{L}]+)\.?[-/ .]\s*(\d{1,2})(?:st|nd|rd|th)?,?[-/ .]\s*(\d{4}|\d{2})$/u;

// Some languages put a space between date, time and AM that does not break.
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

const yearOf = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};

/**
 * The moment in milliseconds of a date with or without time, or null when it is none. A text
 * without a zone is read as UTC, because a CSV does not name the exporter's.
 */
export function parseDate(text: string, order: DateOrder): number | null {
  const whole = plain(text);
  const iso = ISO.exec(whole);
  if (iso) {
    const [, year = '', month, day, hour, minute, second, zone] = iso;
    const at = momentOf(
      { year: Number(year), month: Number(month), day: Number(day) },
      { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0) },
    );
    return at === null ? null : at - offsetOf(zone);
  }
  const [, date, hour, minute, second, half] = TIME.exec(whole) ?? [];
  const day = dayOf(date ?? whole, order);
  if (day === null) return null;
  const clock = hourOf(Number(hour ?? 0), half);
  if (clock === null) return null;
  return momentOf(day, { hour: clock, minute: Number(minute ?? 0), second: Number(second ?? 0) });
}

function dayOf(text: string, order: DateOrder): Day | null {
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first, mark, second, year = ''] = numbers;
    const [a, b] = [Number(first), Number(second)];
    // With dots the day comes first in every language that writes dots.
    const dayFirst = mark === '.' || order === 'day';
    return { year: yearOf(year), month: dayFirst ? b : a, day: dayFirst ? a : b };
  }
  const named = DAY_FIRST.exec(text);
  const [day, name = '', year = ''] = named
    ? [named[1], named[2], named[3]]
    : monthFirst(MONTH_FIRST.exec(text));
  const month = MONTHS.get(bare(name));
  return month === undefined ? null : { year: yearOf(year), month, day: Number(day) };
}

const monthFirst = (found: RegExpExecArray | null) => [found?.[2], found?.[1], found?.[3]];

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function momentOf(
  { year, month, day }: Day,
  { hour, minute, second }: { hour: number; minute: number; second: number },
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 &&
    read.getUTCDate() === day &&
    read.getUTCFullYear() === year
    ? at
    : null;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** The two numbers of a date whose order its language decides; null for every other text. */
export function openNumbers(text: string): { first: number; second: number; half: boolean } | null {
  const whole = plain(text);
  const [, date, , , , half] = TIME.exec(whole) ?? [];
  const [, first, mark, second] = NUMBERS.exec(date ?? whole) ?? [];
  if (first === undefined || second === undefined || mark === '.') return null;
  return { first: Number(first), second: Number(second), half: half !== undefined };
}

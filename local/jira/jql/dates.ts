// Dates of JQL: absolute in the caller's zone, periods from now, and the functions.
// Source: Atlassian, "JQL fields" and "JQL functions" (support.atlassian.com).
import { fromWall, toWall } from '../zones';
import { JqlError } from './jql-error';

/** When, and in whose zone, a date is read. */
export interface AskedAt {
  now: number;
  zone: string;
}

const MS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
/** Ten thousand years: beyond, JavaScript has no dates. */
const FURTHEST = 10_000 * 366 * MS.d;
const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;

export interface JqlDate {
  ms: number;
  /** The literal was a day without a time. */
  dayOnly: boolean;
}

/**
 * @param quoted a bare number counts milliseconds since 1970, a quoted one minutes from now.
 * @throws JqlError in Jira's words.
 */
export function parseDate(text: string, field: string, at: AskedAt, quoted: boolean): JqlDate {
  if (!quoted && /^\d{1,14}$/.test(text)) return { ms: Number(text), dayOnly: false };
  const absolute = ABSOLUTE.exec(text);
  if (absolute) {
    const wall = wallOf(absolute);
    if (wall !== undefined) {
      return { ms: fromWall(at.zone, wall), dayOnly: absolute[4] === undefined };
    }
  }
  const period = parsePeriod(text);
  if (period !== undefined && Math.abs(period) < FURTHEST) {
    return { ms: at.now + period, dayOnly: false };
  }
  throw new JqlError(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: ` +
      `'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format ` +
      `e.g. '-5d', '4w 2d'.`,
  );
}

function wallOf(match: RegExpExecArray): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const back = new Date(wall);
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return exists && hour < 24 && minute < 60 ? wall : undefined;
}

function parsePeriod(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+[wdhm]?\s*)+)$/i.exec(text.trim());
  if (!match) return undefined;
  let sum = 0;
  for (const [, count = '0', unit = ''] of (match[2] ?? '').matchAll(/(\d+)([wdhm]?)/gi)) {
    sum += Number(count) * (MS[unit.toLowerCase() as keyof typeof MS] ?? MS.m);
  }
  return match[1] === '-' ? -sum : sum;
}

type Unit = 'day' | 'week' | 'month' | 'year';
const NATURAL: Record<Unit, string> = { day: 'd', week: 'w', month: 'M', year: 'y' };

/** The moment that `now()`, `startOfDay("-1d")` and their kin name; undefined for other functions. */
export function dateFunction(
  name: string,
  args: readonly string[],
  at: AskedAt,
): number | undefined {
  if (name.toLowerCase() === 'now') return at.now;
  const match = /^(start|end)of(day|week|month|year)$/i.exec(name);
  if (!match) return undefined;
  const unit = (match[2] ?? '').toLowerCase() as Unit;
  const moved = shift(toWall(at.zone, at.now), args[0], unit, name);
  const start = floor(moved, unit);
  if (match[1]?.toLowerCase() === 'start') return fromWall(at.zone, start);
  return fromWall(at.zone, add(start, 1, NATURAL[unit])) - 1;
}

function shift(wall: number, increment: string | undefined, unit: Unit, name: string): number {
  if (increment === undefined) return wall;
  const match = /^([+-]?\d+)([yMwdhm]?)$/.exec(increment);
  if (!match) {
    throw new JqlError(
      `The argument '${increment}' of function '${name}' is not an increment such as "-1d".`,
    );
  }
  return add(wall, Number(match[1]), match[2] === '' ? NATURAL[unit] : (match[2] ?? 'd'));
}

function add(wall: number, count: number, unit: string): number {
  if (unit !== 'M' && unit !== 'y') return wall + count * (MS[unit as keyof typeof MS] ?? 0);
  const date = new Date(wall);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'y' ? 12 : 1);
  const lastDay = new Date(Date.UTC(0, months + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  return Date.UTC(Math.floor(months / 12), months % 12, day) + (wall - floor(wall, 'day'));
}

function floor(wall: number, unit: Unit): number {
  const date = new Date(wall);
  const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  switch (unit) {
    case 'day':
      return day;
    // Jira's week begins on Sunday in its default locale.
    case 'week':
      return day - date.getUTCDay() * MS.d;
    case 'month':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    case 'year':
      return Date.UTC(date.getUTCFullYear(), 0, 1);
  }
}

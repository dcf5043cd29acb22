// Date and CalendarDate of Jira expressions.
import { dayIn } from '../zones';
import { ExpressionError } from './error';
import { type Method, methodNamed, numberAt, textAt } from './method';
import { momentText, type Moment, type Value } from './values';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A `Date` of milliseconds since 1970 (UTC). */
export const moment = (ms: number): Moment => ({ kind: 'moment', type: 'Date', ms });

/** A calendar day from `yyyy-MM-dd`. */
export function calendarDate(day: string): Moment {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(ms)) {
    throw new ExpressionError(`'${day}' is not a calendar date.`);
  }
  return { kind: 'moment', type: 'CalendarDate', ms };
}

function plusMonths(date: Moment, months: number): Moment {
  const at = new Date(date.ms);
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(0, month + 1, 0)).getUTCDate();
  at.setUTCFullYear(Math.floor(month / 12), month % 12, Math.min(at.getUTCDate(), lastDay));
  return { ...date, ms: at.getTime() };
}

const later = (date: Moment, ms: number): Moment => ({ ...date, ms: date.ms + ms });

const BOTH: Readonly<Record<string, Method<Moment>>> = {
  toString: (date: Moment) => momentText(date),
  toISOString: (date) => momentText(date),
  plusDays: (date, args) => later(date, numberAt(args, 0) * DAY),
  minusDays: (date, args) => later(date, -numberAt(args, 0) * DAY),
  plusMonths: (date, args) => plusMonths(date, numberAt(args, 0)),
  minusMonths: (date, args) => plusMonths(date, -numberAt(args, 0)),
  getFullYear: (date) => new Date(date.ms).getUTCFullYear(),
  getMonth: (date) => new Date(date.ms).getUTCMonth(),
  getDate: (date) => new Date(date.ms).getUTCDate(),
  getDay: (date) => new Date(date.ms).getUTCDay(),
};

const MOMENT_ONLY: Readonly<Record<string, Method<Moment>>> = {
  getTime: (date) => date.ms,
  plusHours: (date, args) => later(date, numberAt(args, 0) * 60 * MINUTE),
  minusHours: (date, args) => later(date, -numberAt(args, 0) * 60 * MINUTE),
  plusMinutes: (date, args) => later(date, numberAt(args, 0) * MINUTE),
  minusMinutes: (date, args) => later(date, -numberAt(args, 0) * MINUTE),
  toCalendarDateUTC: (date) => calendarDate(dayIn('UTC', date.ms)),
};

/** A method of a date; `zone` is the zone of the user who runs the expression. */
export function dateMethod(date: Moment, name: string, zone: string): Method<Moment> | undefined {
  if (date.type !== 'Date') return methodNamed(BOTH, name);
  if (name === 'toCalendarDate') return (one) => calendarDate(dayIn(zone, one.ms));
  return methodNamed(BOTH, name) ?? methodNamed(MOMENT_ONLY, name);
}

/** `new Date(…)` and `new CalendarDate(…)`. */
export function construct(type: string, args: readonly Value[], now: number, zone: string): Value {
  const [value] = args;
  if (type === 'CalendarDate') {
    return calendarDate(value === undefined ? dayIn(zone, now) : textAt(args, 0));
  }
  if (type === 'Map' && value === undefined) return new Map();
  if (type !== 'Date') throw new ExpressionError(`The constructor ${type} is not supported.`);
  if (value === undefined) return moment(now);
  const ms = typeof value === 'number' ? value : Date.parse(typeof value === 'string' ? value : '');
  if (Number.isNaN(ms)) throw new ExpressionError('The argument of Date is not a date.');
  return moment(ms);
}

// Calendar days and instants. A day is text, `2026-11-21`; an instant is milliseconds (UTC).
// Ages are whole days between instants; only labels and goal days need a time zone.

/** A calendar day, `yyyy-MM-dd`. */
export type Day = string;

export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the runtime knows this IANA zone name. */
export function isTimeZone(zone: string): boolean {
  try {
    wallClock(zone);
    return true;
  } catch {
    return false;
  }
}

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function wallAt(ms: number, zone: string): Wall {
  const wall: Record<string, number> = {};
  for (const { type, value } of wallClock(zone).formatToParts(ms)) wall[type] = Number(value);
  return wall as unknown as Wall;
}

const two = (n: number) => String(n).padStart(2, '0');
const dayText = (y: number, m: number, d: number): Day =>
  `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;

/** The calendar day of an instant in a zone. */
export function dayOf(ms: number, zone: string): Day {
  const { year, month, day } = wallAt(ms, zone);
  return dayText(year, month, day);
}

/** `2026-11-21 14:05` in a zone: the form in which JQL takes a moment, minute grain. */
export function minuteOf(ms: number, zone: string): string {
  const { hour, minute } = wallAt(ms, zone);
  return `${dayOf(ms, zone)} ${two(hour)}:${two(minute)}`;
}

const offsetAt = (ms: number, zone: string): number => {
  const { year, month, day, hour, minute, second } = wallAt(ms, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
};

/** Whether the text is a day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  const date = new Date(Date.UTC(year, month, day));
  const isYear = date.getUTCFullYear() === year;
  return isYear && date.getUTCMonth() === month && date.getUTCDate() === day;
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const date = new Date(Date.UTC(y, m - 1, d + n));
  return dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utcOf(to) - utcOf(from)) / DAY_MS);

/** Completed days between two instants. */
export const wholeDays = (fromMs: number, toMs: number): number =>
  Math.floor((toMs - fromMs) / DAY_MS);

const starts = new Map<string, number>();
/** More days than any page looks at; what is kept then is forgotten at once. */
const STARTS_KEPT = 10_000;

/**
 * The first instant of a day in a zone. Where the clocks skip midnight it is the moment of the
 * change; where midnight comes twice it is the first one.
 */
export function startOfDay(day: Day, zone: string): number {
  const key = `${zone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  if (starts.size >= STARTS_KEPT) starts.clear();
  const start = findStartOfDay(day, zone);
  starts.set(key, start);
  return start;
}

function findStartOfDay(day: Day, zone: string): number {
  const utc = utcOf(day);
  const offsets = [-1, 0, 1].map((d) => offsetAt(utc + d * DAY_MS, zone));
  const found = offsets
    .map((offset) => utc - offset)
    .filter((at) => dayOf(at, zone) === day && dayOf(at - 1, zone) !== day);
  return found.length > 0 ? Math.min(...found) : utc - (offsets[1] ?? 0);
}

/** The first instant after a day in a zone. */
export const endOfDay = (day: Day, zone: string): number => startOfDay(addDays(day, 1), zone);

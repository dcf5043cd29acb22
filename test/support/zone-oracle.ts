// Days of a zone by its offsets alone. The offsets are what `longOffset` prints, `GMT+05:30`; the sources
// ask for the parts of a wall clock instead, and know nothing of offsets that hold from moment to moment.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** From this instant on, until that of the next one, the zone is so many milliseconds ahead of UTC. */
export interface Span {
  from: number;
  offset: number;
}

export interface ZoneDays {
  zone: string;
  spans: readonly Span[];
  /** `yyyy-MM-dd` */
  dayAt(ms: number): string;
  /** `yyyy-MM-dd HH:mm` */
  minuteAt(ms: number): string;
  /** The first instant of a day; null for one that the zone leaves out. */
  startOf(day: string): number | null;
}

function offsetsOf(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (ms) => {
    // `6/1/2026, GMT+02:00`: the whole text takes a third of the time of its parts.
    const text = format.format(ms);
    if (text.endsWith(' GMT')) return 0;
    const parts = / GMT([+-])(\d\d):(\d\d)$/.exec(text);
    if (!parts) throw new Error(`${zone}: offset "${text}"`);
    return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * MINUTE;
  };
}

/** The instant at which the offset becomes another one, between two at which it differs. */
function changeBetween(offsetAt: (ms: number) => number, before: number, after: number): number {
  const offset = offsetAt(before);
  let [low, high] = [before, after];
  while (high - low > 1_000) {
    const middle = low + Math.floor((high - low) / 2_000) * 1_000;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The offsets of a zone between two instants (whole hours).
 * @param step how far apart the offset is looked at; of two changes within one step none may be seen
 */
export function zoneDays(zone: string, from: number, to: number, step: number): ZoneDays {
  const offsetAt = offsetsOf(zone);
  const spans: Span[] = [{ from, offset: offsetAt(from) }];
  for (let at = from; at < to; at += step) {
    const offset = offsetAt(at + step);
    if (offset !== spans.at(-1)?.offset)
      spans.push({ from: changeBetween(offsetAt, at, at + step), offset });
  }
  const localAt = (ms: number): string => {
    const span = spans.findLast((one) => one.from <= ms);
    if (!span) throw new RangeError(`${zone}: ${ms} lies before what was looked at`);
    return new Date(ms + span.offset).toISOString();
  };
  return {
    zone,
    spans,
    dayAt: (ms) => localAt(ms).slice(0, 10),
    minuteAt: (ms) => localAt(ms).slice(0, 16).replace('T', ' '),
    startOf(day) {
      const midnight = Date.parse(`${day}T00:00:00Z`);
      const found = spans.flatMap((span, n) => {
        const first = Math.max(span.from, midnight - span.offset);
        const end = Math.min(spans[n + 1]?.from ?? Infinity, midnight + DAY - span.offset);
        return first < end ? [first] : [];
      });
      return found.length > 0 ? Math.min(...found) : null;
    },
  };
}

/** Days since 1970 of a day of the Gregorian calendar, counted without any clock. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  let days = date - 1;
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365;
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (let m = 1; m < month; m += 1) days += lengths[m - 1] ?? 0;
  return days;
}

// Times of day in a zone, and Jira's text form of moments.

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER = 900_000;

/** Minutes east of UTC in a zone at a moment. @throws RangeError on an unknown zone. */
function offsetMinutes(zone: string, ms: number): number {
  if (zone === 'UTC') return 0;
  // Zones change their offset on quarters of an hour at the finest.
  const quarter = Math.floor(ms / QUARTER);
  const cacheKey = `${zone}:${String(quarter)}`;
  const known = offsets.get(cacheKey);
  if (known !== undefined) return known;
  const parts = partsOf(zone, quarter * QUARTER);
  const minutes = Math.round((parts - quarter * QUARTER) / 60_000);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(cacheKey, minutes);
  return minutes;
}

/** The wall time of a zone at a moment, as if it were UTC. */
function partsOf(zone: string, ms: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const at = Object.fromEntries(format.formatToParts(ms).map((p) => [p.type, Number(p.value)]));
  const part = (name: string) => at[name] ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

/** Wall time of a moment in a zone, as milliseconds that read right with the UTC getters of Date. */
export function toWall(zone: string, ms: number): number {
  return ms + offsetMinutes(zone, ms) * 60_000;
}

/** The moment at which a zone's clocks show this wall time; in a gap, the moment after it. */
export function fromWall(zone: string, wall: number): number {
  const guess = wall - offsetMinutes(zone, wall) * 60_000;
  return wall - offsetMinutes(zone, guess) * 60_000;
}

/** Calendar day `yyyy-MM-dd` of a moment in a zone. */
export function dayIn(zone: string, ms: number): string {
  return new Date(toWall(zone, ms)).toISOString().slice(0, 10);
}

/** Jira's form of a moment, `2026-11-21T02:05:00.000+0000`, with the offset of a zone. */
export function jiraDate(ms: number, zone: string): string {
  const minutes = offsetMinutes(zone, ms);
  const wall = new Date(ms + minutes * 60_000).toISOString().slice(0, 23);
  const absolute = Math.abs(minutes);
  const hours = String(Math.floor(absolute / 60)).padStart(2, '0');
  return `${wall}${minutes < 0 ? '-' : '+'}${hours}${String(absolute % 60).padStart(2, '0')}`;
}

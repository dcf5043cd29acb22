// ISO 8601 durations, as far as a clock needs them: P30D, PT2H, P1Y2M, P2W.

const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The moment a duration after `ms` (UTC), or null when the text is no duration. */
export function later(ms: number, duration: string): number | null {
  const match = DURATION.exec(duration);
  if (!match) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const moment = new Date(ms);
  moment.setUTCFullYear(moment.getUTCFullYear() + years, moment.getUTCMonth() + months);
  moment.setUTCDate(moment.getUTCDate() + weeks * 7 + days);
  return moment.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

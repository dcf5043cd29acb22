// Moments as Jira writes them. Date.parse would also take half-written dates and local times, so
// the form is checked first.
import { z } from 'zod';

const FORM =
  /^(\d{4}-\d{2}-\d{2})(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Milliseconds since 1970 (UTC) of `2007-02-09T10:54:45.000-0600`, with or without seconds, colon
 * in the offset, or `Z`; null for anything else, a 30 February included.
 */
export function parseMoment(text: string): number | null {
  const [, day = '', time = '', zone = ''] = FORM.exec(text) ?? [];
  if (!isDay(day)) return null;
  const ms = Date.parse(day + time + zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
}

/** Whether the text is an existing day in the form `yyyy-MM-dd`. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

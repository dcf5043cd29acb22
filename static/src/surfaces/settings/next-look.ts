// When the nightly look comes next, in words.
import { fill, type Format } from '../../format';
import { messages } from '../../messages';

const text = messages.settings.rules;

/** Both moments are milliseconds; nothing is said while no look is planned. */
export function nextLook(nextAt: number | null, now: number, format: Format): string {
  if (nextAt === null) return '';
  // Looks are begun once an hour: one whose moment has passed comes with the next beginning.
  return nextAt <= now ? text.due : fill(text.next, { at: format.instant(nextAt) });
}

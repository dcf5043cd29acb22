// What a time of goals is called: by its months where they are whole, else by its days.
import { addDays, type Day } from '../../../../../src/domain/days';
import { fill, type Format } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { agreement as text } from '../../../messages/project-agreement';

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** "October to December 2026", "November 2026", "Nov 20, 2026 to Feb 19, 2027". */
export function periodWords({ from, to }: { from: Day; to: Day }, format: Format): string {
  const isWhole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (!isWhole) return fill(projectText.goals.days, { from: format.day(from), to: format.day(to) });
  const month = (day: Day, withYear: boolean): string =>
    new Intl.DateTimeFormat(format.locale, {
      month: 'long',
      ...(withYear && { year: 'numeric' }),
      timeZone: 'UTC',
    }).format(utc(day));
  if (from.slice(0, 7) === to.slice(0, 7))
    return fill(text.months.one, { from: month(from, true) });
  const withYear = from.slice(0, 4) !== to.slice(0, 4);
  return fill(text.months.same, { from: month(from, withYear), to: month(to, true) });
}

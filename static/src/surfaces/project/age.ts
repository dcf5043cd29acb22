// An age in words: two units at most, rounded down, as people say it.
import { fill, type Format } from '../../format';
import { project as projectText } from '../../messages/project';

const text = projectText.age;
const YEAR = 365.25;
const MONTH = YEAR / 12;

/** `2 years and 3 months`, `7 months`, `5 weeks`, `9 days`. Takes whole days. */
export function ageInWords(days: number, format: Format): string {
  const say = (years: number, months: number): string[] => [
    ...(years > 0 ? [format.plural(text.years, years)] : []),
    ...(months > 0 ? [format.plural(text.months, months)] : []),
  ];
  if (days < 14) return format.plural(text.days, days);
  if (days < 61) return format.plural(text.weeks, Math.floor(days / 7));
  const months = Math.floor(days / MONTH);
  const parts = say(Math.floor(months / 12), months % 12);
  const [first = '', second] = parts;
  return second === undefined ? first : fill(text.and, { first, second });
}

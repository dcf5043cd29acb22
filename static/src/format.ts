// Numbers, days and plurals in the words of one reader.
import { onDemand } from '../../src/contract/on-demand';
import { daysBetween, type Day } from '../../src/domain/days';
import { common } from './messages/common';
import { textLanguage } from './words';

/** Text by plural form; `{count}` is filled with the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A locale that Intl takes: Jira passes unsupported ones through unchanged. */
export function safeLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale?.replace('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** A zone that Intl takes; UTC for others. */
export function safeZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Fills `{name}` placeholders; an unknown name stays visible. */
export const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

// Plural forms are those of the language of the texts; digits and dates are the reader's.
const plurals = onDemand(() => new Intl.PluralRules(textLanguage()));

/** Decimal and group mark of a locale: `.` and `,` in English. */
function marksOf(numbers: Intl.NumberFormat): { decimal: string; group: string } {
  const parts = numbers.formatToParts(1234567.5);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: find('decimal') || '.', group: find('group') };
}

/**
 * Reads a typed number by the reader's marks; blanks group. The other mark is taken as a decimal one
 * where it can't be grouping: both `2.5` and `2,5` are two and a half. Null for anything else.
 */
function readNumber(typed: string, { decimal, group }: { decimal: string; group: string }) {
  const plain = typed
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^\u2212/, '-');
  const mark = group.trim() && '.,'.includes(group) ? group : decimal === '.' ? ',' : '.';
  const escaped = mark === '.' ? '\\.' : mark;
  const grouped = new RegExp(`^-?[1-9]\\d{0,2}(${escaped}\\d{3})+(?!\\d)`).test(plain);
  const text = (grouped ? plain.split(mark).join('') : plain.replace(mark, '.')).replace(
    decimal,
    '.',
  );
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? Number(text) : null;
}

/** A number with its unit: `2.1 %`, `12 minutes`, `4`. */
const withUnit = (text: string, unit: string): string => (unit ? `${text}\u00a0${unit}` : text);

/** The unit in which a number with a unit changes: a share changes by percentage points. */
export const unitOfChange = (unit: string): string => (unit === '%' ? common.points.unit : unit);

/** Makes the formatter of one reader. An unknown locale or zone falls back to en-US and UTC. */
export function createFormat(locale: string | undefined, timeZone: string | undefined) {
  const tag = safeLocale(locale);
  const zone = safeZone(timeZone);
  // The browser takes milliseconds for each of them.
  const numbers = onDemand(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 10 }));
  const changes = onDemand(
    () => new Intl.NumberFormat(tag, { maximumFractionDigits: 10, signDisplay: 'exceptZero' }),
  );
  const shares = onDemand(
    () => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
  );
  // A plain day has no zone; read as UTC it stays itself.
  const days = onDemand(
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  const shortDays = onDemand(
    () => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  );
  const instants = onDemand(
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }),
  );
  // As the words around it; `auto` would say "this minute".
  const moments = onDemand(
    () => new Intl.RelativeTimeFormat(textLanguage(), { numeric: 'always' }),
  );
  const number = (value: number): string => numbers().format(value);
  const marks = onDemand(() => marksOf(numbers()));
  const plural = (
    forms: PluralForms,
    count: number,
    values: Record<string, string | number> = {},
  ): string =>
    fill(forms[plurals().select(count)] ?? forms.other, { count: number(count), ...values });
  const changeOf = (value: number, unit: string, written: () => Intl.NumberFormat): string => {
    const text = written().format(value);
    if (unit !== '%') return withUnit(text, unit);
    const { count } = common.points;
    return fill(plurals().select(Math.abs(value)) === 'one' ? count.one : count.other, {
      count: text,
    });
  };
  const { today, tomorrow, yesterday, ahead, ago, moment } = common.days;
  return {
    locale: tag,
    timeZone: zone,
    number,
    /** A number as somebody would type it: no grouping, the reader's decimal mark. */
    typedNumber: (value: number): string =>
      marks().decimal === ',' ? String(value).replace('.', ',') : String(value),
    /** A number that the reader typed; null when it is none. */
    parseNumber: (typed: string): number | null => readNumber(typed, marks()),
    /** A share from 0 to 1 as whole percent. */
    share: (value: number): string => shares().format(value),
    /** A value of a goal with its unit. */
    amount: (value: number, unit: string): string => withUnit(number(value), unit),
    /** A change of a goal's value with its sign: `+0.3 percentage points`, `-2 minutes`. */
    change: (value: number, unit: string): string => changeOf(value, unit, changes),
    /** What lies between two values of a goal: `0.3 percentage points`, `2 minutes`. */
    distance: (value: number, unit: string): string => changeOf(value, unit, numbers),
    /** A plain day with its year. */
    day: (day: Day): string => days().format(Date.parse(`${day}T00:00:00Z`)),
    /** A plain day without its year. */
    shortDay: (day: Day): string => shortDays().format(Date.parse(`${day}T00:00:00Z`)),
    /** An instant (milliseconds) as day and time in the reader's zone. */
    instant: (ms: number): string => instants().format(ms),
    plural,
    /** A day seen from another: `today`, `in 23 days`, `5 days ago`. */
    relative(day: Day, from: Day): string {
      const count = daysBetween(from, day);
      if (count === 0) return today;
      if (count === 1) return tomorrow;
      if (count === -1) return yesterday;
      return count > 0 ? plural(ahead, count) : plural(ago, -count);
    },
    /** How long ago a moment was (milliseconds): `2 minutes ago`, `3 hours ago`. */
    ago(ms: number, now: number): string {
      const minutes = Math.max(0, Math.round((now - ms) / 60_000));
      if (minutes < 1) return moment;
      if (minutes < 60) return moments().format(-minutes, 'minute');
      if (minutes < 36 * 60) return moments().format(-Math.round(minutes / 60), 'hour');
      return moments().format(-Math.round(minutes / 1440), 'day');
    },
    /** An age in whole days: `212 days`. */
    age: (count: number): string => plural(common.days.age, count),
  };
}

export type Format = ReturnType<typeof createFormat>;

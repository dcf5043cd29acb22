// A window cut into parts of the calendar.
import { addDays, type Day } from './days';

/** First and last day, both inside. */
export interface DaySpan {
  from: Day;
  to: Day;
}

export type PeriodKind = 'month' | 'quarter' | 'year';

export interface Period extends DaySpan {
  kind: PeriodKind;
}

/** More parts than this are too many for one chart; the next longer kind is taken. */
export const MOST_PERIODS = 24;

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

/** The first day of the part of this kind that follows the one with `day` in it. */
function nextStart(day: Day, kind: PeriodKind): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = MONTHS[kind];
  const first = Math.floor((month - 1) / length) * length;
  return new Date(Date.UTC(year, first + length, 1)).toISOString().slice(0, 10);
}

function cut({ from: first, to: last }: DaySpan, kind: PeriodKind): Period[] {
  const periods: Period[] = [];
  for (let from = first; from <= last; from = nextStart(from, kind)) {
    const to = addDays(nextStart(from, kind), -1);
    periods.push({ kind, from, to: to < last ? to : last });
  }
  return periods;
}

/** The calendar months of a window, the first and the last cut to it. */
export const monthsOf = (days: DaySpan): Period[] => cut(days, 'month');

/** Its months; quarters where there are more than 24 of them, years above 24 quarters. */
export function periodsOf(days: DaySpan): Period[] {
  const months = monthsOf(days);
  if (months.length <= MOST_PERIODS) return months;
  const quarters = cut(days, 'quarter');
  return quarters.length <= MOST_PERIODS ? quarters : cut(days, 'year');
}

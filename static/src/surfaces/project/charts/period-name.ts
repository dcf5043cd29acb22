// What the parts of the axis are called.
import type { Period } from '../../../../../src/domain/periods';
import { quarterOf } from '../../../../../src/domain/quarter';
import { fill, type Format } from '../../../format';
import { below } from '../../../messages/project-below';

const text = below.months;

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** "August 2026", "Q3 2026", "2026". */
export function periodName({ kind, from }: Period, format: Format): string {
  if (kind === 'year') return from.slice(0, 4);
  if (kind === 'quarter') {
    const [year = '', quarter = ''] = quarterOf(from).split('-');
    return fill(text.quarter, { quarter, year });
  }
  return new Intl.DateTimeFormat(format.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(utc(from));
}

/** As short as the axis needs it; a month carries its year where one begins. */
export function axisName(period: Period, first: boolean, format: Format): string {
  const { kind, from } = period;
  if (kind !== 'month') return kind === 'year' ? from.slice(0, 4) : periodName(period, format);
  const withYear = first || from.slice(5, 7) === '01';
  return new Intl.DateTimeFormat(format.locale, {
    month: 'short',
    ...(withYear ? { year: '2-digit' } : {}),
    timeZone: 'UTC',
  }).format(utc(from));
}

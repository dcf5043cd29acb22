// Days, ages and due dates where clocks change. At night in every zone (test/nightly/zones.test.ts).
import { expect, test } from '@jest/globals';
import { addDays, DAY_MS, daysBetween, isDay, wholeDays } from '../../src/domain/days';
import { weekdayOf } from '../../src/domain/digest';
import { lastDayOfPeriod } from '../../src/domain/months';
import { firstDayOfQuarter, lastDayOfQuarter, quarterOf } from '../../src/domain/quarter';
import { dayNumber } from '../support/zone-oracle';
import { lookAtZone } from './zones';

/** Changes at midnight and over it, by half an hour, in the south, for a month of fasting, and none. */
const ZONES = [
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

test.each(ZONES)('in %s days, ages and due dates are those of its offsets', (zone) => {
  const { differences, changes } = lookAtZone(zone, DAY_MS);
  expect(differences).toEqual([]);
  expect(changes).toBe(zone === 'Asia/Kathmandu' ? 0 : 6);
});

test('the calendar of four years, day by day, is that of a count without a clock', () => {
  const first = dayNumber('2024-01-01');
  let [year, month, date] = [2024, 1, 1];
  let quarterFrom = '2024-01-01';
  for (let number = first; number < first + 4 * 365 + 1; number += 1) {
    const day = [year, month, date].map((n) => String(n).padStart(2, '0')).join('-');
    expect([dayNumber(day), isDay(day)]).toEqual([number, true]);
    expect(addDays('2024-01-01', number - first)).toBe(day);
    expect(daysBetween(day, '2024-01-01')).toBe(first - number);
    // 1 January 1970 was a Thursday.
    expect(weekdayOf(day)).toBe(((number + 3) % 7) + 1);
    if (date === 1 && month % 3 === 1) quarterFrom = day;
    expect(firstDayOfQuarter(quarterOf(day))).toBe(quarterFrom);
    const length = dayNumber(month === 12 ? `${year + 1}-01-01` : nextMonth(year, month)) - number;
    const isLast = length === 1;
    if (isLast && month % 3 === 0) expect(lastDayOfQuarter(quarterOf(day))).toBe(day);
    if (date === 1) expect(lastDayOfPeriod(day, 1)).toBe(addDays(day, length - 1));
    if (isLast) expect(isDay(`${day.slice(0, 8)}${date + 1}`)).toBe(false);
    [year, month, date] = isLast
      ? [month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1]
      : [year, month, date + 1];
  }
});

const nextMonth = (year: number, month: number): string =>
  `${year}-${String(month + 1).padStart(2, '0')}-01`;

test('an age grows by one at every full day and at no other moment', () => {
  const from = Date.UTC(2026, 2, 28, 13, 7, 5);
  let days = 0;
  for (let ms = from; ms < from + 40 * DAY_MS; ms += DAY_MS / 48) {
    if ((ms - from) % DAY_MS === 0 && ms > from) days += 1;
    expect([wholeDays(from, ms), wholeDays(from, ms + DAY_MS / 48 - 1)]).toEqual([days, days]);
  }
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  isTimeZone,
  minuteOf,
  startOfDay,
  wholeDays,
} from '../../src/domain/days';
import { nextDue } from '../../src/domain/schedule';
import { at } from '../support/builders';
import { runsOf } from '../support/runs';

test.each([
  ['2026-11-21', 'UTC', '2026-11-21T00:00:00Z'],
  ['2026-11-21', 'Asia/Tokyo', '2026-11-20T15:00:00Z'],
  ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00Z'],
  // Clocks go forward at midnight: the day begins at one.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  // Midnight comes twice: the day begins with the first one.
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'],
])('%s in %s begins at %s', (day, zone, iso) => {
  expect(new Date(startOfDay(day, zone)).toISOString()).toBe(new Date(iso).toISOString());
});

test('every instant lies between the start and the end of its own day, in every zone', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const instant = fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
  fc.assert(
    fc.property(zone, instant, (name, ms) => {
      const day = dayOf(ms, name);
      expect(startOfDay(day, name)).toBeLessThanOrEqual(ms);
      expect(endOfDay(day, name)).toBeGreaterThan(ms);
      expect(minuteOf(ms, name).startsWith(day)).toBe(true);
    }),
    runsOf(300),
  );
});

test('days are counted by the calendar, ages by whole days between instants', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(wholeDays(at('2026-03-01T10:00:00Z'), at('2026-03-31T09:59:59Z'))).toBe(29);
  expect(wholeDays(at('2026-03-01T10:00:00Z'), at('2026-03-31T10:00:00Z'))).toBe(30);
});

test('a day that does not exist and a zone nobody knows are told', () => {
  expect(['2026-02-28', '2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true]);
  const wrong = [
    '2026-02-30',
    '2026-13-01',
    '2026-14-01',
    '2026-00-10',
    '2026-01-00',
    '0001-01-01',
  ];
  for (const text of [...wrong, '26-1-1', '', '12026-01-01', '2026-01-011', '2026-01-01T00:00'])
    expect([text, isDay(text)]).toEqual([text, false]);
  expect([isTimeZone('Europe/Berlin'), isTimeZone('Moon/Base')]).toEqual([true, false]);
});

test('a scan is due from two in the morning of the project’s zone, once a day', () => {
  const now = at('2026-06-10T12:00:00Z');
  expect(new Date(nextDue(null, now, 'UTC')).toISOString()).toBe('2026-06-10T02:00:00.000Z');
  expect(new Date(nextDue('2026-06-10', now, 'UTC')).toISOString()).toBe(
    '2026-06-11T02:00:00.000Z',
  );
  expect(new Date(nextDue('2026-06-09', now, 'Asia/Tokyo')).toISOString()).toBe(
    '2026-06-09T17:00:00.000Z',
  );
});

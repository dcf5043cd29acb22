import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay } from '../../src/domain/days';
import { lastDayOfPeriod, monthsLater } from '../../src/domain/months';

test('months later is a day of that month, never of the one after', () => {
  expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28');
  expect(monthsLater('2026-01-31', 12)).toBe('2027-01-31');
  const days = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.constantFrom(3, 6, 12), (date, months) => {
      const day = date.toISOString().slice(0, 10);
      const later = monthsLater(day, months);
      expect(isDay(later)).toBe(true);
      expect((Number(day.slice(5, 7)) - 1 + months) % 12).toBe(Number(later.slice(5, 7)) - 1);
      expect(later > day).toBe(true);
    }),
  );
});

test.each([
  ['2026-01-01', 3, '2026-03-31'],
  ['2026-10-01', 3, '2026-12-31'],
  ['2026-11-01', 3, '2027-01-31'],
  ['2026-01-31', 1, '2026-02-27'],
  ['2026-08-31', 1, '2026-09-29'],
  ['2026-05-09', 1, '2026-06-08'],
  ['2026-12-15', 12, '2027-12-14'],
])('a period from %s of %s months ends on %s', (first, months, last) => {
  expect(lastDayOfPeriod(first, months)).toBe(last);
});

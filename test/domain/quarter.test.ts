import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/days';
import {
  firstDayOfQuarter,
  lastDayOfQuarter,
  quarterBefore,
  quarterOf,
} from '../../src/domain/quarter';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n): Day => addDays('1990-01-01', n));

test('a day lies in the quarter of its month', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ]);
  expect(firstDayOfQuarter('2026-Q4')).toBe('2026-10-01');
  expect(lastDayOfQuarter('2024-Q1')).toBe('2024-03-31');
  expect(lastDayOfQuarter('2026-Q4')).toBe('2026-12-31');
  expect([quarterOf('0045-05-01'), firstDayOfQuarter('0045-Q2')]).toEqual([
    '0045-Q2',
    '0045-04-01',
  ]);
});

test('a quarter begins on the day after the one before it ends, and holds its days', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const quarter = quarterOf(day);
      expect(firstDayOfQuarter(quarter) <= day && day <= lastDayOfQuarter(quarter)).toBe(true);
      const before = quarterBefore(quarter);
      expect(addDays(lastDayOfQuarter(before), 1)).toBe(firstDayOfQuarter(quarter));
      expect(quarterOf(lastDayOfQuarter(before))).toBe(before);
    }),
  );
});

test('what is no quarter is refused', () => {
  for (const text of ['2026-Q5', '2026-Q0', '2026', '', '12026-Q1', '2026-Q11'])
    expect(() => firstDayOfQuarter(text)).toThrow(RangeError);
  // What is named in the message may be as long as it likes.
  const long = `Not a quarter: ${'x'.repeat(20)}`;
  expect(() => firstDayOfQuarter('x'.repeat(99))).toThrow(new RangeError(long));
});

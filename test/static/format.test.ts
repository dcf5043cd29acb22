import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFormat, fill, safeLocale } from '../../static/src/format';

const english = createFormat('en-US', 'Europe/Berlin');
const german = createFormat('de-DE', 'Europe/Berlin');

test('an unknown locale or zone falls back instead of throwing', () => {
  expect(safeLocale('x')).toBe('en-US');
  expect(safeLocale('de_DE')).toBe('de-DE');
  expect(createFormat('no such thing', 'Mars/Base').timeZone).toBe('UTC');
});

test('placeholders are filled, and an unknown one stays visible', () => {
  expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
});

test('a plain day stays the same day in every zone', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue'])
    expect(createFormat('en-US', zone).day('2026-12-31')).toBe('Dec 31, 2026');
});

test('days are said relative to today', () => {
  expect(english.relative('2026-11-20', '2026-11-20')).toBe('today');
  expect(english.relative('2026-11-21', '2026-11-20')).toBe('tomorrow');
  expect(english.relative('2026-11-19', '2026-11-20')).toBe('yesterday');
  expect(english.relative('2026-12-13', '2026-11-20')).toBe('in 23 days');
  expect(english.relative('2026-11-15', '2026-11-20')).toBe('5 days ago');
});

test('a number is read by the marks of the reader', () => {
  expect(english.parseNumber('1,234.5')).toBe(1234.5);
  expect(german.parseNumber('1.234,5')).toBe(1234.5);
  expect(english.parseNumber(' 2.5 ')).toBe(2.5);
  expect(german.parseNumber('2,5')).toBe(2.5);
});

test('a decimal mark of another language is understood where it cannot mean thousands', () => {
  expect(english.parseNumber('2,5')).toBe(2.5);
  expect(german.parseNumber('2.5')).toBe(2.5);
  expect(german.parseNumber('0.123')).toBe(0.123);
});

test('what is no number is refused, not guessed', () => {
  for (const typed of ['', 'abc', '1.2.3', '2 %', '--1', 'NaN', 'Infinity'])
    expect(english.parseNumber(typed)).toBeNull();
});

test('a number that is put into a field is read back as the same number', () => {
  const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'pl-PL', 'ja-JP');
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
  fc.assert(
    fc.property(locale, number, (tag, value) => {
      const format = createFormat(tag, 'UTC');
      expect(format.parseNumber(format.typedNumber(value))).toBeCloseTo(value, 10);
    }),
  );
});

test('text never becomes a number that is not one', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const value = english.parseNumber(typed);
      expect(value === null || Number.isFinite(value)).toBe(true);
    }),
  );
});

test.each([
  [0, 'a moment ago'],
  [-5, 'a moment ago'],
  [2, '2 minutes ago'],
  [59, '59 minutes ago'],
  [90, '2 hours ago'],
  [35 * 60, '35 hours ago'],
  [3 * 24 * 60, '3 days ago'],
])('a moment %s minutes back reads "%s"', (minutes, words) => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  expect(createFormat('en-US', 'UTC').ago(now - minutes * 60_000, now)).toBe(words);
});

test.each([
  [0.3, '%', '+0.3\u00a0percentage points', '0.3\u00a0percentage points'],
  [1, '%', '+1\u00a0percentage point', '1\u00a0percentage point'],
  [-1, '%', '-1\u00a0percentage point', '-1\u00a0percentage point'],
  [-2, 'minutes', '-2\u00a0minutes', '-2\u00a0minutes'],
  [4, '', '+4', '4'],
])('a change by %s %s is told in its own unit', (value, unit, change, distance) => {
  const format = createFormat('en-US', 'UTC');
  expect(format.change(value, unit)).toBe(change);
  expect(format.distance(value, unit)).toBe(distance);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay, parseMoment } from '../../../../local/data/import/moments';

test('reads offsets with and without colon, and Z', () => {
  const noon = Date.parse('2020-01-01T12:00:00Z');
  expect(parseMoment('2020-01-01T06:00:00.000-0600')).toBe(noon);
  expect(parseMoment('2020-01-01T13:30:00+01:30')).toBe(noon);
  expect(parseMoment('2020-01-01T12:00Z')).toBe(noon);
});

test('refuses dates without time, without offset, and those that do not exist', () => {
  for (const text of [
    '2020-01-01',
    '2020-01-01T12:00:00',
    '2020-02-30T12:00:00Z',
    '2020-01-01T24:00:00Z',
    'yesterday',
    '',
  ]) {
    expect(parseMoment(text)).toBeNull();
  }
  expect(isDay('2021-02-29')).toBe(false);
  expect(isDay('2020-02-29')).toBe(true);
});

test('reads every moment that a date can write', () => {
  const dates = fc.date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseMoment(date.toISOString())).toBe(date.getTime());
      expect(parseMoment(date.toISOString().replace('Z', '+0000'))).toBe(date.getTime());
    }),
  );
});

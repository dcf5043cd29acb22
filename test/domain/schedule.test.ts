import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, DAY_MS } from '../../src/domain/days';
import { nextDue } from '../../src/domain/schedule';
import { at } from '../support/builders';

const due = (last: string | null, now: string, zone = 'UTC') =>
  new Date(nextDue(last, at(now), zone)).toISOString();

test('a scan is due from two in the morning of the project’s zone, once a day', () => {
  expect(due(null, '2026-06-10T12:00:00Z')).toBe('2026-06-10T02:00:00.000Z');
  expect(due('2026-06-09', '2026-06-10T12:00:00Z')).toBe('2026-06-10T02:00:00.000Z');
  expect(due('2026-06-10', '2026-06-10T12:00:00Z')).toBe('2026-06-11T02:00:00.000Z');
  expect(due('2026-06-10', '2026-06-10T12:00:00Z', 'Pacific/Auckland')).toBe(
    '2026-06-10T14:00:00.000Z',
  );
});

test('skipped nights are one night', () => {
  expect(due('2026-06-01', '2026-06-10T12:00:00Z')).toBe('2026-06-10T02:00:00.000Z');
});

test('on the days on which the clock jumps the night still comes, and once', () => {
  // 29 March: two o'clock is three; 25 October: two o'clock comes twice.
  expect(due('2026-03-28', '2026-03-29T12:00:00Z', 'Europe/Berlin')).toBe(
    '2026-03-29T01:00:00.000Z',
  );
  expect(due('2026-10-24', '2026-10-25T12:00:00Z', 'Europe/Berlin')).toBe(
    '2026-10-25T00:00:00.000Z',
  );
});

test('after a scan the next one is due on a later day, within two days', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia');
  const moments = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
  fc.assert(
    fc.property(moments, zones, (now, zone) => {
      const today = dayOf(now, zone);
      const next = nextDue(today, now, zone);
      expect(dayOf(next, zone) > today).toBe(true);
      expect(next - now).toBeLessThanOrEqual(2 * DAY_MS);
      expect(nextDue(null, now, zone)).toBeLessThan(next);
    }),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextHour, pauseAfter } from '../../src/domain/pacing';
import { at } from '../support/builders';

const NOW = at('2026-11-21T12:40:00Z');
const S = 1_000;
const NEXT = at('2026-11-21T13:00:00Z');

test.each([
  ['jira-quota-global-based', 5, { until: NEXT, site: true }],
  ['jira-quota-tenant-based', 5, { until: NEXT, site: true }],
  ['jira-cost-based', 5, { until: NEXT, site: true }],
  // Jira names a longer time than the hour.
  ['jira-quota-tenant-based', 3_000, { until: NOW + 3_000 * S, site: true }],
  ['jira-per-issue-on-write', 2, { until: NOW + 30 * S, site: false }],
  ['jira-per-issue-on-write', 90, { until: NOW + 90 * S, site: false }],
  ['jira-burst-based', 7, { until: NOW + 7 * S, site: false }],
  ['something-new', 7, { until: NOW + 7 * S, site: false }],
  [null, 60, { until: NOW + 60 * S, site: false }],
  // Never at once.
  ['jira-burst-based', 0, { until: NOW + S, site: false }],
  [null, -5, { until: NOW + S, site: false }],
])('after %s with %i seconds', (reason, retryAfter, pause) => {
  expect(pauseAfter({ reason, retryAfter }, NOW)).toEqual(pause);
});

test('the next hour begins after now, within the hour, on the hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      const next = nextHour(now);
      expect(next % 3_600_000).toBe(0);
      expect(next - now).toBeGreaterThan(0);
      expect(next - now).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

import { expect, test } from '@jest/globals';
import { nextMeeting } from '../../src/domain/cadence';

test.each([
  ['weekly', '2026-11-05', '2026-11-26'],
  ['fortnightly', '2026-11-06', '2026-11-20'],
  ['monthly', '2026-08-31', '2026-11-30'],
  ['quarterly', '2026-08-20', '2026-11-20'],
  ['none', '2026-08-20', null],
] as const)('a forum that meets %s after %s meets next on %s', (cadence, last, next) => {
  expect(nextMeeting(last, cadence, '2026-11-20')).toBe(next);
});

test('after a pause of more than twenty years no day is named', () => {
  expect(nextMeeting('2000-01-03', 'weekly', '2026-11-20')).toBeNull();
});

import { expect, test } from '@jest/globals';
import { flagShown, valueOf, type Flag } from '../../src/domain/item';
import { none, value } from '../support/builders';

test('a flag is shown with its reason and day, and not by half', () => {
  const flag: Flag = {
    flag: 'warned',
    reason: 'idle',
    since: '2026-11-01',
    notBefore: '2027-01-01',
  };
  expect(flagShown(value(flag))).toEqual({ reason: 'idle', since: '2026-11-01' });
  for (const missing of ['flag', 'reason', 'since'] as const)
    expect(flagShown(value({ ...flag, [missing]: undefined }))).toBeNull();
  expect(flagShown(none)).toBeNull();
});

test('what cannot be read has no value', () => {
  expect(valueOf({ kind: 'unreadable' })).toBeNull();
  expect(valueOf(value(0))).toBe(0);
});

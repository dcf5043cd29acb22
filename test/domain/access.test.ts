// What the project's own rules give to people.
import { expect, test } from '@jest/globals';
import { mayReport } from '../../src/domain/goal';
import { isMember } from '../../src/domain/rules';
import { aGoal } from '../support/builders';

const forumOf = (...memberIds: string[]) => ({
  ...{ name: 'Review', memberIds },
  ...{ cadence: 'none' as const, next: null },
});

test('readings are added by the goal’s owner and by who administers the project', () => {
  const owned = aGoal({ ownerAccountId: 'acc-owner' });
  expect(mayReport(owned, 'acc-owner', false)).toBe(true);
  expect(mayReport(owned, 'acc-other', false)).toBe(false);
  expect(mayReport(owned, 'acc-other', true)).toBe(true);
  expect(mayReport(aGoal(), 'acc-other', false)).toBe(false);
  expect(mayReport(aGoal(), '', false)).toBe(false);
  expect(mayReport(aGoal(), 'acc-other', true)).toBe(true);
});

test('a forum that names people is for them, one that names nobody for everybody', () => {
  expect(isMember(forumOf(), 'acc-other')).toBe(true);
  expect(isMember(forumOf('acc-one', 'acc-two'), 'acc-two')).toBe(true);
  expect(isMember(forumOf('acc-one'), 'acc-other')).toBe(false);
  expect(isMember(forumOf('acc-one'), '')).toBe(false);
});

import { expect, test } from '@jest/globals';
import { createFormat } from '../../../static/src/format';
import { checkGoal, goalFormOf, shareOf } from '../../../static/src/surfaces/settings/goal-form';
import { goalHints } from '../../../static/src/surfaces/settings/goal-hints';
import {
  goalTemplates,
  type GoalTemplate,
} from '../../../static/src/messages/settings-goal-templates';
import { goalInput } from '../../../src/contract/goals';
import { checkout } from '../support/shop';

const format = createFormat('en-US', 'UTC');
const form = goalFormOf({ ...checkout, achieve: 'x', metric: 'y' }, format);
const a = { ...checkout, id: 'a', metric: 'A', share: 40 };
const b = { ...checkout, id: 'b', metric: 'B', share: 60 };
const hints = (more: object, others = [a, b], isNew = true) =>
  goalHints({ ...form, ...more }, others, { format, isNew });

test('a new goal says what it takes from the others', () => {
  expect(hints({ share: '20' }).share).toBe(
    'Adding 20% leaves 80% for the others: A 40 → 32, B 60 → 48.',
  );
  expect(hints({ share: '20' }, [a]).share).toBe('20% fits beside the others.');
  expect(hints({ share: '20' }, [a, b], false).share).toBeUndefined();
  expect(hints({ share: 'a lot' }).share).toBeUndefined();
  const next = { share: '20', firstDay: '2027-01-01', lastDay: '2027-03-31' };
  expect(hints(next).share).toBeUndefined();
});

test('two goals of one name, or of one number, in the same days are told apart', () => {
  expect(hints({ achieve: a.achieve }).achieve).toMatch(/reads the same/);
  expect(hints({ metric: 'a' }).metric).toMatch(
    /counts this number already, from Jan 1, 2026.* will have to give the id of the goal/,
  );
  expect(hints({})).toEqual({});
});

test('a share is a whole percent, or none', () => {
  expect(
    ['', ' 20 ', '100', '0', '101', '2.5', '-1', 'x'].map((share) => shareOf({ share })),
  ).toEqual([undefined, 20, 100, 0, null, null, null, null]);
  expect(checkGoal({ ...form, share: '120' }, format)).toMatchObject({
    ok: false,
    errors: { share: 'Give a whole number from 0 to 100.' },
  });
  expect(checkGoal({ ...form, share: '' }, format)).toMatchObject({ ok: true });
});

test('every example of a goal is one that can be saved once its numbers are typed', () => {
  const all: GoalTemplate[] = goalTemplates.teams.flatMap(({ goals }): GoalTemplate[] => [
    ...goals,
  ]);
  expect(new Set(all.map(({ metric }) => metric)).size).toBe(all.length);
  for (const template of all) {
    const numbers =
      template.direction === 'up' ? { baseline: 1, target: 2 } : { baseline: 2, target: 1 };
    const days = { firstDay: '2026-10-01', lastDay: '2026-12-31' };
    expect(goalInput.safeParse({ ...template, ...numbers, ...days }).success).toBe(true);
  }
});

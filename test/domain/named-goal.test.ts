import { expect, test } from '@jest/globals';
import type { Goal } from '../../src/domain/goal';
import { namedGoal } from '../../src/domain/named-goal';

const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  id,
  achieve: 'more finished checkouts',
  by: 'removing steps',
  metric: 'Checkout conversion',
  unit: '%',
  direction: 'up',
  baseline: 2.1,
  target: 2.6,
  firstDay: '2026-04-01',
  lastDay: '2026-06-30',
  ...more,
});
const DAY = '2026-05-01';
const spring = goal('spring');
const summer = goal('summer', { firstDay: '2026-07-01', lastDay: '2026-09-30' });
const other = goal('other', { metric: 'Order value', achieve: 'larger orders' });

test.each([
  'spring',
  'Checkout conversion',
  ' Checkout  conversion ',
  'more finished checkouts',
  'We will achieve more finished checkouts by removing steps',
])('a goal answers to %j', (words) => {
  expect(namedGoal([spring, other], words, DAY)).toBe(spring);
});

test.each(['checkout conversion', 'Checkout', '', 'removing steps'])(
  'no goal answers to %j',
  (words) => {
    expect(namedGoal([spring, other], words, DAY)).toBe('none');
  },
);

test('of goals of one name the one is meant that runs on the day', () => {
  const both = [spring, summer];
  expect(namedGoal(both, 'Checkout conversion', DAY)).toBe(spring);
  expect(namedGoal(both, 'Checkout conversion', '2026-07-01')).toBe(summer);
  expect(namedGoal(both, 'Checkout conversion', '2026-10-01')).toBe('several');
  expect(namedGoal([spring, goal('twin')], 'Checkout conversion', DAY)).toBe('several');
  expect(namedGoal([spring, goal('twin')], 'twin', DAY)).toMatchObject({ id: 'twin' });
});

test('a goal whose name stands alone is found when it is over, too', () => {
  expect(namedGoal([spring], 'Checkout conversion', '2027-01-01')).toBe(spring);
});

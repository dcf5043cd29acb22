import { expect, test } from '@jest/globals';
import { withChosenGoal } from '../../src/domain/answer-goal';
import { aGoal, anAnswer } from '../support/builders';

const goals = [aGoal(), aGoal({ id: 'g2', metric: 'Support calls' })];
const half = anAnswer({
  measure: ' Checkout conversion ',
  delta: 0.3,
  stopValue: 2,
  enables: 'SHOP-7',
});

test('another goal takes nothing along that was said of the one before', () => {
  const {
    goal,
    measure,
    delta,
    stopValue,
    enables,
    by,
    expect: expected,
  } = withChosenGoal(half, { id: 'g2' }, goals);
  expect({ goal, measure, delta, stopValue, enables }).toEqual({
    goal: 'g2',
    measure: undefined,
    delta: undefined,
    stopValue: undefined,
    enables: undefined,
  });
  expect([by, expected]).toEqual([half.by, half.expect]);
});

test('a measure of one’s own stays with another goal', () => {
  const own = { ...half, measure: 'letters of thanks' };
  expect(withChosenGoal(own, { id: 'g2' }, goals).measure).toBe('letters of thanks');
});

test('the same goal chosen again only ends taking over another item’s', () => {
  expect(withChosenGoal(half, { id: 'g1' }, goals)).toEqual({ ...half, enables: undefined });
  const open = anAnswer({ goal: undefined, delta: 4 });
  expect(withChosenGoal(open, { id: 'g2' }, goals)).toMatchObject({ goal: 'g2', delta: 4 });
});

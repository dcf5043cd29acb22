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
  // Only what the goal before is measured by goes, not what another one is.
  const third = { ...half, goal: 'g3', measure: 'Checkout conversion' };
  const blank = [...goals, aGoal({ id: 'g3', metric: ' Calls ' })];
  expect(withChosenGoal(third, { id: 'g2' }, blank).measure).toBe('Checkout conversion');
  expect(
    withChosenGoal({ ...third, measure: 'Calls' }, { id: 'g2' }, blank).measure,
  ).toBeUndefined();
});

test('an answer without a measure, or of a goal that nobody knows, takes another goal as well', () => {
  const bare = { ...half, measure: undefined };
  expect(withChosenGoal(bare, { id: 'g2' }, goals)).toMatchObject({ goal: 'g2' });
  expect(withChosenGoal({ ...half, goal: 'gone' }, { id: 'g2' }, goals).measure).toBe(half.measure);
});

test('the same goal chosen again only ends taking over another item’s', () => {
  expect(withChosenGoal(half, { id: 'g1' }, goals)).toEqual({ ...half, enables: undefined });
  const open = anAnswer({ goal: undefined, delta: 4 });
  expect(withChosenGoal(open, { id: 'g2' }, goals)).toMatchObject({ goal: 'g2', delta: 4 });
});

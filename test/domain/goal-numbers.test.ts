import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clausesOf } from '../../src/domain/bet-sum';
import { holds } from '../../src/domain/clause';
import { GOAL_NUMBERS, goalNumbers, goalNumbersOf } from '../../src/domain/goal-numbers';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';
import { aFrame, aGoal, anAnswer, anItem, at, value } from '../support/builders';
import { runsOf } from '../support/runs';

test('every number of a goal agrees between listing and searching', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      for (const goal of frame.goals) {
        const clauses = clausesOf(frame, goalNumbers(frame, goal));
        const counted = GOAL_NUMBERS.map((name) => [name, Number(holds(clauses[name], item, NOW))]);
        expect(Object.fromEntries(counted)).toEqual(goalNumbersOf([item], frame, goal));
      }
    }),
    runsOf(60),
  );
});

test('what was aimed at the goals of the same days adds up to what was aimed at any', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 20 }), anyFrame, (items, frame) => {
      const goals = frame.goals.map((goal) => ({
        ...goal,
        firstDay: '2026-01-01',
        lastDay: '2026-12-31',
        endedOn: undefined,
      }));
      const same = { ...frame, goals };
      const numbers = goals.map((goal) => goalNumbersOf(items, same, goal));
      const shipped = numbers.reduce((all, { shipped: one }) => all + one, 0);
      for (const { aimed } of numbers) expect(aimed).toBe(shipped);
    }),
    runsOf(60),
  );
});

test('a goal that was ended keeps the numbers of its days', () => {
  const item = anItem({
    category: 'done',
    statusId: '106',
    categoryChanged: at('2026-03-05T10:00:00Z'),
    answer: value(anAnswer()),
  });
  const of = (goal = aGoal()) => goalNumbersOf([item], { ...aFrame(), goals: [goal] }, goal);
  expect(of()).toMatchObject({ open: 0, shipped: 1, aimed: 1 });
  expect(of(aGoal({ endedOn: '2026-04-01' }))).toEqual(of());
  expect(of(aGoal({ endedOn: '2026-03-01' }))).toMatchObject({ shipped: 0 });
});

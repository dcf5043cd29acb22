import { expect, test } from '@jest/globals';
import { createFormat } from '../../../static/src/format';
import { gateNow, placedCount } from '../../../static/src/surfaces/settings/setup/gate-now';
import { aSetup, aWorkflow, createTransition } from './setup-answers';

const format = createFormat('en-US', 'UTC');
const now = (mode: 'off' | 'warn' | 'block', placed: number | null, goals = 1) =>
  gateNow(mode, placed, goals, format);

test('a gate that refuses nothing says so, and why', () => {
  expect(now('block', 0)).toBe(
    'Block is chosen, but the rule stands on no transition: nothing is refused.',
  );
  expect(now('block', 2, 0)).toBe('Block is chosen, but no goal is active: nothing is refused.');
  expect(now('off', 2)).toMatch(/stands on 2 transitions and lets everything pass/);
  expect(now('warn', 1)).toMatch(/stands on 1 transition and lets everything pass/);
  expect(now('warn', 0)).toMatch(/nothing is refused/);
  expect(now('off', null)).toMatch(/nothing is refused/);
});

test('a gate that refuses says on how many transitions, where that is known', () => {
  expect(now('block', 2)).toMatch(/2 transitions are refused for items that do not answer/);
  expect(now('block', null)).toMatch(/those are not known here/);
});

test('transitions of all workflows are counted, and none where Jira does not say', () => {
  const two = [aWorkflow(['11', '31']), aWorkflow(['21'], { id: 'w2' })];
  expect(placedCount(aSetup({ gate: { known: true, workflows: two } }))).toBe(3);
  const onCreate = aWorkflow([], { transitions: [createTransition] });
  expect(placedCount(aSetup({ gate: { known: true, workflows: [onCreate] } }))).toBe(1);
  expect(placedCount(aSetup({ gate: { known: false, why: 'forbidden' } }))).toBeNull();
  expect(placedCount(null)).toBeNull();
});

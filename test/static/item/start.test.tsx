import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MESSAGES } from '../../../src/domain/messages';
import { DEFAULT_RULES, type GateMode } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { anIssue, checkout, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(() => {
  resetBridge();
  sessionStorage.clear();
});

const show = (issue: ReturnType<typeof anIssue>, gate: GateMode = 'warn', goals = [checkout]) =>
  showItem([issue], {
    'item.open': () => openItem({ goals, rules: { ...DEFAULT_RULES, gate } }),
    'answer.save': () => ({ answer: { v: 1, why: 'run', state: 'answered' }, seen: 'x' }),
  });
const anyway = () => screen.queryByText('It can start all the same.');

test('an item that has not started reads what the gate would say, until it is answered', async () => {
  const user = userEvent.setup();
  show(anIssue());
  expect(await screen.findByText(MESSAGES.gate.none)).toBeDefined();
  expect(anyway()).not.toBeNull();
  await user.click(screen.getByRole('radio', { name: /Keep it running/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('✓ Saved');
  expect(anyway()).toBeNull();
});

test('a half answer and a goal that has not begun have sentences of their own', async () => {
  const { checkBy: _checkBy, ...rest } = fullAnswer;
  const half = show(anIssue({ properties: { 'ladder-answer': { ...rest, state: 'half' } } }));
  expect(await screen.findByText(MESSAGES.gate.half)).toBeDefined();
  half.unmount();
  const later = { ...checkout, id: 'g2', firstDay: '2026-12-01' };
  const issue = anIssue({ properties: { 'ladder-answer': { ...fullAnswer, goal: 'g2' } } });
  show(issue, 'warn', [checkout, later]);
  expect(await screen.findByText(MESSAGES.gate.goal)).toBeDefined();
});

test.each(['off', 'block'] as const)('nothing of it is shown when the gate is %s', async (gate) => {
  show(anIssue(), gate);
  expect(await screen.findByText('No answer')).toBeDefined();
  expect(anyway()).toBeNull();
});

test.each([
  ['has started', anIssue({ status: 'indeterminate' })],
  ['is done', anIssue({ status: 'done' })],
  ['is answered', anIssue({ properties: { 'ladder-answer': fullAnswer } })],
  ['is a sub-task', anIssue({ level: -1 })],
  ['is an epic', anIssue({ level: 1 })],
])('nothing of it is shown on an item that %s', async (_which, issue) => {
  show(issue);
  expect(await screen.findByText(/^(No answer|Answered|Not asked)$/)).toBeDefined();
  expect(anyway()).toBeNull();
});

test('nothing of it is shown while no goal counts', async () => {
  show(anIssue(), 'warn', []);
  expect(await screen.findByText('No answer')).toBeDefined();
  expect(anyway()).toBeNull();
});

test('a message that says more takes its place', async () => {
  show(anIssue({ properties: { 'ladder-answer': 'junk' } }));
  expect(await screen.findByText('The answer on this item cannot be read')).toBeDefined();
  expect(anyway()).toBeNull();
});

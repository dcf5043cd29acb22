import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GivenPass, OpenItem } from '../../../src/contract/procedures';
import { MESSAGES } from '../../../src/domain/messages';
import { DEFAULT_RULES, type GateMode } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { anIssue, checkout, fullAnswer, NOW, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const DAY = 86_400_000;
const pass: GivenPass = {
  itemId: '10001',
  until: '2026-11-27',
  untilAt: NOW + 7 * DAY,
  reason: 'The shop is down',
  by: 'u2',
  at: NOW,
  withdrawn: false,
  written: true,
};

function show(
  issue: ReturnType<typeof anIssue>,
  gate: GateMode = 'warn',
  more: Partial<OpenItem> = {},
  handlers: Handlers = {},
) {
  return showItem([issue], {
    'item.open': () => openItem({ goals: [checkout], rules: { ...DEFAULT_RULES, gate }, ...more }),
    'answer.save': () => ({ answer: { v: 1, why: 'run', state: 'answered' }, seen: 'x' }),
    ...handlers,
  });
}
const anyway = () => screen.queryByText(/It can start all the same/);
const missing = (which: keyof typeof MESSAGES.start) =>
  screen.findByText(new RegExp(MESSAGES.start[which].replace(/[.]/g, '\\.')));

test('an item that has not started reads what the rule would say, until it is answered', async () => {
  const user = userEvent.setup();
  show(anIssue());
  await missing('none');
  expect(anyway()).not.toBeNull();
  await user.click(screen.getByRole('radio', { name: /Keep it running/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('✓ Saved');
  expect(anyway()).toBeNull();
});

test('a half answer and a goal that has not begun have sentences of their own', async () => {
  const { checkBy: _checkBy, ...rest } = fullAnswer;
  const half = show(anIssue({ properties: { 'ladder-answer': { ...rest, state: 'half' } } }));
  await missing('half');
  half.unmount();
  const later = { ...checkout, id: 'g2', firstDay: '2026-12-01' };
  const issue = anIssue({ properties: { 'ladder-answer': { ...fullAnswer, goal: 'g2' } } });
  show(issue, 'warn', { goals: [checkout, later] });
  await missing('goal');
});

test('nothing of it is shown when the rule is off', async () => {
  show(anIssue(), 'off');
  expect(await screen.findByText('No answer')).toBeDefined();
  expect(anyway()).toBeNull();
  expect(screen.queryByRole('button', { name: 'Start anyway' })).toBeNull();
});

test.each([
  ['is done', anIssue({ status: 'done' })],
  ['is answered', anIssue({ properties: { 'ladder-answer': fullAnswer } })],
  ['is a sub-task', anIssue({ level: -1 })],
  ['is an epic', anIssue({ level: 1 })],
])('nothing of it is shown on an item that %s', async (_which, issue) => {
  show(issue, 'block');
  expect(await screen.findByText(/^(No answer|Answered|Not asked)$/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Start anyway' })).toBeNull();
});

test('nothing of it is shown while no goal counts', async () => {
  show(anIssue(), 'block', { goals: [] });
  expect(await screen.findByText('No answer')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Start anyway' })).toBeNull();
});

test('a message that says more takes the place of the warning', async () => {
  show(anIssue({ properties: { 'ladder-answer': 'junk' } }));
  expect(await screen.findByText('The answer on this item cannot be read')).toBeDefined();
  expect(anyway()).toBeNull();
});

test('an item that is stopped starts anyway, for a reason, until a day', async () => {
  const user = userEvent.setup();
  show(anIssue(), 'block', {}, { 'start.anyway': ({ reason }) => ({ ...pass, reason }) });
  await missing('none');
  await user.click(screen.getByRole('button', { name: 'Start anyway' }));
  const reason = screen.getByRole('textbox', { name: /Why start without an answer/ });
  expect(document.activeElement).toBe(reason);
  await user.click(screen.getByRole('button', { name: 'Start anyway' }));
  expect(screen.getByText(/Give a reason/)).toBeDefined();
  expect(payloadsOf('start.anyway')).toEqual([]);
  await user.type(reason, 'The shop is down{Enter}');
  expect(
    await screen.findByText('Until Nov 27, 2026 this item may start without an answer.'),
  ).toBeDefined();
  expect(await screen.findByText('Reason: The shop is down (Petra Owner, Nov 20)')).toBeDefined();
  expect(payloadsOf('start.anyway')).toEqual([{ itemId: '10001', reason: 'The shop is down' }]);
});

test('a reason that is refused stays in its field', async () => {
  const user = userEvent.setup();
  show(
    anIssue(),
    'block',
    {},
    {
      'start.anyway': () => {
        const fields = { reason: 'This is longer than 500 characters.' };
        throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
      },
    },
  );
  await user.click(await screen.findByRole('button', { name: 'Start anyway' }));
  await user.type(screen.getByRole('textbox', { name: /Why start/ }), 'because{Enter}');
  expect(await screen.findByText(/longer than 500 characters/)).toBeDefined();
  expect(screen.getByDisplayValue('because')).toBeDefined();
});

test('a pass is taken back and the item is stopped again', async () => {
  const user = userEvent.setup();
  show(anIssue(), 'block', { pass }, { 'start.withdraw': () => ({ ...pass, withdrawn: true }) });
  await user.click(await screen.findByRole('button', { name: 'Take back' }));
  expect(await screen.findByRole('button', { name: 'Start anyway' })).toBeDefined();
});

test('a pass that Jira did not take says so and is tried again', async () => {
  const user = userEvent.setup();
  const unwritten = { ...pass, written: false };
  show(anIssue(), 'block', { pass: unwritten }, { 'start.anyway': () => pass });
  expect(await screen.findByText(/Jira did not take this yet/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Take back' });
  expect(screen.queryByText(/Jira did not take this yet/)).toBeNull();
});

test('a pass that is taken back but not yet in Jira says so and is tried again', async () => {
  const user = userEvent.setup();
  const withdrawn = { ...pass, withdrawn: true, untilAt: NOW };
  let tries = 0;
  const takeBack = () => ({ ...withdrawn, written: (tries += 1) > 1 });
  show(anIssue(), 'block', { pass }, { 'start.withdraw': takeBack });
  await user.click(await screen.findByRole('button', { name: 'Take back' }));
  expect(
    await screen.findByRole('heading', {
      name: 'Taken back, but Jira’s rule does not know it yet.',
    }),
  ).toBeDefined();
  expect(screen.getByText('Until it does, the item can still start.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Start anyway' })).toBeDefined();
  expect(payloadsOf('start.withdraw')).toEqual([{ itemId: '10001' }, { itemId: '10001' }]);
  expect(payloadsOf('start.anyway')).toEqual([]);
});

test('nothing is left to take back once the pass that Jira knows has run out', async () => {
  const over = { v: 1, until: '2026-11-19', untilAt: NOW - 1 };
  show(anIssue({ properties: { 'ladder-pass': over } }), 'block', {
    pass: { ...pass, withdrawn: true, written: false },
  });
  expect(await screen.findByRole('button', { name: 'Start anyway' })).toBeDefined();
});

test('who may not edit reads that a pass is still there and has nothing to press', async () => {
  show(anIssue(), 'block', {
    pass: { ...pass, withdrawn: true, written: false },
    may: { edit: false, giveResult: false },
  });
  expect(await screen.findByRole('heading', { name: /^Taken back, but/ })).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a pass that has run out no longer lets the item start', async () => {
  show(anIssue(), 'block', { pass: { ...pass, untilAt: NOW - 1 } });
  expect(await screen.findByRole('button', { name: 'Start anyway' })).toBeDefined();
});

test('who may not edit reads what is missing and cannot start it', async () => {
  show(anIssue(), 'block', { may: { edit: false, giveResult: false } });
  await missing('none');
  expect(screen.queryByRole('button')).toBeNull();
});

test('work that started without an answer is told quietly', async () => {
  show(anIssue({ status: 'indeterminate' }));
  expect(await screen.findByText('Work started without an answer.')).toBeDefined();
});

test('work that was started anyway names reason, person and day', async () => {
  show(anIssue({ status: 'indeterminate' }), 'block', { pass: { ...pass, untilAt: NOW - DAY } });
  expect(
    await screen.findByText('Started anyway: The shop is down (Petra Owner, Nov 20)'),
  ).toBeDefined();
});

test('Ctrl+Enter gives the reason, and Esc closes its field', async () => {
  const user = userEvent.setup();
  show(anIssue(), 'block', {}, { 'start.anyway': ({ reason }) => ({ ...pass, reason }) });
  await missing('none');
  await user.click(screen.getByRole('button', { name: 'Start anyway' }));
  const reason = () => screen.queryByRole('textbox', { name: /Why start without an answer/ });
  await user.keyboard('The shop is down{Escape}');
  expect(reason()).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Start anyway' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/Reason: The shop is down/)).toBeDefined();
  expect(payloadsOf('start.anyway')).toHaveLength(1);
});

test("another project's goal and the rule that stops the item are one message", async () => {
  const user = userEvent.setup();
  const foreign = anIssue({
    properties: { 'ladder-answer': { ...fullAnswer, goal: 'elsewhere' } },
  });
  show(foreign, 'block', {}, { 'start.anyway': ({ reason }) => ({ ...pass, reason }) });
  const message = await screen.findByText(/choose a goal of this project, and it counts again/);
  expect(message.textContent).toMatch(/As it is, the rule of this project stops it\.$/);
  expect(screen.getAllByText(/the rule of this project stops it/)).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Start anyway' }));
  await user.keyboard('The shop is down{Enter}');
  expect(await screen.findByText(/Reason: The shop is down/)).toBeDefined();
});

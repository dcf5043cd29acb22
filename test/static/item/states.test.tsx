import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { bridgeCalls, resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { anIssue, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const answered = { 'ladder-answer': fullAnswer };
test('an answer reads as a sentence with its goal and the days until the check', async () => {
  showItem([anIssue({ properties: answered })]);
  expect(await screen.findByText('showing delivery costs early')).toBeDefined();
  const trail = screen.getByRole('list', { name: 'The way to the goal' });
  expect(within(trail).getByText(/We will achieve more finished checkouts/)).toBeDefined();
  expect(within(trail).getByText(/Show delivery costs in the cart/)).toBeDefined();
  expect(screen.getByText(/2\.1.% → 2\.6.% by Dec 31, 2026, now 2\.3.%/)).toBeDefined();
  expect(screen.getByText(/in 23 days/)).toBeDefined();
});

test.each([
  ['before', 'Answered Nov 1, 2026, before work started'],
  ['started', 'Answered Nov 1, 2026, after work had started'],
  ['done', 'Answered Nov 1, 2026, after it was done'],
  ['sorted', 'Answered Nov 1, 2026, while sorting what was done'],
])('an answer that was given "%s" says so plainly', async (when, sentence) => {
  showItem([anIssue({ properties: { 'ladder-answer': { ...fullAnswer, when } } })]);
  expect(await screen.findByText(sentence)).toBeDefined();
});

test('a write from outside is told with the moment of the last one that is known', async () => {
  const outsideSince = Date.parse('2026-11-18T08:00:00Z');
  showItem([anIssue({ properties: answered })], { 'item.open': () => openItem({ outsideSince }) });
  expect(await screen.findByText(/Changed outside Ladder since Nov 18, 2026/)).toBeDefined();
});

test('one function run and one read of Jira are enough before the panel is useful', async () => {
  showItem([anIssue({ properties: answered, parent: '9001' })]);
  await screen.findByText('showing delivery costs early');
  expect(payloadsOf('item.open')).toHaveLength(1);
  expect(bridgeCalls('invoke')).toHaveLength(1);
  expect(bridgeCalls('fetchProduct')).toHaveLength(1);
});

test('a half answer opens with what is missing marked', async () => {
  const { checkBy: _checkBy, ...rest } = fullAnswer;
  showItem([anIssue({ properties: { 'ladder-answer': { ...rest, state: 'half' } } })]);
  expect(await screen.findByText('Half answered')).toBeDefined();
  expect(screen.getByText(/Give the day on which you will look/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText('checked on'));
});

test('the narrow page beside it does not take the cursor', async () => {
  const { checkBy: _checkBy, ...rest } = fullAnswer;
  const half = anIssue({ properties: { 'ladder-answer': { ...rest, state: 'half' } } });
  showItem([half], {}, { narrow: true });
  expect(await screen.findByText('Half answered')).toBeDefined();
  expect(document.activeElement).toBe(document.body);
});

test('an exempt label says why nothing is asked', async () => {
  const rules = { ...DEFAULT_RULES, exemptLabels: ['legal'] };
  showItem([anIssue({ labels: ['legal'] })], { 'item.open': () => openItem({ rules }) });
  expect(await screen.findByText('Not asked')).toBeDefined();
  expect(screen.getByText(/with the label “legal” are not asked/)).toBeDefined();
});

test('a goal that is over keeps the text and asks for another goal', async () => {
  showItem([anIssue({ properties: { 'ladder-answer': { ...fullAnswer, goal: 'g0' } } })]);
  expect(await screen.findByText('The goal of this item is over')).toBeDefined();
  expect(screen.getByText('showing delivery costs early')).toBeDefined();
});

test("another project's goal keeps the text", async () => {
  const user = userEvent.setup();
  showItem([anIssue({ properties: { 'ladder-answer': { ...fullAnswer, goal: 'elsewhere' } } })]);
  expect(await screen.findByText('The goal belongs to another project')).toBeDefined();
  const by = await screen.findByRole('textbox', { name: 'By' });
  expect(by.textContent).toBe('showing delivery costs early');
  await user.click(screen.getByRole('radio', { name: /Checkout conversion/ }));
});

test('junk is shown as such, and kept until somebody answers', async () => {
  showItem([anIssue({ properties: { 'ladder-answer': { hello: 'junk' } } })]);
  expect(await screen.findByText('The answer on this item cannot be read')).toBeDefined();
  expect(screen.getByText(/"hello": "junk"/)).toBeDefined();
});

test('an answer of a newer version can only be read', async () => {
  showItem([anIssue({ properties: { 'ladder-answer': { v: 2 } } })]);
  expect(await screen.findByText('A newer version of Ladder wrote this answer')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Answer/ })).toBeNull();
});

test('who may not edit reads all of it and learns who can', async () => {
  const may = { edit: false, giveResult: false };
  showItem([anIssue({ properties: answered })], { 'item.open': () => openItem({ may }) });
  expect(await screen.findByText(/Whoever may edit this item can answer/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a flag stands on top with reason and age', async () => {
  const flag = { v: 1, flag: 'candidate', reason: 'aged', since: '2026-11-03' };
  showItem([anIssue({ properties: { 'ladder-flag': flag } })]);
  expect(await screen.findByText('On the kill list since Nov 3, 2026')).toBeDefined();
  expect(screen.getByText(/Open for 172 days/)).toBeDefined();
});

test('an old item stands beside what this team needs for one, with the meeting that looks at it', async () => {
  const flag = { v: 1, flag: 'candidate', reason: 'aged', since: '2026-11-03' };
  const forum = { ...DEFAULT_RULES.forum, next: '2026-12-03' };
  const pace = { day: '2026-11-15', of: 120, half: 12, most: 40 };
  showItem([anIssue({ properties: { 'ladder-flag': flag } })], {
    'item.open': () => openItem({ pace, rules: { ...DEFAULT_RULES, forum } }),
  });
  expect(await screen.findByText('On the kill list of Dec 3, 2026')).toBeDefined();
  expect(
    screen.getByText(/Open for 172 days; half of what this team finishes takes 12 days/),
  ).toBeDefined();
  expect(screen.getByText(/stands there since Nov 3, 2026/)).toBeDefined();
});

test('a meeting that is over and a pace of nothing are not told', async () => {
  const flag = { v: 1, flag: 'candidate', reason: 'aged', since: '2026-11-03' };
  const forum = { ...DEFAULT_RULES.forum, next: '2026-11-12' };
  const pace = { day: '2026-11-15', of: 0, half: 0, most: 0 };
  showItem([anIssue({ properties: { 'ladder-flag': flag } })], {
    'item.open': () => openItem({ pace, rules: { ...DEFAULT_RULES, forum } }),
  });
  expect(await screen.findByText('On the kill list since Nov 3, 2026')).toBeDefined();
  expect(screen.queryByText(/half of what this team/)).toBeNull();
});

const flagged = (reason: string) => ({
  'ladder-flag': { v: 1, flag: 'candidate', reason, since: '2026-11-03' },
});

test('an item flagged because its goal is over says it once', async () => {
  const old = { ...fullAnswer, goal: 'g0' };
  showItem([anIssue({ properties: { 'ladder-answer': old, ...flagged('goal') } })]);
  expect(await screen.findByText(/Its goal is over and it is still open/)).toBeDefined();
  expect(screen.getByText(/let it serve a goal that is active/)).toBeDefined();
  expect(screen.queryByText('The goal of this item is over')).toBeNull();
  expect(screen.queryByText(/goal of this item is not active/)).toBeNull();
});

test('a flag for an old goal is called settled once another goal is served', async () => {
  showItem([anIssue({ properties: { ...answered, ...flagged('goal') } })]);
  expect(await screen.findByText(/Its goal is not over any more/)).toBeDefined();
});

test('a panel that could not be loaded says so and tries again', async () => {
  const user = userEvent.setup();
  let opens = 0;
  showItem(undefined, {
    'item.open': () => {
      opens += 1;
      if (opens === 1) throw new Refusal({ code: 'jira_unavailable', message: 'Jira is away.' });
      return openItem();
    },
  });
  expect(await screen.findByText('The answer could not be loaded')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No answer')).toBeDefined();
});

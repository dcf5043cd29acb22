import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { checkout, openProject } from '../support/shop';
import { showSettings } from './page';

beforeEach(resetBridge);

const section = (name: string) => within(screen.getByRole('region', { name }));

/** At once instead of key by key: every key draws the whole page. */
function fillIn(label: string | RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function typeGoal(user: ReturnType<typeof userEvent.setup>, target: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Add a goal' }));
  fillIn('We will achieve', 'people who come back');
  fillIn('by', 'writing to them');
  fillIn('The number that shows it', 'Returning shoppers');
  fillIn(/^Unit/, '%');
  fillIn('From (now)', '20');
  fillIn('To (target)', target);
}

test('links at the top lead to each section, in the order of the page', async () => {
  const user = userEvent.setup();
  showSettings();
  const index = within(await screen.findByRole('navigation', { name: 'On this page' }));
  const titles = index.getAllByRole('link').map(({ textContent }) => textContent);
  await screen.findByText('Data', { selector: 'h2, h2 *' });
  const headings = [...document.querySelectorAll('h2')];
  expect(headings.map(({ textContent }) => textContent)).toEqual(titles);
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Setup');
  const forum = document.getElementById('forum')?.closest('section');
  if (!forum) throw new Error('no forum');
  // The page of the tests has no place to scroll.
  forum.scrollIntoView = () => undefined;
  await user.click(index.getByText('Forum'));
  expect(document.activeElement).toBe(forum);
});

test('a goal is added with three months from today and the reader as its owner', async () => {
  const user = userEvent.setup();
  showSettings({ 'goal.save': () => openProject({ rev: 5 }) });
  await typeGoal(user, '25');
  await user.click(screen.getByRole('button', { name: 'I own it' }));
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  expect(await screen.findByRole('button', { name: 'Add a goal' })).toBeDefined();
  expect(payloadsOf('goal.save')).toEqual([
    {
      projectId: '10000',
      rev: 4,
      goal: {
        achieve: 'people who come back',
        by: 'writing to them',
        metric: 'Returning shoppers',
        unit: '%',
        direction: 'up',
        baseline: 20,
        target: 25,
        firstDay: '2026-11-20',
        lastDay: '2027-02-19',
        ownerAccountId: 'me',
      },
    },
  ]);
});

test('Enter in the search for an owner takes the one found and does not save the goal', async () => {
  const user = userEvent.setup();
  showSettings({ 'goal.save': () => openProject({ rev: 5 }) });
  await typeGoal(user, '25');
  await user.click(screen.getByRole('button', { name: 'Somebody else' }));
  await user.type(screen.getByLabelText('Somebody else'), 'Pet{Enter}');
  const owner = within(screen.getByRole('group', { name: 'Owner' }));
  expect(await owner.findByText('Petra Owner')).toBeDefined();
  expect(payloadsOf('goal.save')).toEqual([]);
});

test('a target equal to the baseline is refused at its field before anything is sent', async () => {
  const user = userEvent.setup();
  showSettings();
  await typeGoal(user, '20');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  const target = screen.getByLabelText('To (target)');
  expect(target.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/The target equals the baseline/)).toBeDefined();
  expect(payloadsOf('goal.save')).toEqual([]);
});

test('a refusal of the app stands at its field, and the text is kept', async () => {
  const user = userEvent.setup();
  showSettings({
    'goal.save': () => {
      const fields = { 'goal.metric': 'Name another number.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  await typeGoal(user, '25');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  expect(await screen.findByText(/Name another number/)).toBeDefined();
  expect(screen.getByLabelText('To (target)')).toHaveProperty('value', '25');
});

test('a fourth active goal is warned of, not refused', async () => {
  const user = userEvent.setup();
  const goals = ['a', 'b', 'c'].map((id) => ({ ...checkout, id }));
  showSettings({ 'settings.open': () => openProject({ goals }) });
  await user.click(await screen.findByRole('button', { name: 'Add a goal' }));
  expect(screen.getByText(/3 goals are active already/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Save the goal' })).toBeDefined();
});

test('a goal is ended after a word in place, with the one that follows it', async () => {
  const user = userEvent.setup();
  const next = { ...checkout, id: 'g2', achieve: 'calm support' };
  showSettings({
    'settings.open': () => openProject({ goals: [checkout, next] }),
    'goal.end': () => openProject({ rev: 5 }),
  });
  await user.click(await screen.findByRole('button', { name: /End the goal: .*checkouts/ }));
  expect(payloadsOf('goal.end')).toEqual([]);
  await user.selectOptions(screen.getByLabelText(/Which goal follows it/), 'g2');
  await user.click(screen.getByRole('button', { name: 'End the goal' }));
  expect(payloadsOf('goal.end')).toEqual([
    { projectId: '10000', rev: 4, goalId: 'g1', successorId: 'g2' },
  ]);
});

test('an ending is taken back with one press, and over the newest settings', async () => {
  const user = userEvent.setup();
  const ended = { ...checkout, active: false, over: true, endedOn: '2026-11-19' };
  let sent = 0;
  showSettings({
    'settings.open': () => openProject({ goals: [ended], rev: sent === 0 ? 4 : 9 }),
    'goal.resume': () => {
      sent += 1;
      if (sent === 1) throw new Refusal({ code: 'conflict', message: 'Changed.' });
      return openProject({ rev: 10 });
    },
  });
  await user.click(await screen.findByText('1 goal is over'));
  await user.click(screen.getByRole('button', { name: /Take back the ending/ }));
  expect(await screen.findByRole('button', { name: /End the goal: .*checkouts/ })).toBeDefined();
  expect(payloadsOf('goal.resume')).toEqual([
    { projectId: '10000', rev: 4, goalId: 'g1' },
    { projectId: '10000', rev: 9, goalId: 'g1' },
  ]);
});

test('rules are saved whole, with unsaved changes in view until then', async () => {
  const user = userEvent.setup();
  showSettings({ 'rules.save': ({ rules }) => openProject({ rules, rev: 5 }) });
  await user.click(await screen.findByRole('checkbox', { name: 'Look every night' }));
  await user.clear(screen.getByLabelText('Grace (days)'));
  await user.type(screen.getByLabelText('Grace (days)'), '7');
  expect(section('Kill rules').getByText('● Not saved yet')).toBeDefined();
  await user.click(section('Kill rules').getByRole('button', { name: 'Save' }));
  expect(await section('Kill rules').findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('rules.save')).toEqual([
    { projectId: '10000', rev: 4, rules: { ...DEFAULT_RULES, scan: true, graceDays: 7 } },
  ]);
});

test('an age that is no number and one below the first age are refused at the field', async () => {
  const user = userEvent.setup();
  showSettings();
  await user.clear(await screen.findByLabelText(/^On the kill list after/));
  await user.type(screen.getByLabelText(/^On the kill list after/), 'soon');
  await user.click(section('Kill rules').getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/Give a number of days/)).toBeDefined();
  await user.clear(screen.getByLabelText(/^On the kill list after/));
  await user.type(screen.getByLabelText(/^On the kill list after/), '30');
  await user.click(section('Kill rules').getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/An item is warned first/)).toBeDefined();
  expect(payloadsOf('rules.save')).toEqual([]);
});

test('the gate takes a mode, exempt types and labels', async () => {
  const user = userEvent.setup();
  showSettings({ 'rules.save': ({ rules }) => openProject({ rules, rev: 5 }) });
  await user.click(await screen.findByRole('radio', { name: /^Block/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Chore' }));
  await user.type(screen.getByLabelText(/^Labels that are not asked/), 'legal, infra');
  await user.click(section('Gate').getByRole('button', { name: 'Save' }));
  expect(await section('Gate').findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('rules.save')).toMatchObject([
    { rules: { gate: 'block', exemptTypeIds: ['2'], exemptLabels: ['legal', 'infra'] } },
  ]);
  expect(section('Gate').getByText(/does not say yet which goal it serves/)).toBeDefined();
});

test('the usual resolutions are marked, and a choice of its own can be taken back', async () => {
  const user = userEvent.setup();
  showSettings();
  const usual = await screen.findByRole('checkbox', { name: "Won't Do (usual)" });
  expect(usual).toHaveProperty('checked', true);
  await user.click(screen.getByRole('checkbox', { name: 'Postponed' }));
  expect(screen.getByText('This project has its own choice.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back to the usual ones' }));
  expect(screen.getByRole('checkbox', { name: 'Postponed' })).toHaveProperty('checked', false);
});

test('who is no administrator reads who can change the settings, and of no failure', async () => {
  showSettings({
    'settings.open': () => {
      throw new Refusal({ code: 'forbidden', message: 'You need to be an administrator.' });
    },
  });
  expect(
    await screen.findByText(/^You need to be an administrator\. Ask one of them/),
  ).toBeDefined();
  expect(screen.getByText(/^Only administrators of this project can change/)).toBeDefined();
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
});

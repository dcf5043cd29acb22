import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { openProject } from '../support/shop';
import { openSettings, showSetup } from './page';
import { aSetup, aTransition, aWorkflow, createTransition, withWorkflow } from './setup-answers';

beforeEach(resetBridge);

const setup = () => within(screen.getByRole('region', { name: 'Setup' }));
const box = (name: RegExp) => setup().getByRole<HTMLInputElement>('checkbox', { name });
const conflict = new Refusal({ code: 'conflict', message: 'Changed.' });

test('transitions that start work are ticked, and the press says what it will change', async () => {
  const user = userEvent.setup();
  showSetup({
    'gate.place': ({ transitionIds, version }) =>
      withWorkflow(aWorkflow(transitionIds, { version: version + 1 })),
  });
  const press = await screen.findByRole('button', { name: 'Place the gate on 2 transitions' });
  expect(box(/Start work: To Do → In Progress \(work starts\)/).checked).toBe(true);
  expect(box(/Take up again: any status → In Progress/).checked).toBe(true);
  expect(box(/Finish: In Progress → Done/).checked).toBe(false);
  expect(
    setup().getByText(
      'This changes the workflow “Shop workflow”: it adds the rule “Ladder gate” to “Start work”, “Take up again”. Nothing else in it is changed.',
    ),
  ).toBeDefined();
  await user.click(press);
  expect(await setup().findByText('✓ Placed on 2 transitions')).toBeDefined();
  expect(setup().getByText('Placed on 2 transitions.')).toBeDefined();
  await user.click(setup().getByRole('button', { name: 'Take off again' }));
  expect(await setup().findByText('✓ The gate is taken off')).toBeDefined();
  expect(payloadsOf('gate.place')).toEqual([
    { projectId: '10000', workflowId: 'w1', version: 3, transitionIds: ['11', '31'] },
    { projectId: '10000', workflowId: 'w1', version: 4, transitionIds: [] },
  ]);
});

test('the gate is moved and taken off with the same act', async () => {
  const user = userEvent.setup();
  showSetup({
    'setup.look': () => withWorkflow(aWorkflow(['11', '31'])),
    'gate.place': ({ transitionIds }) => withWorkflow(aWorkflow(transitionIds)),
  });
  expect(await setup().findByText('Placed on 2 transitions.')).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Change the gate/ })).toBeNull();
  await user.click(box(/Take up again/));
  await user.click(box(/Finish/));
  expect(
    setup().getByText(/adds the rule “Ladder gate” to “Finish” and takes it off “Take up again”/),
  ).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back to how it is' }));
  expect(box(/Take up again/).checked).toBe(true);
  await user.click(box(/Take up again/));
  await user.click(box(/Start work/));
  expect(setup().getByText(/takes the rule “Ladder gate” off/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Take the gate off' }));
  expect(await setup().findByText('✓ The gate is taken off')).toBeDefined();
  await user.click(setup().getByRole('button', { name: 'Put it back as it was' }));
  expect(payloadsOf('gate.place')).toMatchObject([
    { transitionIds: [] },
    { transitionIds: ['11', '31'] },
  ]);
});

test('a workflow changed meanwhile is shown as it stands, with the ticks that are still possible', async () => {
  const user = userEvent.setup();
  // Somebody took "Take up again" away, put the gate on "Finish" and added a transition.
  const fresh = aWorkflow(['21'], { version: 8 });
  fresh.transitions = [
    ...fresh.transitions.filter(({ id }) => id !== '31'),
    aTransition({ id: '41', name: 'Review' }),
  ];
  let sent = 0;
  showSetup({
    'setup.look': () => (sent === 0 ? aSetup() : withWorkflow(fresh)),
    'gate.place': () => {
      sent += 1;
      if (sent === 1) throw conflict;
      return withWorkflow({
        ...fresh,
        transitions: fresh.transitions.map((one) => ({ ...one, placed: one.id !== '41' })),
      });
    },
  });
  await user.click(await screen.findByRole('button', { name: /^Place the gate/ }));
  expect(await screen.findByText('Somebody changed this workflow meanwhile')).toBeDefined();
  expect(box(/Start work/).checked).toBe(true);
  expect(box(/Finish: .*gate is here/).checked).toBe(true);
  expect(box(/Review/).checked).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Change the gate to 2 transitions' }));
  expect(await setup().findByText('✓ Placed on 2 transitions')).toBeDefined();
  expect(screen.queryByText('Somebody changed this workflow meanwhile')).toBeNull();
  expect(payloadsOf('gate.place')[1]).toEqual({
    projectId: '10000',
    workflowId: 'w1',
    version: 8,
    transitionIds: ['11', '21'],
  });
});

test('a workflow that the project does not use any more is said to be gone', async () => {
  const user = userEvent.setup();
  let sent = 0;
  showSetup({
    'setup.look': () => (sent === 0 ? aSetup() : aSetup({ gate: { known: true, workflows: [] } })),
    'gate.place': () => {
      sent += 1;
      throw new Refusal({ code: 'not_found', message: 'Gone.' });
    },
  });
  await user.click(await screen.findByRole('button', { name: /^Place the gate/ }));
  expect(await setup().findByText(/is not used by this project any more/)).toBeDefined();
});

test('a write that Jira refuses keeps the ticks and says why', async () => {
  const user = userEvent.setup();
  showSetup({
    'gate.place': () => {
      throw new Refusal({ code: 'jira_unavailable', message: 'Jira did not answer.' });
    },
  });
  await screen.findByRole('button', { name: /^Place the gate/ });
  await user.click(box(/Finish/));
  await user.click(screen.getByRole('button', { name: 'Place the gate on 3 transitions' }));
  expect(await setup().findByText('This was not done')).toBeDefined();
  expect(box(/Finish/).checked).toBe(true);
});

test('a shared workflow says that other projects pass', async () => {
  showSetup({ 'setup.look': () => withWorkflow(aWorkflow([], { shared: true })) });
  expect(await setup().findByText(/Ladder lets their items pass/)).toBeDefined();
});

test('block chosen with the rule nowhere is said in Setup and in Gate', async () => {
  await openSettings({
    'settings.open': () => openProject({ rules: { ...DEFAULT_RULES, gate: 'block' } }),
  });
  expect(
    await screen.findAllByText(
      'Block is chosen, but the rule stands on no transition: nothing is refused.',
    ),
  ).toHaveLength(2);
});

test('a gate on Create says what it does there, and can only be taken off', async () => {
  const user = userEvent.setup();
  const before = aWorkflow(['11']);
  before.transitions = [createTransition, ...before.transitions];
  showSetup({
    'setup.look': () => withWorkflow(before),
    'gate.place': ({ transitionIds }) => withWorkflow(aWorkflow(transitionIds)),
  });
  expect(await setup().findByText('Placed on 2 transitions.')).toBeDefined();
  expect(setup().getByText(/nothing can be answered before an item exists/)).toBeDefined();
  expect(setup().getAllByText('To do')).toHaveLength(2);
  const create = box(/Create: new item → To Do \(creates items, gate is here\)/);
  expect(create.checked).toBe(true);
  await user.click(create);
  expect(setup().getByText(/takes the rule “Ladder gate” off “Create”/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Change the gate to 1 transition' }));
  expect(await setup().findByText('✓ Placed on 1 transition')).toBeDefined();
  expect(payloadsOf('gate.place')).toMatchObject([{ transitionIds: ['11'] }]);
  expect(screen.queryByRole('button', { name: /^(Put|Take off)/ })).toBeNull();
  expect(screen.queryByText(/before an item exists/)).toBeNull();
  expect(screen.queryByRole('checkbox', { name: /Create/ })).toBeNull();
});

test('taking the gate off everywhere can be undone, except on Create', async () => {
  const user = userEvent.setup();
  const before = aWorkflow(['11']);
  before.transitions = [createTransition, ...before.transitions];
  showSetup({
    'setup.look': () => withWorkflow(before),
    'gate.place': ({ transitionIds }) => withWorkflow(aWorkflow(transitionIds)),
  });
  await setup().findByText('Placed on 2 transitions.');
  await user.click(box(/Create/));
  await user.click(box(/Start work/));
  await user.click(screen.getByRole('button', { name: 'Take the gate off' }));
  await user.click(await screen.findByRole('button', { name: 'Put it back, except on Create' }));
  expect(await setup().findByText('✓ Placed on 1 transition')).toBeDefined();
  expect(payloadsOf('gate.place')).toMatchObject([
    { transitionIds: [] },
    { transitionIds: ['11'] },
  ]);
});

test('a workflow that Jira does not let be changed shows where the gate stands, without ticks', async () => {
  showSetup({
    'setup.look': () => withWorkflow(aWorkflow(['11'], { editable: false })),
  });
  expect(await setup().findByText('Placed on 1 transition.')).toBeDefined();
  expect(
    setup().getByText(/^Jira does not let this workflow be changed right now\./),
  ).toBeDefined();
  expect(setup().getByText(/Start work: To Do → In Progress .*gate is here/)).toBeDefined();
  expect(setup().queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryByRole('button', { name: /the gate on|the gate to|the gate off/ })).toBeNull();
});

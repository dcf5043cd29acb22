import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { openProject } from '../support/shop';
import { openSettings, showSetup } from './page';
import { aSetup } from './setup-answers';

beforeEach(resetBridge);

const setup = () => within(screen.getByRole('region', { name: 'Setup' }));

test('the checklist is the first section and says what is in place', async () => {
  await openSettings();
  expect(await screen.findByText('1 goal is active.')).toBeDefined();
  const [first] = screen.getAllByRole('region');
  expect(first).toBe(screen.getByRole('region', { name: 'Setup' }));
  expect(await setup().findByText(/shown only on items where somebody adds it/)).toBeDefined();
  expect(setup().getByText(/Warn is chosen: Ladder says on the item/)).toBeDefined();
  expect(setup().getByText(/nothing is warned or put on the kill list/)).toBeDefined();
});

test('goals and the nightly look stand there while Jira is being asked', async () => {
  showSetup({
    'setup.look': () => {
      throw new Refusal({ code: 'jira_unavailable', message: 'Jira did not answer.' });
    },
  });
  expect(await screen.findByText('1 goal is active.')).toBeDefined();
  expect(await screen.findByText('Jira was not asked')).toBeDefined();
  expect(screen.getByText(/Jira did not answer\./)).toBeDefined();
});

test('after a failure Jira can be asked again', async () => {
  const user = userEvent.setup();
  let asked = 0;
  showSetup({
    'setup.look': () => {
      asked += 1;
      if (asked === 1) throw new Refusal({ code: 'jira_unavailable', message: 'No answer.' });
      return aSetup({ panel: { known: true, pinned: true } });
    },
  });
  expect(await screen.findByText('Jira was not asked')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Ask Jira again' }));
  expect(await setup().findByText(/shown on every item of this project/)).toBeDefined();
  expect(screen.queryByText('Jira was not asked')).toBeNull();
});

test('the panel is put on every item, and taken off again', async () => {
  const user = userEvent.setup();
  showSetup({
    'panel.pin': ({ pinned }) => aSetup({ panel: { known: true, pinned } }),
  });
  await user.click(await screen.findByRole('button', { name: 'Show it on every item' }));
  await user.click(await screen.findByRole('button', { name: 'Take it off again' }));
  expect(await screen.findByRole('button', { name: 'Show it on every item' })).toBeDefined();
  expect(payloadsOf('panel.pin')).toEqual([
    { projectId: '10000', pinned: true },
    { projectId: '10000', pinned: false },
  ]);
});

test('a panel that Jira is still putting on is not called done', async () => {
  const user = userEvent.setup();
  showSetup({ 'panel.pin': () => aSetup() });
  await user.click(await screen.findByRole('button', { name: 'Show it on every item' }));
  expect(await setup().findByText(/is not done with it yet/)).toBeDefined();
});

test('when Jira takes long over the panel, it is not called undone, and can be asked again', async () => {
  const user = userEvent.setup();
  let asked = 0;
  showSetup({
    'setup.look': () => {
      asked += 1;
      return aSetup({ panel: { known: true, pinned: asked > 1 } });
    },
    'panel.pin': () => {
      throw new Refusal({ code: 'jira_unavailable', message: 'Jira is still at it.' });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Show it on every item' }));
  expect(await setup().findByText(/Jira is still at it\./)).toBeDefined();
  expect(setup().getByText('It is not certain that this is done')).toBeDefined();
  expect(screen.queryByText('This was not done')).toBeNull();
  const [again] = setup().getAllByRole('button', { name: 'Ask Jira again' });
  await user.click(again as HTMLElement);
  expect(await setup().findByText(/shown on every item of this project/)).toBeDefined();
  expect(screen.queryByText(/Jira is still at it/)).toBeNull();
});

test('the panel can be put on every item where Jira does not say whether it is', async () => {
  const user = userEvent.setup();
  const unknown = { known: false, why: 'unavailable' } as const;
  showSetup({
    'setup.look': () => aSetup({ panel: unknown }),
    'panel.pin': () => aSetup({ panel: unknown }),
  });
  expect(await setup().findByText(/Jira does not say whether it is shown/)).toBeDefined();
  await user.click(setup().getByRole('button', { name: 'Show it on every item' }));
  expect(await setup().findByText('✓ The panel is on every item')).toBeDefined();
  await user.click(setup().getByRole('button', { name: 'Take it off again' }));
  expect(await setup().findByText('✓ The panel is taken off')).toBeDefined();
  expect(payloadsOf('panel.pin')).toMatchObject([{ pinned: true }, { pinned: false }]);
});

test('where Jira does not say, who is no Jira administrator gets no button', async () => {
  const unknown = { known: false, why: 'unavailable' } as const;
  showSetup({
    'setup.look': () => aSetup({ panel: unknown, may: { administerJira: false } }),
  });
  expect(await setup().findByText(/Jira does not say whether it is shown/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /every item|Take it off/ })).toBeNull();
});

test('a refusal stands at the step that was refused', async () => {
  const user = userEvent.setup();
  showSetup({
    'panel.pin': () => {
      throw new Refusal({ code: 'forbidden', message: 'You need to be a Jira administrator.' });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Show it on every item' }));
  expect(await setup().findByText(/You need to be a Jira administrator/)).toBeDefined();
});

test('who is no Jira administrator sees what is in place and a text for whom to ask', async () => {
  showSetup({ 'setup.look': () => aSetup({ may: { administerJira: false } }) });
  expect(await screen.findByText('Ask a Jira administrator')).toBeDefined();
  const letter = screen.getByLabelText<HTMLTextAreaElement>('Text to copy').value;
  expect(letter).toMatch(/project SHOP/);
  expect(letter).toMatch(/Place the gate/);
  expect(screen.queryByRole('button', { name: 'Show it on every item' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Place the gate/ })).toBeNull();
  const boxes = setup().getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map(({ disabled, checked }) => [disabled, checked])).toEqual([
    [true, false],
    [true, false],
    [true, false],
  ]);
});

test('what this user may not see is not known, rather than missing', async () => {
  const unknown = { known: false, why: 'forbidden' } as const;
  showSetup({
    'setup.look': () => aSetup({ panel: unknown, gate: unknown, may: { administerJira: false } }),
  });
  expect(await setup().findAllByText('Not known')).toHaveLength(2);
  expect(setup().getByText(/Only a Jira administrator can see on which/)).toBeDefined();
});

test('what Jira did not answer can be asked for again', async () => {
  const unknown = { known: false, why: 'unavailable' } as const;
  showSetup({ 'setup.look': () => aSetup({ gate: unknown }) });
  expect(await setup().findByText(/Jira did not answer this question/)).toBeDefined();
  expect(screen.queryByText('Ask a Jira administrator')).toBeNull();
});

test('the nightly look says when it was and when it will be', async () => {
  const scan = {
    ...openProject().scan,
    lastAt: Date.parse('2026-11-20T01:10:00Z'),
    listed: 12,
    nextAt: Date.now() + 3_600_000,
  };
  showSetup({}, openProject({ scan, rules: { ...DEFAULT_RULES, scan: true } }));
  expect(
    await setup().findByText(
      /It looked closely at 12 items whose mark might change\. Next one: after/,
    ),
  ).toBeDefined();
});

test('a nightly look whose moment has passed is due, not announced for the past', async () => {
  const scan = { ...openProject().scan, nextAt: Date.parse('2026-01-21T01:00:00Z') };
  showSetup({}, openProject({ scan, rules: { ...DEFAULT_RULES, scan: true } }));
  expect(await setup().findByText(/Next one: due now, within the hour\./)).toBeDefined();
  expect(setup().queryByText(/Next one: after/)).toBeNull();
});

test('without an active goal the checklist says that nobody is asked', async () => {
  showSetup({}, openProject({ goals: [] }));
  expect(await setup().findByText(/Until one is, no item is asked/)).toBeDefined();
});

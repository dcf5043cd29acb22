// Setup: what is in place in Jira, put there and taken off by its administrator.
import { z } from 'zod';
import { accessibilityProblems } from './support/accessibility';
import { itemsOf } from './support/jira';
import { picture } from './support/picture';
import { BY_NIGHT, expect, type Story, test, type User } from './support/story';
import { changeWorkflow } from './support/workflow';

const SETTINGS = '/projects/SHOP/settings/ladder';
const WORKFLOW = 'Software workflow';
const NOWHERE = 'Block is chosen, but the rule stands on no transition: nothing is refused.';

/** The rules that a transition checks. */
const rules = z
  .array(z.unknown())
  .nullish()
  .transform((list) => list ?? []);

const page = (story: Story) => story.surface('ladder-settings');
const section = (story: Story, name: string) => page(story).getByRole('region', { name });
const setup = (story: Story) => section(story, 'Setup');
const button = (story: Story, name: string | RegExp) => setup(story).getByRole('button', { name });
const open = (story: Story, as: User = 'admin', theme: 'light' | 'dark' = 'light') =>
  story.open(SETTINGS, { as, theme });

/** Stories that the gate stops, for a person who may edit them. */
const stopped = (story: Story) =>
  itemsOf(
    story.host,
    'project = SHOP AND issuetype = Story AND status = "To Do" AND ladderState is EMPTY AND parent is EMPTY AND labels is EMPTY',
  );

async function choose(story: Story, mode: 'Warn' | 'Block'): Promise<void> {
  const gate = section(story, 'Gate');
  const radio = gate.getByRole('radio', { name: new RegExp(`^${mode}`) });
  if (await radio.isChecked()) return;
  await radio.check();
  await gate.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(gate.getByText('✓ Saved')).toBeVisible();
}

async function takeOff(story: Story): Promise<void> {
  await expect(setup(story).getByText(/^Placed on/)).toBeVisible();
  for (const box of await setup(story).getByRole('checkbox').all()) await box.uncheck();
  await button(story, 'Take the gate off').click();
  await expect(setup(story).getByText('✓ The gate is taken off')).toBeVisible();
}

async function start(story: Story, key: string): Promise<void> {
  await story.open(`/browse/${key}`, { as: 'dev' });
  await story.page.getByRole('button', { name: 'In Progress' }).click();
}

const status = (story: Story) => story.page.getByRole('region', { name: 'Status' });

test(
  'the gate is taken off, placed again, and stops exactly where it stands',
  BY_NIGHT,
  async ({ story }) => {
    const [first = '', second = ''] = await stopped(story);
    await open(story);
    await expect(setup(story).getByText(/^Placed on \d transition/)).toBeVisible();
    await choose(story, 'Block');
    await takeOff(story);
    await expect(setup(story).getByText(NOWHERE)).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);

    await start(story, first);
    await expect(status(story)).toContainText('In Progress');

    await open(story);
    await expect(setup(story).getByText(NOWHERE)).toBeVisible();
    await setup(story)
      .getByRole('checkbox', { name: /In Progress.*work starts/ })
      .check();
    await button(story, /^Place the gate on/).click();
    await expect(setup(story).getByText(/^✓ Placed on/)).toBeVisible();
    await picture('setup-placed', section(story, 'Setup'));

    await start(story, second);
    await expect(
      story.page.getByText(/does not say yet which goal it serves/).first(),
    ).toBeVisible();
    await expect(status(story)).toContainText('To Do');
    await expect(story.surface('ladder-panel').getByRole('radio').first()).toBeVisible();
    await picture('gate-refused', story.page);

    await open(story);
    await expect(setup(story).getByText(/^Placed on/)).toBeVisible();
    await takeOff(story);
    await start(story, second);
    await expect(status(story)).toContainText('In Progress');
  },
);

test('the panel is taken off the items of a project and put back', BY_NIGHT, async ({ story }) => {
  const [key = ''] = await stopped(story);
  await open(story);
  await button(story, 'Take it off again').click();
  await expect(button(story, 'Show it on every item')).toBeVisible();
  await story.open(`/browse/${key}`, { as: 'po' });
  await expect(story.page.getByRole('region', { name: 'Status' })).toBeVisible();
  await expect(story.page.locator('.module[data-module="ladder-panel"]')).toHaveCount(0);
  await open(story);
  await button(story, 'Show it on every item').click();
  await expect(button(story, 'Take it off again')).toBeVisible();
  await story.open(`/browse/${key}`, { as: 'po' });
  await expect(story.page.locator('.module[data-module="ladder-panel"]')).toHaveCount(1);
});

test(
  'a project where nothing is in place says so, and what to press',
  BY_NIGHT,
  async ({ story }) => {
    await story.open('/projects/APP/settings/ladder', { as: 'admin' });
    await takeOff(story);
    await story.page.reload();
    await expect(button(story, 'Show it on every item')).toBeVisible();
    await expect(button(story, /^Place the gate on/)).toBeVisible();
    await picture('setup-before', section(story, 'Setup'));
  },
);

test(
  'a workflow changed meanwhile is shown as it stands, and the next press holds',
  BY_NIGHT,
  async ({ story }) => {
    await open(story);
    await takeOff(story);
    const progress = setup(story).getByRole('checkbox', { name: /In Progress/ });
    await progress.check();
    await changeWorkflow(story.host, WORKFLOW, (transitions) =>
      transitions.map((one) => (one.name === 'Done' ? { ...one, name: 'Ship it' } : one)),
    );
    await button(story, /^Place the gate on/).click();
    await expect(
      setup(story).getByText('Somebody changed this workflow meanwhile', { exact: true }),
    ).toBeVisible();
    await expect(setup(story).getByRole('checkbox', { name: /Ship it/ })).toBeVisible();
    await expect(progress).toBeChecked();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await button(story, /^Place the gate on/).click();
    await expect(setup(story).getByText(/^✓ Placed on/)).toBeVisible();
  },
);

test(
  'a gate that somebody placed on Create by hand is shown there and taken off',
  BY_NIGHT,
  async ({ story }) => {
    await changeWorkflow(story.host, WORKFLOW, (transitions) => {
      const gate = transitions.flatMap((one) => rules.parse(one['validators'])).slice(0, 1);
      return transitions.map((one) =>
        one['type'] === 'INITIAL' ? { ...one, validators: gate } : one,
      );
    });
    await open(story);
    const create = setup(story).getByRole('checkbox', { name: /creates items, gate is here/ });
    await expect(create).toBeChecked();
    await expect(setup(story).getByText(/On Create, a gate that blocks/)).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await create.uncheck();
    await button(story, /^Change the gate to/).click();
    await expect(setup(story).getByText(/^✓ Placed on/)).toBeVisible();
    await expect(create).toHaveCount(0);
    await expect(button(story, /^Put it back/)).toHaveCount(0);
  },
);

test('who is no Jira administrator sees whom to ask', BY_NIGHT, async ({ story }) => {
  await open(story, 'po');
  await expect(setup(story).getByText('Ask a Jira administrator')).toBeVisible();
  await expect(setup(story).getByRole('textbox', { name: 'Text to copy' })).toHaveValue(
    /settings|Ladder/,
  );
  await expect(button(story, /Place the gate|every item|Take it off/)).toHaveCount(0);
  expect(await accessibilityProblems(story.page)).toEqual([]);
  await picture('setup-ask', section(story, 'Setup'));
});

test('every press can be made by keyboard alone', async ({ story }) => {
  await open(story);
  await expect(setup(story).getByText(/^Placed on/)).toBeVisible();
  await button(story, 'Choose what the gate does').press('Enter');
  await expect(section(story, 'Gate')).toBeFocused();
  await section(story, 'Gate')
    .getByRole('button', { name: /See in Setup/ })
    .press('Enter');
  await expect(setup(story)).toBeFocused();
  await setup(story).getByRole('checkbox').first().press('Space');
  await button(story, /^Change the gate/).press('Enter');
  await expect(setup(story).getByText(/^✓ Placed on/)).toBeVisible();
});

test('the settings are readable in both themes, wide and narrow', async ({ story }) => {
  for (const [theme, width] of [
    ['light', 1440],
    ['light', 480],
    ['dark', 1440],
  ] as const) {
    await story.page.setViewportSize({ width, height: 900 });
    await open(story, 'admin', theme);
    await expect(setup(story).getByText(/^Placed on/)).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
  }
});

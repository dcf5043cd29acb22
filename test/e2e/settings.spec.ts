// Goals, rules and the gate as a project administrator sets them, and what follows on an item.
import { accessibilityProblems } from './support/accessibility';
import { itemsOf } from './support/jira';
import { picture } from './support/picture';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const SETTINGS = '/projects/SHOP/settings/ladder';
const settings = (story: Story) => story.surface('ladder-settings');
const open = (story: Story, theme: 'light' | 'dark' = 'light') =>
  story.open(SETTINGS, { as: 'admin', theme });

async function typeGoal(story: Story, target: string): Promise<void> {
  const page = settings(story);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByRole('textbox', { name: 'We will achieve' }).fill('more people who come back');
  await page.getByRole('textbox', { name: 'by', exact: true }).fill('writing to them');
  await page.getByRole('textbox', { name: 'The number that shows it' }).fill('Returning shoppers');
  await page.getByRole('textbox', { name: 'Unit' }).fill('%');
  await page.getByRole('textbox', { name: 'From (now)' }).fill('20');
  await page.getByRole('textbox', { name: 'To (target)' }).fill(target);
  await page.getByRole('button', { name: 'Save the goal' }).click();
}

test(
  'a goal is checked at its field, added, and can then be chosen on an item',
  BY_NIGHT,
  async ({ story }) => {
    await open(story);
    await typeGoal(story, '20');
    const page = settings(story);
    await expect(page.getByText(/The target equals the baseline/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'To (target)' })).toBeFocused();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await page.getByRole('textbox', { name: 'To (target)' }).fill('25');
    await page.getByRole('button', { name: 'Save the goal' }).click();
    await expect(page.getByText('We will achieve more people who come back')).toBeVisible();
    const [key = ''] = await itemsOf(
      story.host,
      'project = SHOP AND issuetype = Story AND statusCategory = "To Do" AND ladderState is EMPTY AND parent is EMPTY AND labels is EMPTY',
    );
    await story.open(`/browse/${key}`);
    const panel = story.surface('ladder-panel');
    await panel.getByRole('radio', { name: /Move a goal/ }).check();
    await expect(panel.getByRole('radio', { name: /Returning shoppers/ })).toBeVisible();
  },
);

test('a goal is ended after a word in place', BY_NIGHT, async ({ story }) => {
  await open(story);
  const page = settings(story);
  const rows = page.getByRole('button', { name: /^End the goal:/ });
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  await rows.first().click();
  expect(await accessibilityProblems(story.page)).toEqual([]);
  await page.getByRole('button', { name: 'End the goal', exact: true }).click();
  await expect(rows).toHaveCount(before - 1);
  await expect(page.getByText('2 goals are over')).toBeVisible();
});

test(
  'what two administrators save at the same time is not lost',
  BY_NIGHT,
  async ({ story, context }) => {
    await open(story);
    const page = settings(story);
    await page.getByRole('textbox', { name: 'Grace (days)' }).fill('7');
    const other = await context.newPage();
    await other.goto(`${story.host.url}${SETTINGS}`);
    const theirs = other.frameLocator('.module[data-module="ladder-settings"] iframe');
    await theirs.getByRole('textbox', { name: 'Grace (days)' }).fill('30');
    await theirs
      .getByRole('region', { name: 'Rules' })
      .getByRole('button', { name: 'Save' })
      .click();
    await expect(theirs.getByText('✓ Saved')).toBeVisible();
    await page.getByRole('region', { name: 'Rules' }).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('radio', { name: 'Theirs: 30' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Yours: 7' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Grace (days)' })).toHaveValue('7');
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await picture('settings-conflict', page.getByRole('region', { name: 'Rules' }));
    await page.getByRole('button', { name: 'Save as chosen' }).click();
    await expect(page.getByText('✓ Saved')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Grace (days)' })).toHaveValue('7');
  },
);

test('the sentence of the gate is what a refused move shows', BY_NIGHT, async ({ story }) => {
  await open(story);
  const gate = settings(story).getByRole('region', { name: 'Gate' });
  await gate.getByRole('radio', { name: /^Warn/ }).check();
  await gate.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(gate.getByText('✓ Saved')).toBeVisible();
  await gate.getByRole('radio', { name: /^Block/ }).check();
  await gate.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(gate.getByText('✓ Saved')).toBeVisible();
  await expect(gate.getByText(/^Block is chosen: \d transitions are refused/)).toBeVisible();
  await picture('gate-section', gate);
  const [key = ''] = await itemsOf(
    story.host,
    'project = SHOP AND issuetype = Story AND status = "To Do" AND ladderState is EMPTY AND parent is EMPTY AND labels is EMPTY',
  );
  await story.open(`/browse/${key}`);
  await story.page.getByRole('button', { name: 'In Progress' }).click();
  await expect(story.page.getByText(/does not say yet which goal it serves/)).toBeVisible();
  const panel = story.surface('ladder-panel');
  await panel.getByRole('radio', { name: /Keep it running/ }).check();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByText('✓ Saved')).toBeVisible();
  await story.page.getByRole('button', { name: 'In Progress' }).click();
  await expect(story.page.getByRole('region', { name: 'Status' })).toContainText('In Progress');
});

test(
  'a gate that only warns says so on the item, and stops nobody',
  BY_NIGHT,
  async ({ story }) => {
    await open(story);
    const gate = settings(story).getByRole('region', { name: 'Gate' });
    await gate.getByRole('radio', { name: /^Warn/ }).check();
    await gate.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(gate.getByText('✓ Saved')).toBeVisible();
    const [key = ''] = await itemsOf(
      story.host,
      'project = SHOP AND issuetype = Story AND status = "To Do" AND ladderState is EMPTY AND ladderFlag is EMPTY AND parent is EMPTY AND labels is EMPTY',
    );
    await story.open(`/browse/${key}`);
    const panel = story.surface('ladder-panel');
    await expect(panel.getByText(/does not say yet which goal it serves/)).toBeVisible();
    await expect(panel.getByText('It can start all the same.')).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await story.page.getByRole('button', { name: 'In Progress' }).click();
    await expect(story.page.getByRole('region', { name: 'Status' })).toContainText('In Progress');
  },
);

test('who is no administrator reads why nothing is shown', BY_NIGHT, async ({ story }) => {
  await story.open(SETTINGS, { as: 'dev' });
  await expect(settings(story).getByText(/administrator of this project/)).toBeVisible();
});

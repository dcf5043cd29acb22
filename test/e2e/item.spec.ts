// Answering for an item in its panel, with the keyboard, in both themes, and what may go wrong.
import { GOAL_IDS } from '../../local/data/demo/goals';
import { accessibilityProblems } from './support/accessibility';
import { itemsOf, propertyOf, setProperty } from './support/jira';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const OPEN = 'project = SHOP AND issuetype = Story AND statusCategory = "To Do"';
const UNANSWERED = `${OPEN} AND ladderState is EMPTY AND parent is EMPTY AND labels is EMPTY ORDER BY created`;
const ANSWERED = `${OPEN} AND ladderState = answered AND (ladderGoal = "${GOAL_IDS.conversion}" OR ladderGoal = "${GOAL_IDS.contacts}") ORDER BY created`;

const panel = (story: Story) => story.surface('ladder-panel');

test('an item is answered with the keyboard alone', async ({ story, page }) => {
  const [key = ''] = await itemsOf(story.host, UNANSWERED);
  await story.open(`/browse/${key}`);
  const ladder = panel(story);
  await expect(ladder.getByText('No answer')).toBeVisible();
  await ladder.getByRole('radio', { name: /Test an idea/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(ladder.getByRole('radio', { name: /Move a goal/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('showing delivery costs early');
  await page.keyboard.press('Tab');
  await page.keyboard.type('fewer people to leave at the last step');
  await page.keyboard.press('Control+Enter');
  // The day is missing still: the cursor waits in it.
  await expect(ladder.getByLabel('checked on')).toBeFocused();
  await page.keyboard.type('12132026');
  await page.keyboard.press('Control+Enter');
  await expect(ladder.getByText('✓ Saved')).toBeVisible();
  await expect(ladder.getByRole('button', { name: 'Edit' })).toBeFocused();
  expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({
    state: 'answered',
    by: 'showing delivery costs early',
    checkBy: '2026-12-13',
    when: 'before',
  });
});

test(
  'an answer that somebody else saved meanwhile is shown, not overwritten',
  BY_NIGHT,
  async ({ story }) => {
    const [key = ''] = await itemsOf(story.host, ANSWERED);
    await story.open(`/browse/${key}`);
    const ladder = panel(story);
    await ladder.getByRole('button', { name: 'Edit' }).click();
    const before = await propertyOf(story.host, key, 'ladder-answer');
    const theirs = { ...before, by: 'words of somebody else' };
    await setProperty(story.host, key, 'ladder-answer', theirs);
    await ladder.getByRole('textbox', { name: 'By', exact: true }).fill('my words');
    await ladder.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ladder.getByText('words of somebody else')).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    expect(await propertyOf(story.host, key, 'ladder-answer')).toEqual(theirs);
    await ladder.getByRole('button', { name: 'Save mine' }).click();
    await expect(ladder.getByText('✓ Saved')).toBeVisible();
    expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({ by: 'my words' });
  },
);

test(
  'a property full of junk is shown as such and replaced by an answer',
  BY_NIGHT,
  async ({ story }) => {
    const [key = ''] = await itemsOf(story.host, UNANSWERED);
    await setProperty(story.host, key, 'ladder-answer', { hello: 'junk', n: [1, { deep: true }] });
    await story.open(`/browse/${key}`);
    const ladder = panel(story);
    await expect(ladder.getByText('The answer on this item cannot be read')).toBeVisible();
    await ladder.getByRole('radio', { name: /Keep it running/ }).check();
    await ladder.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ladder.getByText('✓ Saved')).toBeVisible();
  },
);

test(
  'junk that comes while somebody writes is shown before it is replaced',
  BY_NIGHT,
  async ({ story }) => {
    const [key = ''] = await itemsOf(story.host, ANSWERED);
    await story.open(`/browse/${key}`);
    const ladder = panel(story);
    await ladder.getByRole('button', { name: 'Edit' }).click();
    await setProperty(story.host, key, 'ladder-answer', { hello: 'junk' });
    await ladder.getByRole('textbox', { name: 'By', exact: true }).fill('my words');
    // The item may have waited longer than its check date.
    await ladder.getByLabel('checked on').fill('2026-12-13');
    await ladder.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ladder.getByText('"hello": "junk"')).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await ladder.getByRole('button', { name: 'Save mine' }).click();
    await expect(ladder.getByText('✓ Saved')).toBeVisible();
    expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({ by: 'my words' });
  },
);

test('40,000 characters are refused at their field and stay there', BY_NIGHT, async ({ story }) => {
  const [key = ''] = await itemsOf(story.host, UNANSWERED);
  await story.open(`/browse/${key}`);
  const ladder = panel(story);
  await ladder.getByRole('radio', { name: /Test an idea/ }).check();
  const by = ladder.getByRole('textbox', { name: 'By', exact: true });
  await by.fill('x'.repeat(40_000));
  await ladder.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ladder.getByText(/longer than 1000 characters/)).toBeVisible();
  expect((await by.inputValue()).length).toBe(40_000);
});

test('who may only look reads the answer and has nothing to press', BY_NIGHT, async ({ story }) => {
  const [key = ''] = await itemsOf(story.host, ANSWERED);
  await story.open(`/browse/${key}`, { as: 'viewer' });
  await expect(panel(story).getByText('Whoever may edit this item can answer')).toBeVisible();
  await expect(panel(story).getByRole('button')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`panel and context are accessible in the ${theme} theme`, async ({ story, page }) => {
    const [open = ''] = await itemsOf(story.host, UNANSWERED);
    const [answered = ''] = await itemsOf(story.host, ANSWERED);
    await setProperty(story.host, open, 'ladder-flag', {
      v: 1,
      flag: 'candidate',
      reason: 'aged',
      since: '2026-10-20',
    });
    await story.open(`/browse/${open}`, { theme });
    const ladder = panel(story);
    await ladder.getByRole('radio', { name: /Move a goal/ }).check();
    await ladder.getByText('More', { exact: true }).click();
    await ladder.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ladder.getByText(/Say what will be done/)).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    await story.open(`/browse/${answered}`, { theme });
    await page.locator('details.context > summary').click();
    await expect(
      story.surface('ladder-answered').getByRole('button', { name: 'Edit' }),
    ).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}

// The result of a bet in the panel of its item: given with a reading, put off, changed, sorted, and
// seen from below.
import { accessibilityProblems } from './support/accessibility';
import { itemsOf, propertyOf } from './support/jira';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const DONE = 'project = SHOP AND statusCategory = Done';
const DUE = `${DONE} AND issuetype = Story AND ladderWhy = move AND ladderState = answered AND ladderResult is EMPTY AND ladderCheckBy < "2026-11-01" ORDER BY created`;

const panel = (story: Story) => story.surface('ladder-panel');

async function openDue(story: Story): Promise<string> {
  const [key = ''] = await itemsOf(story.host, DUE);
  await story.open(`/browse/${key}`);
  return key;
}

for (const theme of ['light', 'dark'] as const)
  test(`a result rests on the newest reading after the delivery, in the ${theme} theme`, async ({
    story,
  }) => {
    const [key = ''] = await itemsOf(story.host, DUE);
    await story.open(`/browse/${key}`, { theme });
    const ladder = panel(story);
    await ladder.getByRole('radio', { name: /^Moved/ }).check();
    await expect(ladder.getByText(/This counts as measured/)).toBeVisible();
    await ladder.getByRole('textbox', { name: /^Note/ }).fill('More finished orders each week');
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await ladder.getByRole('button', { name: 'Save the result' }).click();
    await expect(
      ladder.getByText(/^Moved, measured on Nov 2, 2026 · .+ on Oct \d+ · by Petra Owner$/),
    ).toBeVisible();
    await expect(ladder.getByText('More finished orders each week')).toBeVisible();
    await expect(ladder.getByRole('button', { name: 'Change the result' })).toBeFocused();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    expect(await propertyOf(story.host, key, 'ladder-result')).toMatchObject({
      result: 'moved',
      evidence: 'measured',
    });
  });

test(
  'a changed result keeps the one before it, and both have a name',
  BY_NIGHT,
  async ({ story }) => {
    await openDue(story);
    const ladder = panel(story);
    await ladder.getByRole('radio', { name: /^Moved/ }).check();
    await ladder.getByRole('combobox', { name: /Reading/ }).selectOption('None');
    await ladder.getByRole('button', { name: 'Save the result' }).click();
    await ladder.getByRole('button', { name: 'Change the result' }).click();
    await ladder.getByRole('radio', { name: /Didn’t move/ }).check();
    await ladder.getByRole('button', { name: 'Save the result' }).click();
    await expect(ladder.getByText(/^Didn’t move, judged on Nov 2, 2026 · by Petra/)).toBeVisible();
    await ladder.getByText('1 earlier entry').click();
    await expect(ladder.getByText('Nov 2, 2026: Moved (judged), by Petra Owner')).toBeVisible();
  },
);

test(
  'too early moves the check date of the sentence, and its count is told',
  BY_NIGHT,
  async ({ story }) => {
    const key = await openDue(story);
    const ladder = panel(story);
    await ladder.getByRole('radio', { name: /Too early/ }).check();
    await ladder.getByRole('button', { name: 'In 2 weeks' }).click();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await ladder.getByRole('button', { name: 'Save the date' }).click();
    await expect(ladder.getByText(/The result is due on Nov 16, 2026\.$/)).toBeVisible();
    await expect(ladder.getByText('Postponed once before.')).toBeVisible();
    await expect(ladder.getByText('Check date: in 14 days')).toBeVisible();
    expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({
      checkBy: '2026-11-16',
    });
    // The answer can be saved from what the panel holds now.
    await ladder.getByRole('button', { name: 'Edit' }).click();
    await ladder.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ladder.getByText('✓ Saved')).toBeVisible();
  },
);

test('a child shows the result of its parent', BY_NIGHT, async ({ story }) => {
  const epics = await itemsOf(
    story.host,
    'project = SHOP AND issuetype = Epic AND ladderState = answered AND ladderResult = moved',
  );
  const jql = `${DONE} AND parent in (${epics.join(', ')}) AND ladderState is EMPTY`;
  const [key = ''] = await itemsOf(story.host, jql);
  await story.open(`/browse/${key}`);
  await expect(panel(story).getByText(/moved it, (judged|measured) on/)).toBeVisible();
  await expect(panel(story).getByRole('radio')).toHaveCount(0);
});

test('an item that was sorted says how, and can still be answered', BY_NIGHT, async ({ story }) => {
  const [key = ''] = await itemsOf(
    story.host,
    `${DONE} AND ladderWhen = sorted AND ladderWhy = move AND ladderState = half`,
  );
  await story.open(`/browse/${key}`);
  const ladder = panel(story);
  await expect(ladder.getByText('Sorted as: moved something.')).toBeVisible();
  await expect(ladder.getByText('Half answered')).toHaveCount(0);
  await expect(ladder.getByRole('button', { name: 'Change the result' })).toHaveCount(0);
  expect(await accessibilityProblems(story.page)).toEqual([]);
  await ladder.getByRole('button', { name: 'Answer it' }).click();
  await expect(ladder.getByRole('radio', { name: /Move a goal/ })).toBeChecked();
});

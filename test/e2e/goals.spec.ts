// Readings on the tab Goals: who owns a goal adds and corrects them, everybody else reads them.
import { accessibilityProblems } from './support/accessibility';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const ADDRESS = '/projects/SHOP/ladder?tab=goals';
/** A goal of somebody who administers nothing. */
const METRIC = 'Wait for a product page on phones';

const articles = (story: Story) => story.surface('ladder-page').getByRole('article');
const goalOf = (story: Story) => articles(story).filter({ hasText: METRIC });

test(
  'the owner of a goal, who is no administrator, adds a reading and corrects it',
  BY_NIGHT,
  async ({ story }) => {
    await story.open(ADDRESS, { as: 'dev' });
    const page = story.surface('ladder-page');
    await expect(articles(story).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Add a reading/ })).toHaveCount(1);
    const goal = goalOf(story);
    await goal.getByRole('button', { name: `Add a reading of ${METRIC}` }).click();
    await goal.getByLabel('Day').fill('2026-11-03');
    await goal.getByRole('textbox', { name: /^Value/ }).fill('2.7');
    await goal.getByRole('button', { name: 'Save the reading' }).click();
    await expect(goal.getByText(/This day is still to come/)).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await goal.getByLabel('Day').fill('2026-11-01');
    await goal.getByRole('textbox', { name: /^Note/ }).fill('From the speed report');
    await goal.getByRole('button', { name: 'Save the reading' }).click();
    await expect(goal.getByText(/now 2\.7\ss \(Nov 1\)/)).toBeVisible();
    const row = goal.getByRole('row').filter({ hasText: 'From the speed report' });
    await expect(row).toContainText('Devon Builder');

    await row.getByRole('button', { name: 'Correct the reading of Nov 1, 2026' }).click();
    await goal.getByRole('textbox', { name: /^Value/ }).fill('2.6');
    await goal.getByRole('textbox', { name: /^Value/ }).press('Enter');
    await expect(row).toContainText(/corrected once: was 2\.7\ss/);
    expect(await accessibilityProblems(story.page)).toEqual([]);

    await row.getByRole('button', { name: /^Take back/ }).click();
    await expect(goal.getByText(/now 2\.6/)).toHaveCount(0);
    await goal.getByText('1 reading taken back').click();
    await goal.getByRole('button', { name: 'Put back the reading of Nov 1, 2026' }).click();
    await expect(goal.getByText(/now 2\.6\ss \(Nov 1\)/)).toBeVisible();
  },
);

test(
  'two windows that give a reading of one day: the second sees the first',
  BY_NIGHT,
  async ({ story, page, context }) => {
    await story.open(ADDRESS, { as: 'dev' });
    const other = await context.newPage();
    await other.goto(page.url());
    const first = goalOf(story);
    const second = other
      .frameLocator('.module[data-module="ladder-page"] iframe')
      .getByRole('article')
      .filter({ hasText: METRIC });
    for (const [goal, value] of [
      [first, '2.8'],
      [second, '2.5'],
    ] as const)
      await goal
        .getByRole('button', { name: /^Add a reading/ })
        .click()
        .then(() => goal.getByRole('textbox', { name: /^Value/ }).fill(value));
    await first.getByRole('button', { name: 'Save the reading' }).click();
    await expect(first.getByText(/now 2\.8/)).toBeVisible();
    await second.getByRole('button', { name: 'Save the reading' }).click();
    await expect(
      second.getByText('Somebody else changed the reading of Nov 2, 2026'),
    ).toBeVisible();
    await expect(second.getByText(/It is 2\.8\ss, by Devon Builder\./)).toBeVisible();
    await second.getByRole('button', { name: 'Save mine' }).click();
    await expect(second.getByText(/now 2\.5/)).toBeVisible();
    await expect(second.getByText(/corrected once: was 2\.8/)).toBeVisible();
  },
);

for (const theme of ['light', 'dark'] as const)
  test(
    `who may only look reads the readings and has nothing to press, in the ${theme} theme`,
    BY_NIGHT,
    async ({ story }) => {
      await story.open(ADDRESS, { as: 'viewer', theme });
      const goal = goalOf(story);
      await goal.getByText(/^All \d+ readings$/).click();
      await expect(goal.getByRole('cell', { name: 'Devon Builder' }).first()).toBeVisible();
      await expect(articles(story).getByRole('button')).toHaveCount(0);
      expect(await accessibilityProblems(story.page)).toEqual([]);
    },
  );

// A rule of the customer's automation: its form, its runs, and what the tab Goals shows of them.
import { problemsOfAll } from './support/accessibility';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const METRIC = 'Checkout conversion';

const rule = (story: Story) => story.page.getByRole('region', { name: 'Add a reading to a goal' });

test('a reading by automation shows in the line', BY_NIGHT, async ({ story }) => {
  await story.open('/automation', { as: 'po' });
  const form = story.surface('ladder-reading');
  await form.getByLabel('Project').fill('SHOP');
  // Nothing but keys from here to the button of the builder.
  await story.page.keyboard.press('Tab');
  const choice = form.getByRole('combobox', { name: 'Goal' });
  await expect(choice).toContainText(METRIC);
  await choice.selectOption({ label: METRIC });
  await choice.focus();
  await story.page.keyboard.press('Tab');
  await expect(form.getByRole('textbox', { name: 'Value' })).toBeFocused();
  await story.page.keyboard.type('soon');
  await rule(story).getByRole('button', { name: 'Next' }).click();
  await expect(form.getByText('Give a number such as 2.4, or a smart value.')).toBeVisible();
  expect(await problemsOfAll(story.page)).toEqual([]);
  await form.getByRole('textbox', { name: 'Value' }).fill('2.7');
  await form.getByRole('textbox', { name: /^Note/ }).fill('From the speed report');
  await rule(story).getByRole('button', { name: 'Next' }).click();
  await expect(rule(story).getByText('The form has given its inputs to the rule.')).toBeVisible();
  await expect(rule(story).getByRole('textbox', { name: 'Value' })).toHaveValue('2.7');
  await rule(story).getByRole('button', { name: 'Run the rule' }).click();
  await expect(story.page.getByText('The rule ran.')).toBeVisible();
  await expect(story.page.getByRole('row').filter({ hasText: '"change":"added"' })).toBeVisible();
  // The rule keeps what it was given; a second run changes nothing.
  await rule(story).getByRole('button', { name: 'Run the rule' }).click();
  await expect(
    story.page.getByRole('row').filter({ hasText: '"change":"unchanged"' }),
  ).toBeVisible();

  await story.open('/projects/SHOP/ladder?tab=goals', { as: 'viewer' });
  const goal = story.surface('ladder-page').getByRole('article').filter({ hasText: METRIC });
  await expect(goal.getByText(/now 2\.7\s% \(Nov 2\)/)).toBeVisible();
});

test('a rule without rights is told so in its audit log', BY_NIGHT, async ({ story }) => {
  await story.open('/automation', { as: 'viewer' });
  const typed = { Project: 'SHOP', Goal: METRIC, Value: '2.7' };
  for (const [name, value] of Object.entries(typed))
    await rule(story).getByRole('textbox', { name, exact: true }).fill(value);
  await rule(story).getByRole('button', { name: 'Run the rule' }).click();
  await expect(story.page.getByRole('row').filter({ hasText: 'failure' })).toContainText(
    'The owner of the goal and administrators of the project can add readings.',
  );
});

for (const theme of ['light', 'dark'] as const)
  test(`the page of a rule can be read by everybody, in the ${theme} theme`, async ({ story }) => {
    await story.open('/automation', { as: 'po', theme });
    await expect(story.surface('ladder-reading').getByLabel('Project')).toBeVisible();
    expect(await problemsOfAll(story.page)).toEqual([]);
  });

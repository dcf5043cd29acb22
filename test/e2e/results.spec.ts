// Results: from an answer to Done, to due, to moved; too early again and again; the meeting; two at once.
import { z } from 'zod';
import { accessibilityProblems } from './support/accessibility';
import { ask, itemsOf, propertyOf } from './support/jira';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const FINISHED = 'statusCategory = Done AND resolution = Done AND ladderState is EMPTY';
const FROM = '2026-07-01';
const EPICS =
  'project = SHOP AND issuetype = Epic AND status = "In Progress" AND ladderState is EMPTY';

const ladder = (story: Story) => story.surface('ladder-page');
const section = (story: Story, name: string) =>
  ladder(story).getByRole('region', { name, exact: true });
const openResults = (story: Story, view = '') =>
  story.open(`/projects/SHOP/ladder?tab=results${view}`);

/** An epic that nobody answered for, its finished children, and those of them inside the window. */
async function anEpic({ host }: Story): Promise<{ key: string; all: number; inside: number }> {
  for (const key of await itemsOf(host, EPICS)) {
    const all = `parent = ${key} AND ${FINISHED}`;
    const inside = await itemsOf(host, `${all} AND statusCategoryChangedDate >= "${FROM}"`);
    if (inside.length > 0)
      return { key, all: (await itemsOf(host, all)).length, inside: inside.length };
  }
  throw new Error('The demo has no unanswered epic with finished children.');
}

/** How many items moved it, as the first tab says. */
async function movedItems(story: Story): Promise<number> {
  await story.open(`/projects/SHOP/ladder?from=${FROM}&to=2026-11-22`);
  const link = ladder(story)
    .getByRole('link', { name: /^\d+ items that moved it,/ })
    .first();
  await expect(link).toBeVisible();
  return Number(await link.textContent());
}

test('a bet goes from an answer to Done, to due, to moved, and its children with it', async ({
  story,
  page,
}) => {
  const { key, all, inside } = await anEpic(story);
  const before = await movedItems(story);

  await test.step('it is answered and done', async () => {
    await story.open(`/browse/${key}`);
    const panel = story.surface('ladder-panel');
    await panel.getByRole('radio', { name: /Move a goal/ }).check();
    await panel.getByRole('radio', { name: /what they put in the basket/ }).check();
    await panel.getByRole('textbox', { name: 'By', exact: true }).fill('one page for all of it');
    await panel.getByRole('textbox', { name: /we expect/ }).fill('more orders to be finished');
    await panel.getByLabel('checked on').fill('2026-11-20');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(panel.getByText('✓ Saved')).toBeVisible();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Status' })).toContainText('Done');
  });

  await test.step('until its date it waits', async () => {
    await openResults(story);
    await expect(section(story, 'Waiting')).toContainText(key);
    await expect(section(story, 'Due')).not.toContainText(key);
  });

  story.wait(20);

  await test.step('a reading shows it', async () => {
    await story.open('/projects/SHOP/ladder?tab=goals', { as: 'admin' });
    const goal = ladder(story).getByRole('article').filter({ hasText: 'basket' }).first();
    await goal.getByRole('button', { name: /^Add a reading/ }).click();
    await goal.getByLabel('Value').fill('2.5');
    await goal.getByRole('button', { name: 'Save the reading' }).click();
    await expect(goal.getByText(/Nov 22, 2026/).first()).toBeVisible();
  });

  await test.step('it is due, and moved by that reading', async () => {
    await openResults(story);
    await section(story, 'Due')
      .getByRole('button', { name: `Give the result of ${key}`, exact: true })
      .click();
    const due = section(story, 'Due');
    await expect(due.getByRole('listitem').filter({ hasText: key })).toContainText(`${all} item`);
    await due.getByRole('radio', { name: /^Moved/ }).check();
    await expect(due.getByText(/counts as measured/)).toBeVisible();
    await due.getByLabel(/^Note/).fill('Two weeks after the change');
    expect(await accessibilityProblems(page)).toEqual([]);
    await due.getByRole('button', { name: 'Save the result' }).click();
    const row = section(story, 'Given').getByRole('listitem').filter({ hasText: key });
    await expect(row).toContainText('Moved, measured on Nov 22, 2026');
    await expect(row).toContainText('by Petra Owner');
    expect(await propertyOf(story.host, key, 'ladder-result')).toMatchObject({
      result: 'moved',
      evidence: 'measured',
    });
  });

  await test.step('its children count as moved', async () => {
    expect(await movedItems(story)).toBe(before + inside);
  });
});

test('too early three times, and it says so', BY_NIGHT, async ({ story }) => {
  await openResults(story);
  const first = section(story, 'Due').getByRole('button', { name: /^Give the result of/ });
  const name = (await first.first().getAttribute('aria-label')) ?? '';
  const key = name.replace('Give the result of ', '');
  for (const days of [15, 15, 0]) {
    await section(story, 'Due').getByRole('button', { name, exact: true }).click();
    await section(story, 'Due')
      .getByRole('radio', { name: /^Too early/ })
      .check();
    await section(story, 'Due').getByRole('button', { name: 'In 2 weeks' }).click();
    await section(story, 'Due').getByRole('button', { name: 'Save the date' }).click();
    await expect(section(story, 'Waiting')).toContainText(key);
    if (days === 0) break;
    story.wait(days);
    await openResults(story);
  }
  const row = section(story, 'Waiting').getByRole('listitem').filter({ hasText: key });
  await expect(row).toContainText('Postponed 3 times');
  await row.getByText('3 earlier entries').click();
  await expect(row).toContainText('by Petra Owner');
});

test('a meeting by keyboard ends with minutes', async ({ story, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openResults(story, '&view=meeting');
  const surface = ladder(story);
  await expect(surface.getByText(/^1 of \d+$/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('2');
  await expect(surface.getByRole('radio', { name: /^Didn’t move/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(surface.getByText(/^2 of \d+$/)).toBeVisible();
  await page.keyboard.press('n');
  await expect(surface.getByText(/^3 of \d+$/)).toBeVisible();
  await surface.getByRole('button', { name: 'See what was said' }).click();
  await expect(surface.getByText(/^Results of SHOP, Nov 2, 2026/)).toContainText('Didn’t move');
  const downloading = page.waitForEvent('download');
  await surface.getByRole('button', { name: 'Download CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('results-SHOP-2026-11-02.csv');
  await surface.getByRole('button', { name: 'Back to the list' }).click();
  await expect(section(story, 'Given')).toContainText('Didn’t move, ');
});

test(
  'of two who answer at once the second sees the first',
  BY_NIGHT,
  async ({ story, page, context }) => {
    await openResults(story);
    const button = section(story, 'Due')
      .getByRole('button', { name: /^Give the result of/ })
      .first();
    const name = (await button.getAttribute('aria-label')) ?? '';
    const other = await context.newPage();
    await other.goto(page.url());
    const theirs = other
      .frameLocator('.module[data-module="ladder-page"] iframe')
      .getByRole('region', { name: 'Due', exact: true });
    await theirs.getByRole('button', { name, exact: true }).click();
    await section(story, 'Due').getByRole('button', { name, exact: true }).click();
    await theirs.getByRole('radio', { name: /^Can’t tell/ }).check();
    await theirs.getByLabel(/^Note/).fill('Too many things at once');
    await theirs.getByRole('button', { name: 'Save the result' }).click();
    await expect(theirs.getByRole('button', { name, exact: true })).toBeHidden();
    const mine = section(story, 'Due');
    await mine.getByRole('radio', { name: /^Didn’t move/ }).check();
    await mine.getByRole('button', { name: 'Save the result' }).click();
    await expect(mine.getByText('Petra Owner said “Can’t tell”')).toBeVisible();
    await expect(mine.getByText('Too many things at once')).toBeVisible();
    await mine.getByRole('button', { name: 'Save mine' }).click();
    await expect(section(story, 'Given')).toContainText('Didn’t move');
  },
);

test('who may only look sees the lists and whom to ask', BY_NIGHT, async ({ story }) => {
  await story.open('/projects/SHOP/ladder?tab=results', { as: 'viewer' });
  await expect(
    section(story, 'Due')
      .getByText(/may edit or transition this item/)
      .first(),
  ).toBeVisible();
  await expect(section(story, 'Due').getByRole('button', { name: /^Give the result/ })).toHaveCount(
    0,
  );
});

const shown = z.object({
  fields: z.object({
    project: z.object({ id: z.string() }),
    status: z.object({ id: z.string() }),
  }),
});

test(
  'a result on a closed item is kept, said to be not written, and written later',
  BY_NIGHT,
  async ({ story, page }) => {
    const { site } = story.host.jira;
    await openResults(story);
    const give = section(story, 'Due').getByRole('button', { name: /^Give the result of/ });
    const name = (await give.first().getAttribute('aria-label')) ?? '';
    const key = name.replace('Give the result of ', '');
    const { fields } = shown.parse(await ask(story.host, `/rest/api/3/issue/${key}`));
    const close = (rules: Record<string, string>) =>
      site.setStatusProperties(fields.project.id, fields.status.id, rules);
    close({ 'jira.issue.editable': 'false' });
    const row = section(story, 'Given').getByRole('listitem').filter({ hasText: key });

    await test.step('it is kept where Jira does not take it', async () => {
      await section(story, 'Due').getByRole('button', { name, exact: true }).click();
      await section(story, 'Due')
        .getByRole('radio', { name: /^Can’t tell/ })
        .check();
      await section(story, 'Due').getByRole('button', { name: 'Save the result' }).click();
      await expect(row).toContainText('Jira has not taken it onto the item');
      await expect(ladder(story).getByText('Not written to Jira: 1')).toBeVisible();
    });

    await test.step('it stands as given on the next day, too', async () => {
      await openResults(story);
      await expect(row).toContainText('Can’t tell');
      await expect(section(story, 'Due')).not.toContainText(key);
      const [list] = await Promise.all([
        page.context().waitForEvent('page'),
        ladder(story).getByRole('button', { name: 'Open them in Jira' }).click(),
      ]);
      expect(decodeURIComponent(list.url())).toContain(key);
      await list.close();
    });

    await test.step('an admin writes it once the item can be changed', async () => {
      close({});
      await story.open('/projects/SHOP/ladder?tab=results', { as: 'admin' });
      await ladder(story).getByRole('button', { name: 'Try again now' }).click();
      await expect(ladder(story).getByText(/Written to Jira: 1/)).toBeVisible();
      expect(await propertyOf(story.host, key, 'ladder-result')).toMatchObject({
        result: 'unclear',
      });
    });
  },
);

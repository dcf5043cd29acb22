// Deciding about what lingers, on the demo shop: by keyboard, applied as the decider, taken back.
import { z } from 'zod';
import { accessibilityProblems } from './support/accessibility';
import { ask, itemsOf } from './support/jira';
import { expect, test, type Story } from './support/story';

const ADDRESS = '/projects/SHOP/ladder?tab=kill';
const ladder = (story: Story) => story.surface('ladder-page');
const rows = (story: Story) => ladder(story).locator('[data-kill-row]');
const applying = (story: Story) =>
  ladder(story).getByRole('region', { name: 'Applying decisions' });

/** Two nights with the grace between them: what was warned is on the list. */
async function openList(story: Story): Promise<void> {
  await story.scan();
  story.wait(15);
  await story.scan();
  await story.page.setViewportSize({ width: 1280, height: 5000 });
  await story.open(ADDRESS);
  await expect(rows(story).first()).toBeVisible();
}

const drafted = (story: Story) =>
  ladder(story).getByRole('list', { name: 'Decisions that are not applied yet' });

/** Keys alone: what is decided, the first of the usual reasons, and done. The agenda fills up. */
async function decide(story: Story, kinds: string): Promise<void> {
  await rows(story).first().getByRole('button').first().focus();
  for (const [index, kind] of [...kinds].entries()) {
    await story.page.keyboard.press(kind);
    await story.page.keyboard.press('1');
    await story.page.keyboard.press('Enter');
    await expect(drafted(story).getByRole('listitem')).toHaveCount(index + 1);
  }
}

const issue = z.object({
  id: z.string(),
  fields: z.object({
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    comment: z.object({
      comments: z.array(z.object({ author: z.object({ displayName: z.string() }) })),
    }),
  }),
  changelog: z.object({
    histories: z.array(
      z.object({
        author: z.object({ displayName: z.string() }).optional(),
        items: z.array(z.object({ field: z.string() })),
      }),
    ),
  }),
});

const read = async ({ host }: Story, key: string) =>
  issue.parse(await ask(host, `/rest/api/3/issue/${key}?fields=status,comment&expand=changelog`));

test('nine are decided by keyboard, one is undone, one fails and is tried again, one is taken back', async ({
  story,
}) => {
  await openList(story);
  const page = ladder(story);
  // The agenda with the age of each beside the pace, and how many there are.
  await expect(page.getByText(/^On the list since/)).toHaveCount(15);
  await expect(page.getByText(/^Open \d+ days; half of what this team finishes/)).toHaveCount(15);
  await expect(page.getByText(/^Behind it: \d+ more/)).toBeVisible();
  const candidates = page.locator('a[href*="/issues/?jql="]').first();
  const { searchParams } = new URL((await candidates.getAttribute('href')) ?? '');
  expect(await itemsOf(story.host, searchParams.get('jql') ?? '', 1000)).toHaveLength(
    Number(await candidates.textContent()),
  );
  await decide(story, 'kkkkppepk');
  await expect(page.getByRole('button', { name: 'Apply 9' })).toBeVisible();
  await drafted(story).getByRole('button').last().click();
  await page.getByRole('button', { name: 'Apply 8' }).click();
  const list = applying(story).getByRole('list', { name: 'What will happen, item by item' });
  await expect(list.getByText("Goes to Won't Do, resolution Won't Do").first()).toBeVisible();
  const killed = await list
    .getByRole('listitem')
    .filter({ hasText: 'Goes to' })
    .locator('span span')
    .first()
    .textContent();
  const key = killed?.trim() ?? '';
  const { id } = await read(story, key);
  story.host.faults.set({
    rules: [
      {
        match: {
          principal: 'browser',
          method: 'POST',
          route: `/rest/api/3/issue/${id}/transitions`,
        },
        fault: 'F2',
        times: null,
      },
    ],
  });
  story.problems.expect(/503/);
  await page.getByRole('button', { name: 'Apply 8 now' }).click();
  await expect(applying(story).getByText('7 applied, 1 to be tried again')).toBeVisible({
    timeout: 30_000,
  });
  expect((await read(story, key)).fields.status.statusCategory.key).not.toBe('done');
  story.host.faults.clear();
  expect(await accessibilityProblems(story.page)).toEqual([]);
  // Closing the page forgets nothing.
  await story.page.reload();
  await applying(story).getByRole('button', { name: 'Try 1 again' }).click();
  await expect(applying(story).getByText('8 applied')).toBeVisible({ timeout: 30_000 });
  const closed = await read(story, key);
  expect(closed.fields.status.statusCategory.key).toBe('done');
  expect(closed.fields.comment.comments).toHaveLength(1);
  const [newest] = closed.changelog.histories;
  expect(newest?.author?.displayName).toBe(closed.fields.comment.comments[0]?.author.displayName);
  expect(newest?.items.map(({ field }) => field)).toContain('status');
  // The record knows it, and takes it back: Jira has the item where it was.
  await page.getByRole('button', { name: 'Decided', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Decided' })).toContainText(key);
  await page.getByLabel('Decision', { exact: true }).selectOption('Kill');
  await expect(page.getByRole('table', { name: 'Decided' }).getByRole('row')).toHaveCount(5);
  expect(await accessibilityProblems(story.page)).toEqual([]);
  await page.getByRole('button', { name: `Take ${key} back` }).click();
  const back = page.getByRole('region', { name: 'Taking back 1 decision' });
  await expect(back.getByText('Taken back')).toBeVisible({ timeout: 30_000 });
  expect((await read(story, key)).fields.status.statusCategory.key).not.toBe('done');
  await page.getByRole('button', { name: 'Who did what' }).click();
  await expect(page.getByRole('table', { name: 'Who did what' })).toContainText(
    'Decision taken back',
  );
});

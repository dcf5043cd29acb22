// Streams as an admin saves them, and what is said when a condition breaks later.
import { z } from 'zod';
import { accessibilityProblems } from './support/accessibility';
import { ask } from './support/jira';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const settings = (story: Story) => story.surface('ladder-settings');
const project = (story: Story) => story.surface('ladder-page');

const CLAUSES = [
  ['Checkout', 'component = Checkout AND labels = web'],
  ['Search', 'component = Search OR summary ~ search'],
] as const;

async function saveStreams(story: Story): Promise<void> {
  await story.open('/projects/SHOP/settings/ladder', { as: 'admin' });
  const streams = settings(story).getByRole('region', { name: 'Streams' });
  for (const [name, clause] of CLAUSES) {
    await streams.getByRole('button', { name: 'Add a stream' }).click();
    await streams.getByLabel('Name', { exact: true }).last().fill(name);
    await streams.getByLabel('Which items belong to it (JQL)').last().fill(clause);
  }
  await expect(streams.getByText(/open item/).first()).toBeVisible();
  await streams.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(streams.getByText('✓ Saved')).toBeVisible();
}

const components = z.array(z.object({ id: z.string(), name: z.string() }));

/** An administrator deletes it in Jira: in all projects, because a condition means each by its name. */
async function deleteComponent({ host }: Story, name: string): Promise<void> {
  for (const { id: projectId } of host.jira.site.projects()) {
    const all = await ask(host, `/rest/api/3/project/${projectId}/components`);
    for (const one of components.parse(all))
      if (one.name === name)
        await ask(host, `/rest/api/3/component/${one.id}`, { method: 'DELETE' });
  }
  host.jira.settle();
}

test('a stream clause breaks and says so, and the other rows stay', BY_NIGHT, async ({ story }) => {
  await saveStreams(story);
  await deleteComponent(story, 'Search');
  await story.open('/projects/SHOP/ladder?tab=outcome');
  const page = project(story);
  await page.getByRole('heading', { name: 'Streams' }).scrollIntoViewIfNeeded();
  const broken = page.getByRole('row', { name: /^Search/ });
  await expect(broken.getByText(/no longer takes its condition/)).toBeVisible();
  const other = page.getByRole('row', { name: /^Checkout/ }).first();
  await expect(other.getByRole('link').first()).toBeVisible();
  expect(await accessibilityProblems(story.page)).toEqual([]);

  // The settings say it at the place, with Jira's sentence.
  await story.open('/projects/SHOP/settings/ladder', { as: 'admin' });
  const index = settings(story).getByRole('navigation', { name: 'On this page' });
  const streams = settings(story).getByRole('region', { name: 'Streams' });
  await index.getByRole('link', { name: 'Streams' }).click();
  await expect(streams).toBeInViewport();
  const row = streams.getByRole('group', { name: 'Search' });
  await expect(row.getByText(/Jira does not take this condition: .*'Search'/)).toBeVisible();
  await expect(row.getByText(/This worked when it was saved/)).toBeVisible();
  await expect(row.getByLabel('Which items belong to it (JQL)')).toHaveValue(CLAUSES[1][1]);
});

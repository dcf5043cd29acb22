// A project's data goes out, away and in again, in a browser, and everything is as before.
import { readFileSync } from 'node:fs';
import { accessibilityProblems } from './support/accessibility';
import { ask } from './support/jira';
import { picture } from './support/picture';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const SETTINGS = '/projects/SHOP/settings/ladder';
const KEYS = ['answer', 'flag', 'result', 'decision', 'pass'].map((name) => `ladder-${name}`);

/** What Jira shows of Ladder on all items of the project, by id. */
async function shown(story: Story): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  let nextPageToken: string | undefined;
  do {
    const body = JSON.stringify({
      jql: 'project = SHOP ORDER BY created ASC',
      properties: KEYS,
      maxResults: 100,
      nextPageToken,
    });
    const page = (await ask(story.host, '/rest/api/3/search/jql', { method: 'POST', body })) as {
      issues: { id: string; properties?: Record<string, unknown> }[];
      nextPageToken?: string;
    };
    for (const { id, properties } of page.issues) all[id] = properties ?? {};
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return all;
}

/** Rows of an exported file, without its first line and without the acts of this very work. */
const rowsOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => !line.includes('"kind":"data.'));

async function exported(story: Story): Promise<string> {
  const page = story.surface('ladder-settings');
  const download = story.page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  return (await download).path();
}

test('export, erase, import: everything is as before', async ({ story }) => {
  test.slow();
  await story.open(SETTINGS, { as: 'admin' });
  const page = story.surface('ladder-settings');
  const data = page.getByRole('region', { name: 'Data', exact: true });
  await page.getByText('What is kept where').click();
  await expect(
    data.getByRole('row', { name: /Answers and flags.*as you see the project/ }),
  ).toBeVisible();
  expect(await accessibilityProblems(story.page)).toEqual([]);
  const before = await shown(story);
  const file = await exported(story);
  expect(rowsOf(file).length).toBeGreaterThan(50);

  const erase = data.getByRole('button', { name: 'Erase everything' });
  await expect(erase).toBeDisabled();
  await data.getByRole('textbox', { name: 'Type SHOP to erase' }).fill('SHOP');
  await picture('settings-data', data);
  await erase.click();
  await expect(data.getByText(/Everything is erased/)).toBeVisible({ timeout: 60_000 });
  const bare = await shown(story);
  expect(Object.values(bare).filter((one) => Object.keys(one as object).length > 0)).toEqual([]);

  await story.page.reload();
  await page.getByLabel('File').setInputFiles(file);
  await expect(data.getByRole('table', { name: 'What would happen' })).toBeVisible({
    timeout: 60_000,
  });
  await picture('settings-data-import', data);
  await data.getByRole('button', { name: /^Take .* in$/ }).click();
  await expect(data.getByText(/^The file is in:/)).toBeVisible({ timeout: 120_000 });
  expect(await accessibilityProblems(story.page)).toEqual([]);
  await expect(data.getByRole('list', { name: 'Not taken' })).toHaveCount(0);
  expect(await shown(story)).toEqual(before);
  expect(rowsOf(await exported(story))).toEqual(rowsOf(file));
});

test('a file that is none is refused with a sentence', BY_NIGHT, async ({ story }) => {
  await story.open(SETTINGS, { as: 'admin' });
  const page = story.surface('ladder-settings');
  await page.getByLabel('File').setInputFiles({
    name: 'issues.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Issue key,Summary\nSHOP-1,x\n'),
  });
  await expect(page.getByText('This is not a file that Ladder has exported.')).toBeVisible();
});

// Streams as an admin saves them, and what is said when a condition breaks later.
import { accessibilityProblems } from './support/accessibility';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const settings = (story: Story) => story.surface('ladder-settings');
const project = (story: Story) => story.surface('ladder-page');

async function saveStreams(story: Story): Promise<void> {
  await story.open('/projects/SHOP/settings/ladder', { as: 'admin' });
  const streams = settings(story).getByRole('region', { name: 'Streams' });
  for (const [name, clause] of [
    ['Checkout', 'component = Checkout'],
    ['Gone', 'labels = web AND sprint in openSprints()'],
  ] as const) {
    await streams.getByRole('button', { name: 'Add a stream' }).click();
    await streams.getByLabel('Name', { exact: true }).last().fill(name);
    await streams.getByLabel('Which items belong to it (JQL)').last().fill(clause);
  }
  await expect(streams.getByText(/open item/).first()).toBeVisible();
  await streams.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(streams.getByText('✓ Saved')).toBeVisible();
}

test('a stream clause breaks and says so, and the other rows stay', BY_NIGHT, async ({ story }) => {
  await saveStreams(story);
  // Jira takes it from nobody any more, as when its field is gone.
  await story.page.route('**/__host/bridge/product', async (route) => {
    const asked = route.request().postData() ?? '';
    if (!asked.includes('/jql/parse') || !asked.includes('openSprints')) return route.continue();
    const queries = [{ query: '' }, { query: '', errors: ["Field 'sprint' does not exist."] }];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ queries });
    const value = { status: 200, headers, body, statusText: '', isAttachment: false };
    return route.fulfill({ json: { value } });
  });
  await story.open('/projects/SHOP/ladder?tab=outcome');
  const page = project(story);
  await page.getByRole('heading', { name: 'Streams' }).scrollIntoViewIfNeeded();
  const broken = page.getByRole('row', { name: /^Gone/ });
  await expect(broken.getByText(/no longer takes its condition/)).toBeVisible();
  await expect(
    page
      .getByRole('row', { name: /^Checkout/ })
      .first()
      .getByRole('link')
      .first(),
  ).toBeVisible();
  expect(await accessibilityProblems(story.page)).toEqual([]);
});

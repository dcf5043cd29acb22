// The project page on the demo shop: numbers that open their lists, views that can be shared.
import { z } from 'zod';
import { accessibilityProblems } from './support/accessibility';
import { BY_NIGHT, expect, type Story, test, type User } from './support/story';

const ADDRESS = '/projects/SHOP/ladder';
const ladder = (story: Story) => story.surface('ladder-page');

async function countAs(story: Story, user: User, jql: string): Promise<number> {
  const answer = await fetch(`${story.host.url}/rest/api/3/search/approximate-count`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${user}:any`).toString('base64')}`,
    },
    body: JSON.stringify({ jql }),
  });
  return z.object({ count: z.number() }).parse(await answer.json()).count;
}

/** The numbers of the tab that is shown, each with the search it opens. */
const numbersOf = (story: Story) =>
  ladder(story)
    .locator('a[href*="/issues/?jql="]')
    .evaluateAll((links) =>
      links.map((link) => ({
        text: link.textContent ?? '',
        jql: new URL(link.getAttribute('href') ?? '').searchParams.get('jql') ?? '',
      })),
    );

// By day as the user who does not see everything.
for (const [user, when] of [
  ['viewer', {}],
  ['admin', BY_NIGHT],
] as const)
  test(`each number that ${user} sees is what its list holds`, when, async ({ story }) => {
    for (const view of ['', '?tab=backlog', '?from=2026-03-01&to=2026-06-30', '?type=10001']) {
      await story.open(`${ADDRESS}${view}`, { as: user });
      const page = ladder(story);
      const last = view === '?tab=backlog' ? /items without an answer, opens/ : /items not sorted/;
      await expect(page.getByRole('link', { name: last })).toBeVisible();
      await expect(page.getByRole('link', { name: /open items that are asked/ })).toBeVisible();
      const numbers = await numbersOf(story);
      expect(numbers.length).toBeGreaterThan(3);
      for (const { text, jql } of numbers)
        expect(await countAs(story, user, jql), jql).toBe(Number(text));
    }
  });

test('tab and window are in the address, and going back brings the view back', async ({
  story,
}) => {
  await story.open(ADDRESS);
  const page = ladder(story);
  await page.getByRole('button', { name: 'Last 90 days' }).click();
  await expect(page.getByText('In the last 90 days you shipped')).toBeVisible();
  await expect(story.page).toHaveURL(/from=2026-08-05&to=2026-11-02/);
  await page.getByRole('tab', { name: 'Goals' }).click();
  await expect(page.getByRole('heading', { name: /What winning looks like/ })).toBeVisible();
  await expect(story.page).toHaveURL(/tab=goals/);
  await story.page.goBack();
  await expect(page.getByText('In the last 90 days you shipped')).toBeVisible();
  await story.page.reload();
  await expect(page.getByText('In the last 90 days you shipped')).toBeVisible();
});

test(
  'months open as a window, by keyboard, and each number of their table opens its list',
  BY_NIGHT,
  async ({ story }) => {
    await story.open(ADDRESS);
    const page = ladder(story);
    const months = page.getByRole('group', { name: 'Periods' });
    const october = months.getByRole('button', { name: /^October 2026/ });
    await october.scrollIntoViewIfNeeded();
    await page.getByText('The same as a table').click();
    const table = page.getByRole('table', { name: 'Month by month' });
    await expect(table.getByRole('link').first()).toBeVisible();
    await october.focus();
    await story.page.keyboard.press('ArrowLeft');
    await expect(page.getByText(/^September 2026: \d+ items/)).toBeVisible();
    await story.page.keyboard.press('Enter');
    await expect(story.page).toHaveURL(/from=2026-09-01&to=2026-09-30/);
    await expect(page.getByText('From Sep 1, 2026 to Sep 30, 2026 you shipped')).toBeVisible();
  },
);

test('filters are in the address, and an unknown one is named', BY_NIGHT, async ({ story }) => {
  await story.open(`${ADDRESS}?goal=gone`);
  const page = ladder(story);
  await expect(page.getByText(/The goal “gone” in the address/)).toBeVisible();
  await page.getByLabel('Type').selectOption({ index: 1 });
  await expect(story.page).toHaveURL(/type=\d+/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(story.page).not.toHaveURL(/type=/);
});

test('numbers and items are saved as files', BY_NIGHT, async ({ story }) => {
  await story.open(ADDRESS);
  const page = ladder(story);
  for (const name of ['Numbers as CSV', 'Items as CSV']) {
    const download = story.page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect((await download).suggestedFilename()).toMatch(/^ladder-SHOP-.*\.csv$/);
  }
});

test('the page can be walked through by keyboard alone', async ({ story }) => {
  await story.open(ADDRESS);
  const page = ladder(story);
  await expect(page.getByRole('link', { name: /items shipped/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Outcome vs output' }).focus();
  await story.page.keyboard.press('ArrowRight');
  await expect(page.getByText(/of the open backlog answers the question/)).toBeVisible();
  await story.page.keyboard.press('ArrowLeft');
  // What is left to begin with stands above the filters.
  await expect(page.getByRole('button', { name: 'Sort 40' })).toBeVisible();
  await story.page.keyboard.press('Tab');
  await story.page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Sort 40' })).toBeFocused();
  await story.page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Last 90 days' })).toBeFocused();
  await story.page.keyboard.press('Enter');
  await expect(page.getByText('In the last 90 days you shipped')).toBeVisible();
});

test(
  'a number that Jira does not give is told in its place and comes when tried again',
  BY_NIGHT,
  async ({ story }) => {
    let broken = true;
    await story.page.route('**/__host/bridge/product', async (route) => {
      const body = route.request().postData() ?? '';
      const hit = body.includes('/search/jql') && body.includes('statusCategoryChangedDate');
      if (!broken || !hit) return route.continue();
      const value = { status: 503, headers: {}, body: '{}', statusText: '', isAttachment: false };
      return route.fulfill({ json: { value } });
    });
    await story.open(ADDRESS);
    const page = ladder(story);
    const again = page.getByRole('button', { name: 'Try again to count: items shipped' });
    await expect(again).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    broken = false;
    await again.click();
    await expect(page.getByRole('link', { name: /items shipped/ })).toBeVisible();
  },
);

for (const theme of ['light', 'dark'] as const)
  test(`every tab can be read by everybody in the ${theme} theme`, async ({ story }) => {
    const page = ladder(story);
    const seen = {
      'Outcome vs output': 'Outcome : output',
      Backlog: 'All that are asked',
      Results: /^With \d+ results the true rate/,
      'Kill list': /wait for a decision/,
      Goals: /What winning looks like/,
    };
    await story.open(ADDRESS, { theme });
    for (const [tab, text] of Object.entries(seen)) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expect(page.getByText(text)).toBeVisible();
      expect(await accessibilityProblems(story.page), tab).toEqual([]);
    }
  });

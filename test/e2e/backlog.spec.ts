// The upper half of the Backlog tab on the demo shop: the coverage, the epics that lift it, sprints.
import type { Locator } from '@playwright/test';
import { ask, itemsOf, propertyOf } from './support/jira';
import { BY_NIGHT, expect, test, type Story, type User } from './support/story';

const ADDRESS = '/projects/SHOP/ladder?tab=backlog';

const ladder = (story: Story) => story.surface('ladder-page');
const part = (story: Story, title: string) =>
  ladder(story).getByRole('region', { name: title, exact: true });
const rows = (story: Story) =>
  ladder(story)
    .getByRole('list', { name: /would answer for most/ })
    .locator('[data-cover-row]');
/** Stands in a row once it is answered; "covers 13 open items" stands there before. */
const openItem = (row: Locator) => row.getByRole('link', { name: 'Open item', exact: true });
const lever = (story: Story) => ladder(story).getByText(/^Answer (these|this)/);

/** Opens the tab in a window that is tall enough for its upper half. */
async function openTab(story: Story, as: User = 'po') {
  await story.page.setViewportSize({ width: 1280, height: 2600 });
  await story.open(ADDRESS, { as });
  await expect(lever(story)).toBeVisible();
}

/** How many items a user finds. */
async function countAs(story: Story, user: User, jql: string): Promise<number> {
  const answer = await fetch(`${story.host.url}/rest/api/3/search/approximate-count`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${user}:any`).toString('base64')}`,
    },
    body: JSON.stringify({ jql }),
  });
  return ((await answer.json()) as { count: number }).count;
}

/** A number of the tab by what it is of: its value and the search it opens. */
async function number(story: Story, name: RegExp): Promise<{ value: number; jql: string }> {
  const link = ladder(story).getByRole('link', { name });
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  return {
    value: Number(await link.textContent()),
    jql: new URL(href).searchParams.get('jql') ?? '',
  };
}

const byParent = (story: Story) => number(story, /open items answered by their parent/);
const without = (story: Story) => number(story, /open items without an answer/);
const half = (story: Story) => number(story, /open items with half an answer/);

test(
  'an epic that is answered by keys alone lifts the coverage by exactly its children',
  BY_NIGHT,
  async ({ story }) => {
    await openTab(story);
    const before = await byParent(story);
    const waiting = (await without(story)).value + (await half(story)).value;
    const first = rows(story).first();
    const covers = Number(
      await first.getByRole('link', { name: /would answer for/ }).textContent(),
    );
    expect(covers).toBeGreaterThan(5);
    await first.getByRole('button').first().focus();
    await story.page.keyboard.press('1');
    await expect(first.getByLabel('we expect')).toBeFocused();
    await story.page.keyboard.type('fewer people to leave at the last step');
    await story.page.keyboard.press('Enter');
    await expect(openItem(first)).toBeFocused();
    await expect(first).toContainText(`Covers ${covers} items now`);
    const risen = await byParent(story);
    expect(risen.value).toBe(before.value + covers);
    expect((await without(story)).value + (await half(story)).value).toBe(waiting - covers);
    expect(await countAs(story, 'po', risen.jql)).toBe(risen.value);
    const share = await ladder(story)
      .getByText(/^\d+% of the open backlog answers/)
      .textContent();

    await ladder(story).getByRole('button', { name: 'Count again' }).click();
    await expect(ladder(story).getByText(/answer was given here/)).toHaveCount(0);
    await expect(ladder(story).getByText(share ?? '', { exact: true })).toBeVisible();
    expect((await byParent(story)).value).toBe(risen.value);
    await story.page.reload();
    expect((await byParent(story)).value).toBe(risen.value);
  },
);

test('the answer stands on the epic, and its children show it', BY_NIGHT, async ({ story }) => {
  await openTab(story);
  const first = rows(story).first();
  const key = /[A-Z]+-\d+/.exec((await first.textContent()) ?? '')?.[0] ?? '';
  const children = await itemsOf(story.host, `parent = ${key} AND ladderState is EMPTY`, 1);
  await first
    .getByRole('button', { name: /serves:/ })
    .first()
    .click();
  await first.getByLabel('By', { exact: true }).fill('asking for the address once');
  await story.page.keyboard.press('Tab');
  await story.page.keyboard.type('fewer people to leave');
  await story.page.keyboard.press('Control+Enter');
  await expect(openItem(first)).toBeVisible();
  expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({
    why: 'move',
    state: 'answered',
    by: 'asking for the address once',
    expect: 'fewer people to leave',
  });
  await story.open(`/browse/${children[0] ?? ''}`);
  await expect(story.surface('ladder-panel').getByText(`Answered from ${key}`)).toBeVisible();
});

test(
  'a row is kept running by a key, and the next one is a key away',
  BY_NIGHT,
  async ({ story }) => {
    await openTab(story);
    const run = await number(story, /open items that keep it running/);
    const second = rows(story).nth(1);
    const covers = Number(await second.getByRole('link', { name: /would answer/ }).textContent());
    await rows(story).first().getByRole('button').first().focus();
    await story.page.keyboard.press('j');
    await story.page.keyboard.press('r');
    await expect(second.getByText(`Keep ${covers} items running?`)).toBeVisible();
    await story.page.keyboard.press('Enter');
    await expect(openItem(second)).toBeVisible();
    expect((await number(story, /open items that keep it running/)).value).toBe(run.value + covers);
  },
);

test('who may not edit is told so, and is offered no answer', BY_NIGHT, async ({ story }) => {
  await openTab(story, 'viewer');
  await expect(rows(story).first()).toBeVisible();
  const page = story.surface('ladder-page');
  await expect(page.getByText('Answering needs the right to edit')).toBeVisible();
  await expect(rows(story).getByRole('button')).toHaveCount(0);
});

for (const user of ['viewer', 'admin'] as const)
  test(
    `what ${user} sees of sprints and work in progress are lists of that many items`,
    BY_NIGHT,
    async ({ story }) => {
      await openTab(story, user);
      for (const title of ['Sprints', 'In progress now']) {
        const links = part(story, title).locator('a[href*="/issues/?jql="]');
        await expect(links.first()).toBeVisible();
        await expect(part(story, title).locator('[aria-hidden="true"]')).toHaveCount(0);
        const found = await links.evaluateAll((all) =>
          all.map((link) => ({
            value: Number(link.textContent),
            jql: new URL(link.getAttribute('href') ?? '').searchParams.get('jql') ?? '',
          })),
        );
        expect(found.length).toBeGreaterThanOrEqual(5);
        for (const { value, jql } of found)
          expect(await countAs(story, user, jql), jql).toBe(value);
      }
      await expect(part(story, 'Sprints').getByText(/under way/)).toBeVisible();
    },
  );

test(
  'what somebody let start is listed with its reason and who let it start',
  BY_NIGHT,
  async ({ story }) => {
    const [key = ''] = await itemsOf(
      story.host,
      'project = SHOP AND issuetype in standardIssueTypes() AND statusCategory = "To Do" AND ladderState is EMPTY',
      1,
    );
    const issue = (await ask(story.host, `/rest/api/3/issue/${key}?fields=summary`)) as {
      id: string;
    };
    const answer = await fetch(`${story.host.url}/local/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        as: 'dev',
        module: 'ladder-panel',
        procedure: 'start.anyway',
        payload: { itemId: issue.id, reason: 'The shop is down' },
        context: { issueKey: key },
      }),
    });
    expect(await answer.json()).toMatchObject({ ok: true });
    await openTab(story);
    const row = part(story, 'In progress now').getByRole('row', { name: new RegExp(`^${key}`) });
    await expect(row).toContainText('The shop is down');
    await expect(row).toContainText('holds until Nov 9, 2026');
    await expect(row).not.toContainText('not known');
  },
);

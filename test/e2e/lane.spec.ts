// The lower half of the Backlog tab on the demo shop: answers for many items, and the order of a goal;
// and the whole of it as everybody can read it.
import { accessibilityProblems } from './support/accessibility';
import { ask, itemsOf, propertyOf, setProperty } from './support/jira';
import { BY_NIGHT, expect, test, type Story, type User } from './support/story';

const ADDRESS = '/projects/SHOP/ladder?tab=backlog';
const OPEN = 'project = SHOP AND issuetype in standardIssueTypes() AND statusCategory != Done';
const RUNNING = `${OPEN} AND ladderState = answered AND ladderWhy = run`;

const ladder = (story: Story) => story.surface('ladder-page');
const laneOf = (story: Story) =>
  ladder(story).getByRole('region', { name: 'Without an answer', exact: true });
const runOf = (story: Story) => ladder(story).getByRole('region', { name: 'Answering many items' });
const orderOf = (story: Story) =>
  ladder(story).getByRole('region', { name: 'What would move a goal most' });
const sprintsOf = (story: Story) =>
  ladder(story).getByRole('region', { name: 'Sprints', exact: true });
const coverOf = (story: Story) =>
  ladder(story)
    .getByRole('list', { name: /would answer for most/ })
    .locator('[data-cover-row]')
    .first();

const countOf = async ({ host }: Story, jql: string): Promise<number> => {
  const body = JSON.stringify({ jql });
  const answer = await ask(host, '/rest/api/3/search/approximate-count', { method: 'POST', body });
  return (answer as { count: number }).count;
};

/** Opens the tab in a window that is tall enough to hold all of it. */
async function openTab(story: Story, as: User = 'po', theme: 'light' | 'dark' = 'light') {
  await story.page.setViewportSize({ width: 1280, height: 7000 });
  await story.open(ADDRESS, { as, theme });
  await expect(laneOf(story).getByRole('row').nth(2)).toContainText(/year|month|week|day/);
}

const waiting = (story: Story) => laneOf(story).getByText(/^Nobody answers yet for/);
const linkedCount = async (story: Story): Promise<number> =>
  Number(await waiting(story).getByRole('link').textContent());
const keyIn = (text: string | null): string => /[A-Z]+-\d+/.exec(text ?? '')?.[0] ?? '';

test('three items are chosen and kept running by keys alone, and Jira counts three more', async ({
  story,
}) => {
  await openTab(story);
  const before = await countOf(story, RUNNING);
  const wait = await linkedCount(story);
  const lane = laneOf(story);
  await lane.getByRole('row').nth(1).getByRole('checkbox').focus();
  for (const key of ['Space', 'j', 'Space', 'ArrowDown', 'Space', 'r'])
    await story.page.keyboard.press(key);
  await expect(lane.getByText('3 items will say that they keep things running.')).toBeVisible();
  await story.page.keyboard.type('yearly audit');
  await story.page.keyboard.press('Enter');
  await expect(runOf(story).getByText('3 answered')).toBeVisible();
  await expect(lane.getByRole('row').nth(1)).toContainText('Answered');
  expect(await linkedCount(story)).toBe(wait - 3);
  expect(await countOf(story, RUNNING)).toBe(before + 3);
  await story.page.reload();
  await expect(waiting(story)).toContainText(String(wait - 3));
});

test(
  'the sentence of the parent makes whole answers; without one the answer is half',
  BY_NIGHT,
  async ({ story }) => {
    await openTab(story);
    const lane = laneOf(story);
    const child = lane
      .getByRole('row')
      .filter({ has: story.page.locator('td a') })
      .first();
    const key = keyIn(await child.getByRole('rowheader').textContent());
    const parent = keyIn(await child.locator('td a').textContent());
    const sentence = {
      by: 'asking one question less',
      expect: 'fewer people to give up',
      checkBy: '2026-12-10',
    };
    await setProperty(story.host, parent, 'ladder-answer', {
      v: 1,
      why: 'move',
      state: 'half',
      ...sentence,
    });
    await openTab(story);
    await expect(child).toContainText('Its sentence can be taken');
    await lane.getByRole('checkbox', { name: `Select ${key}`, exact: true }).check();
    const alone = lane.getByRole('row').filter({ hasText: 'No parent' }).first();
    const other = keyIn(await alone.getByRole('rowheader').textContent());
    await alone.getByRole('checkbox').check();
    await lane.getByRole('button', { name: 'Same goal and why' }).click();
    await expect(
      lane.getByText('1 becomes a whole answer and 1 becomes half: its sentence is still'),
    ).toBeVisible();
    await lane.getByRole('button', { name: 'Answer 2 items' }).click();
    await expect(runOf(story).getByText('1 answered, 1 half')).toBeVisible();
    expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({
      state: 'answered',
      why: 'move',
      ...sentence,
    });
    expect(await propertyOf(story.host, other, 'ladder-answer')).toMatchObject({ state: 'half' });
    const changed = lane.getByRole('link', { name: 'See the 2 items that were changed in Jira' });
    const jql = new URL((await changed.getAttribute('href')) ?? '').searchParams.get('jql') ?? '';
    expect((await itemsOf(story.host, jql)).sort()).toEqual([key, other].sort());
  },
);

test(
  'who may not edit is told so for each item, and nothing is changed',
  BY_NIGHT,
  async ({ story }) => {
    await openTab(story, 'viewer');
    const before = await countOf(story, RUNNING);
    const lane = laneOf(story);
    await lane.getByRole('row').nth(1).getByRole('checkbox').click();
    await lane
      .getByRole('row')
      .nth(3)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await lane.getByRole('button', { name: 'Keep it running' }).click();
    await lane.getByRole('button', { name: 'Answer 3 items' }).click();
    await expect(runOf(story).getByText('3 not saved')).toBeVisible();
    const table = lane.getByRole('table', { name: 'Not saved' });
    await expect(table.getByText('You may not edit it.')).toHaveCount(3);
    await expect(lane.getByRole('button', { name: 'Try 3 again' })).toBeVisible();
    expect(await countOf(story, RUNNING)).toBe(before);
  },
);

test(
  'everything is chosen across pages; a run goes on while another tab is looked at',
  BY_NIGHT,
  async ({ story }) => {
    await openTab(story);
    const before = await countOf(story, RUNNING);
    const wait = await linkedCount(story);
    const lane = laneOf(story);
    await lane.getByRole('button', { name: `Select all ${wait}` }).click();
    await expect(lane.getByText(/^\d+ selected$/)).toBeVisible();
    await lane.getByRole('button', { name: 'Next' }).click();
    await expect(lane.getByText(`51 to 100 of ${wait}`)).toBeVisible();
    expect(
      Number.parseInt((await lane.getByText(/ selected$/).textContent()) ?? ''),
    ).toBeGreaterThan(wait - 5);
    // The run itself is told of the few that take long enough to leave it alone.
    await lane.getByRole('button', { name: 'Clear selection' }).click();
    await lane.getByRole('row').nth(1).getByRole('checkbox').click();
    await lane
      .getByRole('row')
      .nth(30)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    const chosen = Number.parseInt((await lane.getByText(/ selected$/).textContent()) ?? '');
    expect(chosen).toBeGreaterThan(10);
    await lane.getByRole('button', { name: 'Keep it running' }).click();
    await lane.getByRole('button', { name: `Answer ${chosen} items` }).click();
    await expect(lane.getByText(new RegExp(`^\\d+ of ${chosen}$`))).toBeVisible();
    await ladder(story).getByRole('tab', { name: 'Goals' }).click();
    await ladder(story).getByRole('tab', { name: 'Backlog' }).click();
    await expect(runOf(story).getByText(new RegExp(`^${chosen} answered`))).toBeVisible({
      timeout: 40_000,
    });
    expect(await countOf(story, RUNNING)).toBe(before + chosen);
  },
);

test('an item is moved up in Jira’s rank and back to the very place it had', async ({ story }) => {
  await openTab(story);
  const rank = () => itemsOf(story.host, `${OPEN} ORDER BY Rank ASC`, 500);
  const before = await rank();
  const order = orderOf(story);
  await expect(order.getByText('This is advice.', { exact: false })).toBeVisible();
  const up = order.getByRole('button', { name: /^Move up SHOP-\d+/ }).first();
  const [, key = '', target = ''] =
    /Move up (SHOP-\d+) in Jira’s rank, above (SHOP-\d+)/.exec(
      (await up.getAttribute('aria-label')) ?? '',
    ) ?? [];
  await up.click();
  const undo = order.getByRole('button', { name: `Undo: move ${key} back` });
  await expect(undo).toBeVisible();
  const moved = await rank();
  expect(moved.indexOf(key)).toBe(moved.indexOf(target) - 1);
  await undo.click();
  await expect(order.getByText(`${key} is back where it was`).last()).toBeVisible();
  expect(await rank()).toEqual(before);
});

test('who may not rank is told so, and the buttons say it too', BY_NIGHT, async ({ story }) => {
  await openTab(story, 'viewer');
  const order = orderOf(story);
  const up = order.getByRole('button', { name: /^Move up SHOP-\d+/ }).first();
  story.problems.expect(/403/);
  await up.click();
  await expect(order.getByText('Jira does not let you change the rank here.')).toBeVisible();
  await expect(up).toBeDisabled();
});

for (const theme of ['light', 'dark'] as const)
  test(
    `the whole tab with what it asks can be read by everybody in the ${theme} theme`,
    BY_NIGHT,
    async ({ story }) => {
      await openTab(story, 'po', theme);
      const lane = laneOf(story);
      await expect(orderOf(story).getByRole('table')).toBeVisible();
      await expect(sprintsOf(story).getByRole('link').first()).toBeVisible();
      await coverOf(story).getByRole('button').first().click();
      await story.page.keyboard.press('Enter');
      await expect(ladder(story).getByText(/Say what you expect/)).toBeVisible();
      await lane.getByRole('row').nth(1).getByRole('checkbox').check();
      await story.page.keyboard.press('?');
      await story.page.keyboard.press('a');
      await expect(lane.getByRole('button', { name: 'Answer 1 item' })).toBeVisible();
      expect(await accessibilityProblems(story.page)).toEqual([]);
    },
  );

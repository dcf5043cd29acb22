// Sorting what was shipped: from a first day without goals to a ratio, and a table for all of it.
import type { Locator } from '@playwright/test';
import { accessibilityProblems } from './support/accessibility';
import { propertyOf } from './support/jira';
import { BY_NIGHT, expect, type Story, test, type User } from './support/story';

const APP = '/projects/APP/ladder?tab=outcome&view=sort';
const SHOP = '/projects/SHOP/ladder?tab=outcome&view=sort';

const ladder = (story: Story) => story.surface('ladder-page');
/** The card in front: the only group whose name begins with a key. */
const cardOf = (story: Story) => ladder(story).getByRole('group', { name: /^[A-Z]+-\d+ / });
const sharesOf = (story: Story) =>
  ladder(story).getByRole('region', { name: 'What the sample says' });
const tableOf = (story: Story) => ladder(story).getByRole('table');

async function openSort(story: Story, address: string, as: User = 'po') {
  await story.page.setViewportSize({ width: 1280, height: 2400 });
  await story.open(address, { as });
  await expect(cardOf(story)).toBeFocused();
}

const keyOf = async (card: Locator): Promise<string> =>
  /^[A-Z]+-\d+/.exec((await card.getAttribute('aria-label')) ?? '')?.[0] ?? '';

/** Presses a key and waits for the next card or the shares. */
async function press(story: Story, key: string): Promise<string> {
  const card = cardOf(story);
  const name = (await card.getAttribute('aria-label')) ?? '';
  await story.page.keyboard.press(key);
  await expect(ladder(story).getByRole('group', { name, exact: true })).toHaveCount(0);
  return name.split(' ')[0] ?? '';
}

const answerOf = ({ host }: Story, key: string) =>
  propertyOf(host, key, 'ladder-answer').catch(() => null);

test('a first day without goals: the cards are sorted by keys, the shares stand there, and the headline counts them', async ({
  story,
}) => {
  await openSort(story, APP);
  const of = Number(/of (\d+)/.exec((await cardOf(story).textContent()) ?? '')?.[1]);
  expect(of).toBeGreaterThan(3);
  const moved = await press(story, '1');
  const tested = await press(story, '2');
  for (let n = 2; n < of; n += 1) await press(story, '3');
  const shares = sharesOf(story);
  await expect(shares).toBeFocused();
  await expect(shares.getByRole('row', { name: /^Moved something/ })).toContainText(
    /1 of (the )?\d+/,
  );
  await expect(shares).toContainText('Not looked at: 0.');
  expect(await accessibilityProblems(story.page)).toEqual([]);
  await expect.poll(() => answerOf(story, moved)).toMatchObject({ why: 'move', when: 'sorted' });
  expect(await propertyOf(story.host, moved, 'ladder-result')).toMatchObject({
    result: 'moved',
    evidence: 'judged',
  });
  await expect.poll(() => answerOf(story, tested)).toMatchObject({ why: 'test', when: 'sorted' });
  await ladder(story).getByRole('button', { name: 'Back to Outcome vs output' }).click();
  await story.page.reload();
  await expect(ladder(story).getByText(/^Outcome to output: 1 to \d+$/)).toBeAttached();
});

test(
  'the last card is taken back from the shares, and stands in Jira as it was before',
  BY_NIGHT,
  async ({ story }) => {
    await openSort(story, APP);
    const of = Number(/of (\d+)/.exec((await cardOf(story).textContent()) ?? '')?.[1]);
    let last = '';
    for (let n = 0; n < of; n += 1) last = await press(story, n === 0 ? '4' : '1');
    await expect(sharesOf(story)).toContainText('Not looked at: 1.');
    await expect.poll(() => answerOf(story, last)).toMatchObject({ when: 'sorted' });
    await story.page.keyboard.press('u');
    await expect(cardOf(story)).toBeFocused();
    expect(await keyOf(cardOf(story))).toBe(last);
    await expect.poll(() => answerOf(story, last)).toBeNull();
  },
);

test(
  'leaving in the middle loses nothing: coming back goes on where it stopped',
  BY_NIGHT,
  async ({ story }) => {
    await openSort(story, SHOP);
    const sorted = await press(story, '3');
    const skipped = await press(story, '4');
    const next = await keyOf(cardOf(story));
    await ladder(story).getByRole('button', { name: 'Back to Outcome vs output' }).click();
    await expect(cardOf(story)).toHaveCount(0);
    await story.page.goBack();
    await expect(cardOf(story)).toBeFocused();
    expect(await keyOf(cardOf(story))).toBe(next);
    await expect.poll(() => answerOf(story, sorted)).toMatchObject({ why: 'run', when: 'sorted' });
    expect(await answerOf(story, skipped)).toBeNull();
  },
);

test(
  'who may not edit reads what others have sorted, and is offered nothing that needs the right',
  BY_NIGHT,
  async ({ story }) => {
    await story.page.setViewportSize({ width: 1280, height: 2400 });
    await story.open(SHOP, { as: 'viewer' });
    await expect(ladder(story).getByText('Sorting needs the right to edit')).toBeVisible();
    const shares = sharesOf(story);
    await expect(shares).toContainText(/drawn last quarter were looked at/);
    await expect(shares.getByRole('button')).toHaveCount(0);
    await expect(cardOf(story)).toHaveCount(0);
    expect(await accessibilityProblems(story.page)).toEqual([]);
  },
);

test(
  'last quarter’s cards open from the shares, and a click on a card gives it the keys',
  BY_NIGHT,
  async ({ story }) => {
    await openSort(story, SHOP);
    await ladder(story).getByRole('button', { name: 'See the shares' }).click();
    const sort = sharesOf(story).getByRole('button', { name: /^Sort the \d+ that are left$/ });
    await sort.click();
    await expect(cardOf(story)).toBeFocused();
    await expect(ladder(story).getByText(/^Last quarter’s draw, at random from/)).toBeVisible();
    await ladder(story).getByRole('tab', { name: 'A sample' }).focus();
    await cardOf(story).getByText('What became of it?').click();
    const sorted = await press(story, '3');
    await expect.poll(() => answerOf(story, sorted)).toMatchObject({ why: 'run', when: 'sorted' });
  },
);

test(
  'in the table the suggestions are taken at once, seen before they start, and undone as a whole',
  BY_NIGHT,
  async ({ story }) => {
    await openSort(story, SHOP);
    const page = ladder(story);
    await page.getByRole('tab', { name: 'All, in a table' }).click();
    await expect(page.getByText(/shipped items are not sorted/)).toBeVisible();
    const take = page.getByRole('button', { name: /^Take all suggestions \(\d+\)$/ });
    const count = Number(/\d+/.exec((await take.textContent()) ?? '')?.[0]);
    await take.click();
    await expect(
      page.getByText(`${count} items will be sorted: ${count} kept it running.`),
    ).toBeVisible();
    await page.getByRole('button', { name: `Sort ${count} items` }).click();
    const run = page.getByRole('region', { name: 'Sorting many items' });
    await expect(run.getByText(`${count} sorted`)).toBeVisible({ timeout: 30_000 });
    const bug = await tableOf(story)
      .getByRole('row')
      .filter({ hasText: 'Sorted: kept it running' })
      .first()
      .getByRole('rowheader')
      .textContent();
    const key = /[A-Z]+-\d+/.exec(bug ?? '')?.[0] ?? '';
    expect(await answerOf(story, key)).toMatchObject({ why: 'run', when: 'sorted' });
    await run.getByRole('button', { name: `Undo this run (${count})` }).click();
    await expect(
      page.getByRole('region', { name: 'Taking sortings back' }).getByText(`${count} taken back`),
    ).toBeVisible({ timeout: 30_000 });
    expect(await answerOf(story, key)).toBeNull();
  },
);

test(
  'a row is sorted by its keys; a rule is looked at before it is saved',
  BY_NIGHT,
  async ({ story }) => {
    await openSort(story, SHOP);
    const page = ladder(story);
    await page.getByRole('tab', { name: 'All, in a table' }).click();
    await expect(page.getByText(/shipped items are not sorted/)).toBeVisible();
    const row = tableOf(story).getByRole('row').nth(1);
    await row.getByRole('checkbox').focus();
    await story.page.keyboard.press('2');
    await expect(row).toContainText('Sorted: tested an idea');
    await story.page.keyboard.press('u');
    await expect(row).not.toContainText('Sorted');
    await page.getByText('Rules behind the suggestions').click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const value = page.getByRole('combobox', { name: /^Rule \d+: value$/ }).last();
    await expect(page.getByRole('button', { name: 'Save rules' })).toBeDisabled();
    await value.selectOption({ label: 'Story' });
    await expect(page.getByText(/^Would sort \d+ of \d+:/)).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await page.getByRole('button', { name: 'Save rules' }).click();
    await expect(page.getByText('These are your rules.')).toBeVisible();
    await expect(tableOf(story)).toContainText('Story: usually keeps it running');
  },
);

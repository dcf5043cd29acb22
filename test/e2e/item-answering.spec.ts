// What a product owner does on one item: answer in a few acts, leave and come back, answer for
// oneself below an epic, and start anyway.
import type { FrameLocator, Locator } from '@playwright/test';
import { GOAL_IDS } from '../../local/data/demo/goals';
import { accessibilityProblems } from './support/accessibility';
import { itemsOf, propertyOf } from './support/jira';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const OPEN = 'project = SHOP AND issuetype = Story AND statusCategory = "To Do"';
const ALONE = `${OPEN} AND ladderState is EMPTY AND parent is EMPTY AND labels is EMPTY ORDER BY created`;
/** Epics whose answer names one of the two active goals. */
const EPICS = `project = SHOP AND issuetype = Epic AND statusCategory != Done AND ladderState = answered AND (ladderGoal = "${GOAL_IDS.conversion}" OR ladderGoal = "${GOAL_IDS.contacts}") ORDER BY created`;

const panel = (story: Story) => story.surface('ladder-panel');
const by = (ladder: FrameLocator) => ladder.getByRole('textbox', { name: 'By', exact: true });

/** Open children of an answered epic that do not answer for themselves; at least `count` of them. */
async function children(story: Story, count: number): Promise<{ epic: string; keys: string[] }> {
  for (const epic of await itemsOf(story.host, EPICS)) {
    const keys = await itemsOf(story.host, `${OPEN} AND parent = ${epic} AND ladderState is EMPTY`);
    if (keys.length >= count) return { epic, keys };
  }
  throw new Error(`No answered epic of the demo has ${count} open children without an answer.`);
}

/** Does what a person does and counts it: pointing, and keys. */
function person() {
  let acts = 0;
  let keys = 0;
  return {
    async press(target: Locator): Promise<void> {
      acts += 1;
      await target.click();
    },
    async type(target: Locator, text: string): Promise<void> {
      acts += 1;
      keys += text.length;
      await target.click();
      await target.pressSequentially(text);
    },
    acts: () => acts,
    /**
     * Seconds by the keystroke-level model: 1.35 to think of an act, 1.1 to point, 0.2 to press,
     * 0.2 for each key of an average typist.
     */
    seconds: () => acts * (1.35 + 1.1 + 0.2) + keys * 0.2,
  };
}

test('a story is answered in six acts and under 30 seconds', async ({ story }) => {
  const [key = ''] = await itemsOf(story.host, ALONE);
  await story.open(`/browse/${key}`);
  const ladder = panel(story);
  const owner = person();
  await owner.press(ladder.getByRole('radio', { name: /Move a goal/ }));
  await owner.press(ladder.getByRole('radio', { name: /^We will achieve/ }).first());
  await owner.type(by(ladder), 'showing delivery costs early');
  await owner.type(ladder.getByRole('textbox', { name: 'we expect' }), '5 % fewer to leave');
  await owner.press(ladder.getByRole('button', { name: 'In 30 days' }));
  await owner.press(ladder.getByRole('button', { name: 'Save', exact: true }));
  await expect(ladder.getByText('✓ Saved')).toBeVisible();
  expect(owner.acts()).toBe(6);
  expect(owner.seconds()).toBeLessThan(30);
  expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({ state: 'answered' });
});

test(
  'a draft survives a page that goes 700 ms after the last key, and is nobody else’s',
  BY_NIGHT,
  async ({ story }) => {
    const [, key = ''] = await itemsOf(story.host, ALONE);
    const words = 'asking ten shoppers 🛒 "why?"';
    await story.open(`/browse/${key}`);
    const ladder = panel(story);
    await ladder.getByRole('radio', { name: /Test an idea/ }).check();
    await by(ladder).fill(words);
    await story.page.waitForTimeout(700);
    await story.page.goto('about:blank');
    await story.open(`/browse/${key}`, { as: 'admin' });
    await expect(ladder.getByText('No answer')).toBeVisible();
    await expect(ladder.getByText(/This is your draft/)).toHaveCount(0);
    await story.open(`/browse/${key}`);
    await expect(by(ladder)).toHaveValue(words);
    await expect(ladder.getByText(/This is your draft from/)).toBeVisible();
    await ladder.getByRole('button', { name: 'Discard' }).click();
    await expect(by(ladder)).toHaveCount(0);
    await story.open(`/browse/${key}`);
    await expect(ladder.getByText('No answer')).toBeVisible();
    await expect(ladder.getByText(/This is your draft/)).toHaveCount(0);
  },
);

test(
  'one child of an answered epic gets its own answer; its sister keeps that of the epic',
  BY_NIGHT,
  async ({ story }) => {
    const { epic, keys } = await children(story, 2);
    const [own = '', sister = ''] = keys;
    await story.open(`/browse/${own}`);
    const ladder = panel(story);
    await expect(ladder.getByText(`Answered from ${epic}`)).toBeVisible();
    await ladder.getByRole('button', { name: 'Give this item its own answer' }).click();
    await ladder.getByRole('radio', { name: /Keep it running/ }).check();
    await ladder.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ladder.getByText('✓ Saved')).toBeVisible();
    await expect(ladder.getByText('Answered', { exact: true })).toBeVisible();
    expect(await propertyOf(story.host, own, 'ladder-answer')).toMatchObject({ why: 'run' });
    await story.open(`/browse/${sister}`);
    await expect(ladder.getByText(`Answered from ${epic}`)).toBeVisible();
  },
);

test('the sentence of the epic is copied, changed and saved', BY_NIGHT, async ({ story, page }) => {
  const { epic, keys } = await children(story, 1);
  const [key = ''] = keys;
  const said = await propertyOf(story.host, epic, 'ladder-answer');
  await story.open(`/browse/${key}`);
  const ladder = panel(story);
  await ladder.getByRole('button', { name: 'Give this item its own answer' }).click();
  await ladder.getByRole('button', { name: `Copy the sentence of ${epic}` }).click();
  await expect(by(ladder)).toHaveValue(String(said.by));
  await by(ladder).fill('doing it on phones first');
  expect(await accessibilityProblems(page)).toEqual([]);
  await ladder.getByLabel('checked on').fill('2026-12-20');
  await ladder.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ladder.getByText('✓ Saved')).toBeVisible();
  expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({
    why: said.why,
    goal: said.goal,
    expect: said.expect,
    by: 'doing it on phones first',
  });
  await ladder.getByText('Strongest other open items for this goal').click();
  await expect(ladder.getByRole('listitem').filter({ hasText: 'check on' }).first()).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('advice is dismissed for good, and only for oneself', BY_NIGHT, async ({ story }) => {
  const [, , key = ''] = await itemsOf(story.host, ALONE);
  const ladder = panel(story);
  const write = async () => {
    await ladder.getByRole('radio', { name: /Test an idea/ }).check();
    await ladder.getByRole('textbox', { name: 'we expect' }).fill('the export to be finished');
    await by(ladder).focus();
  };
  const advice = ladder.getByRole('status', { name: 'Advice' });
  await story.open(`/browse/${key}`);
  await write();
  await expect(advice).toContainText('This reads like a task');
  await advice.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(advice).not.toContainText('This reads like a task');
  await expect(ladder.getByText(/Draft kept/)).toBeVisible();
  await story.open(`/browse/${key}`);
  await expect(by(ladder)).toBeVisible();
  await expect(advice).not.toContainText('This reads like a task');
  await story.open(`/browse/${key}`, { as: 'admin' });
  await write();
  await expect(advice).toContainText('This reads like a task');
});

test(
  'an item that is stopped starts anyway, and the reason stays with it',
  BY_NIGHT,
  async ({ story, page }) => {
    // The rule of the demo blocks.
    const [key = ''] = await itemsOf(story.host, ALONE);
    await story.open(`/browse/${key}`);
    const ladder = panel(story);
    const status = page.getByRole('region', { name: 'Status' });
    await page.getByRole('button', { name: 'In Progress' }).click();
    await expect(page.getByText('Open Ladder on the item and answer')).toBeVisible();
    await ladder.getByRole('button', { name: 'Start anyway' }).click();
    await ladder.getByRole('textbox', { name: /Why start/ }).fill('The shop is down');
    expect(await accessibilityProblems(page)).toEqual([]);
    await ladder.getByRole('button', { name: 'Start anyway' }).click();
    await expect(ladder.getByText(/Until .+ this item may start without an answer/)).toBeVisible();
    expect(await propertyOf(story.host, key, 'ladder-pass')).toMatchObject({ v: 1 });
    await page.getByRole('button', { name: 'In Progress' }).click();
    await expect(status).toContainText('In Progress');
    await story.open(`/browse/${key}`);
    await expect(ladder.getByText(/Started anyway: The shop is down \(/)).toBeVisible();
  },
);

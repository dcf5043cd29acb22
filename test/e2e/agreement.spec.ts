// The page that a team agrees on: written, agreed, signed, and what stays of a goal that has ended.
import { join } from 'node:path';
import type { Host } from '../../local/host';
import { accessibilityProblems } from './support/accessibility';
import { picture } from './support/picture';
import { openSite } from './support/site';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const FILE = join(__dirname, '../oracle/fixtures/harbour.jsonl');
const AT = '2020-06-30T12:00:00Z';

const onEmpty = test.extend<{ host: Host }>({
  host: async ({}, use) => {
    const site = await openSite({ source: { kind: 'file', file: FILE }, now: Date.parse(AT) });
    await use(site.host);
    await site.close();
  },
});

const settings = (story: Story) => story.surface('ladder-settings');
const page = (story: Story) => story.surface('ladder-page');

interface Example {
  metric: string;
  from: string;
  to: string;
  share: string;
}

async function addGoal(story: Story, { metric, from, to, share }: Example): Promise<void> {
  const form = settings(story);
  await form.getByRole('button', { name: 'Add a goal' }).click();
  await form.getByRole('button', { name: `Begin with: ${metric}` }).click();
  await form.getByLabel('From (now)').fill(from);
  await form.getByLabel('To (target)').fill(to);
  await form.getByLabel('First day').fill('2020-06-01');
  await form.getByLabel('Last day').fill('2020-08-31');
  await form.getByLabel(/^Share of the work/).fill(share);
}

onEmpty('from an empty project to a signed page of two goals', async ({ story, host }) => {
  const project = host.jira.site.projects()[0]?.key ?? '';
  const form = settings(story);

  await onEmpty.step('two goals begin with an example, and each says its share', async () => {
    await story.open(`/projects/${project}/settings/ladder`);
    await addGoal(story, { metric: 'Checkout conversion', from: '2.1', to: '2.6', share: '100' });
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await form.getByRole('button', { name: 'Save the goal' }).click();
    await expect(form.getByText('Active', { exact: true })).toHaveCount(1);
    await addGoal(story, { metric: 'Return rate', from: '12', to: '9', share: '40' });
    await expect(
      form.getByText('Adding 40% leaves 60% for the others: Checkout conversion 100 → 60.'),
    ).toBeVisible();
    await picture('goal-form', form.getByRole('region', { name: 'Goals' }));
    await form.getByRole('button', { name: 'Save the goal' }).click();
    await expect(form.getByText('Active', { exact: true })).toHaveCount(2);
  });

  await onEmpty.step('with whom it was agreed', async () => {
    await form.getByRole('button', { name: 'Write down an agreement' }).click();
    await expect(form.getByLabel('Agreed on')).toHaveValue('2020-06-30');
    await form.getByLabel('Add somebody').fill('Dev');
    await form.getByRole('button', { name: 'Add Devon Builder' }).click();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await form.getByRole('button', { name: 'Save the agreement' }).click();
    await expect(
      form.getByText('June to August 2020: agreed on Jun 30, 2020 with Devon Builder.'),
    ).toBeVisible();
  });

  await onEmpty.step('the named person signs, by keys alone', async () => {
    await story.open(`/projects/${project}/ladder?tab=goals`, { as: 'dev' });
    const tab = page(story);
    await expect(
      tab.getByRole('heading', { name: 'What winning looks like, June to August 2020' }),
    ).toBeVisible();
    await expect(tab.getByText('Devon Builder (you): not signed yet')).toBeVisible();
    await expect(tab.getByText('The intended shares add up to 140%.')).toBeVisible();
    await tab.getByRole('textbox', { name: /^Note/ }).fill('Happy with it');
    await tab.getByRole('textbox', { name: /^Note/ }).press('Tab');
    await expect(tab.getByRole('button', { name: 'Sign', exact: true })).toBeFocused();
    await tab.getByRole('button', { name: 'Sign', exact: true }).press('Enter');
    await expect(
      tab.getByText('Devon Builder (you): signed Jun 30, 2020 – “Happy with it”'),
    ).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await expect(tab.getByRole('article')).toHaveCount(2);
  });

  await onEmpty.step('who is not named reads it and has nothing to sign', async () => {
    await story.open(`/projects/${project}/ladder?tab=goals`, { as: 'viewer', theme: 'dark' });
    const tab = page(story);
    await expect(tab.getByText(/Devon Builder: signed Jun 30, 2020/)).toBeVisible();
    await expect(tab.getByRole('button', { name: /^Sign/ })).toHaveCount(0);
    expect(await accessibilityProblems(story.page)).toEqual([]);
  });

  await onEmpty.step('two weeks before the end the next period starts as a copy', async () => {
    story.wait(49);
    await story.open(`/projects/${project}/ladder?tab=backlog`);
    await expect(page(story).getByText(/These 2 goals end on Aug 31, 2020\./)).toBeVisible();
    await story.open(`/projects/${project}/settings/ladder`);
    await form.getByRole('button', { name: 'Start the next period' }).click();
    await form.getByRole('checkbox', { name: /that fewer orders come back/ }).uncheck();
    await form.getByRole('form', { name: 'The next period' }).getByLabel('To (target)').fill('3');
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await form.getByRole('button', { name: 'Save these goals' }).click();
    await expect(form.getByText('Not yet', { exact: true })).toHaveCount(1);
    // The goal that was left out is still spoken of.
    await expect(form.getByRole('button', { name: 'Start the next period' })).toBeFocused();
  });
});

test('a goal ends, says what it leaves, and its numbers stay', BY_NIGHT, async ({ story }) => {
  const article = () =>
    page(story).getByRole('article').filter({ hasText: 'Contacts per 100 orders' });
  const shipped = () => article().getByRole('link', { name: /items shipped that were aimed at/ });
  await story.open('/projects/SHOP/ladder?tab=goals', { as: 'admin' });
  // Counted once it is looked at.
  await article().getByText('In its name', { exact: true }).scrollIntoViewIfNeeded();
  const before = await shipped().first().innerText();
  expect(Number(before)).toBeGreaterThan(0);

  await story.open('/projects/SHOP/settings/ladder', { as: 'admin' });
  const form = settings(story);
  await form.getByRole('button', { name: /^End the goal: .*where their order is/ }).click();
  const left = form.getByRole('link', { name: /open items whose answer names this goal/ });
  await expect(left).toHaveText(/^\d+$/);
  await form.getByRole('button', { name: 'End the goal', exact: true }).click();
  await expect(form.getByText('2 goals are over')).toBeVisible();

  story.wait(1);
  await story.open('/projects/SHOP/ladder?tab=goals', { as: 'admin' });
  await expect(article().getByText(/over since Nov 2, 2026/)).toBeVisible();
  await article().getByText('In its name', { exact: true }).click();
  await expect(shipped().first()).toHaveText(before);
});

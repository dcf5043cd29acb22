// The whole loop on an imported backlog: a goal, an answer, the gate, the scan, and the numbers.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Host } from '../../local/host';
import { accessibilityProblems } from './support/accessibility';
import { itemsOf } from './support/jira';
import { openSite } from './support/site';
import { expect, test as onDemo } from './support/story';

const ORACLE = join(__dirname, '../oracle');
const FILE = join(ORACLE, 'fixtures/harbour.jsonl');
const AT = '2020-06-30T12:00:00Z';

const test = onDemo.extend<{ host: Host }>({
  host: async ({}, use) => {
    const site = await openSite({ source: { kind: 'file', file: FILE }, now: Date.parse(AT) });
    await use(site.host);
    await site.close();
  },
});

const oracle = JSON.parse(
  execFileSync(process.execPath, [join(ORACLE, 'backlog-numbers.mjs'), FILE, '--at', AT], {
    encoding: 'utf8',
  }),
) as { output: number; undelivered: number; candidates: number };

test('a goal is written, an item stopped, answered and started, and the scan flags what ages', async ({
  story,
  host,
  page,
}) => {
  const project = host.jira.site.projects()[0]?.key ?? '';
  const settings = story.surface('ladder-settings');

  await test.step('a goal, its target checked at the field', async () => {
    await story.open(`/projects/${project}/settings/ladder`);
    await settings.getByRole('button', { name: 'Add a goal' }).click();
    await settings.getByLabel('We will achieve').fill('fewer lost bookings');
    await settings.getByLabel('by', { exact: true }).fill('confirming each one at once');
    await settings.getByLabel('The number that shows it').fill('Lost bookings a week');
    await settings.getByRole('radio', { name: 'fall' }).check();
    await settings.getByLabel('From (now)').fill('40');
    await settings.getByLabel('To (target)').fill('40');
    await settings.getByLabel('First day').fill('2020-06-01');
    await settings.getByLabel('Last day').fill('2020-12-31');
    await settings.getByRole('button', { name: 'Save the goal' }).click();
    await expect(settings.getByText('The target equals the baseline')).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    await settings.getByLabel('To (target)').fill('10');
    await settings.getByRole('button', { name: 'Save the goal' }).click();
    await expect(settings.getByText('Active', { exact: true })).toBeVisible();
  });

  await test.step('the gate blocks and the scan looks every night', async () => {
    await settings.getByRole('radio', { name: /Block/ }).check();
    await settings
      .getByRole('region', { name: 'Gate' })
      .getByRole('button', { name: 'Save' })
      .click();
    await expect(settings.getByRole('region', { name: 'Gate' }).getByText('Saved')).toBeVisible();
    await settings.getByRole('checkbox', { name: /every night/ }).check();
    await settings
      .getByRole('region', { name: 'Rules' })
      .getByRole('button', { name: 'Save' })
      .click();
    await expect(settings.getByRole('region', { name: 'Rules' }).getByText('Saved')).toBeVisible();
  });

  const jql = `project = ${project} AND issuetype = Story AND statusCategory = "To Do" AND ladderState is EMPTY`;
  const [key = ''] = await itemsOf(host, jql);
  const panel = story.surface('ladder-panel');

  await test.step('without an answer the item does not start', async () => {
    await story.open(`/browse/${key}`);
    await page.getByRole('button', { name: 'In Progress' }).click();
    await expect(page.getByText('does not say yet which goal it serves')).toBeVisible();
  });

  await test.step('answered, it starts', async () => {
    await panel.getByRole('radio', { name: /Move a goal/ }).check();
    await panel.getByRole('radio', { name: /fewer lost bookings/ }).check();
    await panel.getByRole('textbox', { name: 'By', exact: true }).fill('sending a message at once');
    await panel.getByRole('textbox', { name: /we expect/ }).fill('fewer calls to ask');
    await panel.getByLabel('checked on').fill('2020-09-01');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText('✓ Saved')).toBeVisible();
    await page.getByRole('button', { name: 'In Progress' }).click();
    await expect(page.getByRole('region', { name: 'Status' })).toContainText('In Progress');
  });

  await test.step('the first look warns, the one after the grace flags', async () => {
    await story.scan();
    story.wait(14);
    await story.scan();
    await story.open(`/projects/${project}/ladder?tab=kill`);
    const ladder = story.surface('ladder-page');
    const heading = ladder.getByText(/open items? waits? for a decision/);
    await expect(heading).toContainText(String(oracle.candidates));
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  await test.step('the page counts what the independent script counts', async () => {
    await story.open(`/projects/${project}/ladder?from=2020-01-02&to=2020-06-30`);
    const ladder = story.surface('ladder-page');
    await expect(ladder.getByText(/you shipped/)).toContainText(`${oracle.output} items`);
    await expect(ladder.getByText(/closed without being delivered/)).toContainText(
      String(oracle.undelivered),
    );
  });
});

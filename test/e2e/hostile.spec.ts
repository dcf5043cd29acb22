// What is hidden, of another site, or a token shows on no page and in no file.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { issue } from '../support/small-site';
import { BY_NIGHT, expect, type ModuleKey, type Story, test } from './support/story';

const KEY = 'SHOP-12';

async function rest(story: Story, method: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${story.host.url}/rest/api/3${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from('po:any').toString('base64')}`,
    },
    body: JSON.stringify(body),
  });
  expect(answer.ok, `${path}: ${await answer.text()}`).toBe(true);
}

async function call(story: Story, module: ModuleKey, procedure: string, payload: unknown) {
  const answer = await fetch(`${story.host.url}/local/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ as: 'po', module, procedure, payload },
      context: { issueKey: KEY, projectKey: 'SHOP' },
    }),
  });
  const { data } = z
    .object({ ok: z.literal(true), data: z.looseObject({}) })
    .parse(await answer.json());
  return data;
}

async function projectId(story: Story): Promise<string> {
  const found = story.host.jira.site.projects().find(({ key }) => key === 'SHOP');
  return found?.id ?? '';
}

/** A goal and an item whose texts are this one. */
async function plant(story: Story, text: string): Promise<void> {
  const id = await projectId(story);
  const opened = await call(story, 'ladder-settings', 'settings.open', { projectId: id });
  const goal = {
    ...{ achieve: text, by: text, metric: text, unit: 'x', direction: 'up' },
    ...{ baseline: 1, target: 2, firstDay: '2026-10-01', lastDay: '2026-12-31' },
  };
  await call(story, 'ladder-settings', 'goal.save', { projectId: id, rev: opened['rev'], goal });
  await rest(story, 'PUT', `/issue/${KEY}`, { fields: { summary: text } });
  await rest(story, 'PUT', `/issue/${KEY}/properties/ladder-answer`, {
    ...{ v: 1, why: 'run', state: 'answered', by: text, expect: text },
    ...{ measure: text, whom: text, because: text },
  });
}

const CANARY = 'canary-hidden';
const TOKEN = 'canary-token';
const OTHER_SITE = 'canary-site';

/** An old open item and a finished one that only po sees, with answers, a pass and a result of po's. */
async function hide(story: Story): Promise<void> {
  const { site } = story.host.jira;
  const project = site.projects().find(({ key }) => key === 'SHOP');
  const po = site.users().find(({ name }) => name === 'po');
  if (!project || !po) throw new Error('the demo has no SHOP or no po');
  const statusOf = (category: string) =>
    project.statuses.find((one) => one.category === category)?.id ?? '';
  const now = story.host.clock.now();
  const secret = (number: number, category: string) =>
    issue(number, {
      ...{ id: String(990_000 + number), key: `SHOP-${number}`, projectId: project.id },
      ...{ typeId: project.issueTypes.find(({ name }) => name === 'Story')?.id ?? '' },
      ...{ statusId: statusOf(category), summary: CANARY, labels: [CANARY] },
      ...{ visibleTo: [po.accountId], reporterAccountId: po.accountId },
      ...{ created: now - 400 * 86_400_000, updated: now - 86_400_000 },
      ...(category === 'done'
        ? { resolved: now - 86_400_000, categoryChanged: now - 86_400_000 }
        : { categoryChanged: now - 400 * 86_400_000 }),
    });
  site.addIssues([secret(9_001, 'new'), secret(9_002, 'done')]);
  const answer = { v: 1, why: 'move', by: CANARY, expect: CANARY, checkBy: '2026-11-20' };
  const opened = await call(story, 'ladder-settings', 'settings.open', { projectId: project.id });
  const goal = z.array(z.object({ id: z.string() })).parse(opened['goals'])[0]?.id;
  for (const number of [9_001, 9_002])
    await rest(story, 'PUT', `/issue/SHOP-${number}/properties/ladder-answer`, {
      ...answer,
      goal,
      state: 'answered',
    });
  const pass = { itemId: '999001', reason: CANARY, token: TOKEN, authorization: TOKEN };
  await call(story, 'ladder-panel', 'start.anyway', pass);
  const result = { itemId: '999002', result: 'flat', note: CANARY, rev: 0 };
  await call(story, 'ladder-panel', 'result.give', result);
  story.host.jira.settle();
  await story.scan();
}

async function saved(story: Story, module: ModuleKey, name: string): Promise<string> {
  const download = story.page.waitForEvent('download', { timeout: 60_000 });
  await story.surface(module).getByRole('button', { name }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test(
  'a hidden item, another site and a token are in no page and in no file',
  BY_NIGHT,
  async ({ story }) => {
    test.slow();
    // Another site in the same processes and the same browser, before this one.
    await plant(story, OTHER_SITE);
    await story.open('/projects/SHOP/ladder?tab=goals');
    await expect(story.surface('ladder-page').getByText(OTHER_SITE).first()).toBeVisible();
    await story.host.reset();
    await hide(story);
    const never = new RegExp(`${CANARY}|${TOKEN}|${OTHER_SITE}|SHOP-900[12]\\b|\\b99900[12]\\b`);
    const pages = ['outcome', 'results', 'kill', 'goals', 'backlog'].map((tab) => `?tab=${tab}`);
    // Where po finds what is hidden from others, so that looking for it means something.
    const shown: string[] = [];
    for (const [address, module] of [
      ...pages.map((tab): [string, ModuleKey] => [`/projects/SHOP/ladder${tab}`, 'ladder-page']),
      ['/projects/SHOP/settings/ladder', 'ladder-settings'] as const,
    ]) {
      for (const as of ['po', 'admin'] as const) {
        await story.open(address, { as });
        const body = story.surface(module).locator('body');
        await expect(body.getByRole('button').first()).toBeVisible();
        await story.page.waitForLoadState('networkidle');
        const html = await body.innerHTML();
        if (as === 'admin') expect([address, html.match(never)?.[0]]).toEqual([address, undefined]);
        else if (html.includes('SHOP-900')) shown.push(address);
      }
    }
    expect(shown).not.toEqual([]);
    await story.open('/projects/SHOP/ladder?tab=outcome', { as: 'admin' });
    const files = [
      await saved(story, 'ladder-page', 'Numbers as CSV'),
      await saved(story, 'ladder-page', 'Items as CSV'),
    ];
    await story.open('/projects/SHOP/settings/ladder', { as: 'admin' });
    files.push(await saved(story, 'ladder-settings', 'Export everything'));
    for (const file of files) {
      expect(file.length).toBeGreaterThan(100);
      expect(file.match(never)?.[0]).toBeUndefined();
    }
    await story.open('/projects/SHOP/settings/ladder', { as: 'po' });
    expect(await saved(story, 'ladder-settings', 'Export everything')).toContain(CANARY);
  },
);

// Hostile texts on every page in a real browser: nothing runs, nothing meets the content policy, and the
// page goes on working. What a story collects of errors and refusals fails it by itself.
import { z } from 'zod';
import { HOSTILE } from '../support/hostile';
import { BY_NIGHT, expect, type ModuleKey, type Story, test } from './support/story';

const ALL = HOSTILE.join(' ');
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

/** Goals, an item and a stream whose texts are the hostile ones from `from` on. */
async function plant(story: Story, from: number): Promise<void> {
  const part = (length: number) => ALL.slice(from, from + length).replace(/[\ud800-\udfff]/g, '');
  const id = await projectId(story);
  const opened = await call(story, 'ladder-settings', 'settings.open', { projectId: id });
  const goal = {
    ...{ achieve: part(250), by: part(250), metric: part(90), unit: 'x', direction: 'up' },
    ...{ baseline: 1, target: 2, firstDay: '2026-10-01', lastDay: '2026-12-31' },
  };
  await call(story, 'ladder-settings', 'goal.save', { projectId: id, rev: opened['rev'], goal });
  const summary = part(200).replace(/\p{Cc}/gu, ' ');
  await rest(story, 'PUT', `/issue/${KEY}`, { fields: { summary } });
  await rest(story, 'PUT', `/issue/${KEY}/properties/ladder-answer`, {
    ...{ v: 1, why: 'run', state: 'answered', by: part(900), expect: part(900) },
    ...{ measure: part(400), whom: part(400), because: part(400) },
  });
}

const PAGES: [string, ModuleKey][] = [
  [`/browse/${KEY}`, 'ladder-panel'],
  ...['outcome', 'backlog', 'results', 'kill', 'goals'].map((tab): [string, ModuleKey] => [
    `/projects/SHOP/ladder?tab=${tab}`,
    'ladder-page',
  ]),
  ['/projects/SHOP/settings', 'ladder-settings'],
];

const STEP = 900;
for (let from = 0; from < ALL.length; from += 4 * STEP)
  test(
    `hostile texts from ${from} on run nowhere and spoil no page`,
    BY_NIGHT,
    async ({ story }) => {
      for (let at = from; at < Math.min(from + 4 * STEP, ALL.length); at += STEP)
        await plant(story, at);
      for (const [address, module] of PAGES) {
        await story.open(address);
        const body = story.surface(module).locator('body');
        await expect(body.getByRole('button').first()).toBeVisible();
        for (const frame of story.page.frames())
          expect(await frame.evaluate(() => Reflect.get(window, '__ran') === undefined)).toBe(true);
      }
    },
  );

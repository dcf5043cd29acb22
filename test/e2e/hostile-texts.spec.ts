// Hostile texts on every page in a real browser, each of them whole: nothing runs, nothing meets the
// content policy, and the page goes on working. What a story collects of errors and refusals fails it.
import { z } from 'zod';
import { HOSTILE } from '../support/hostile';
import { ask, itemsOf } from './support/jira';
import { roundsOf, type Filled } from './support/rounds';
import { BY_NIGHT, expect, type ModuleKey, type Story, test } from './support/story';

const KEY = 'SHOP-12';
/** Each field that is filled, with its size. */
const FIELDS = {
  summary: { most: 255, line: true },
  achieve: { most: 300 },
  way: { most: 300 },
  metric: { most: 100 },
  by: { most: 1_000 },
  expect: { most: 1_000 },
  measure: { most: 500 },
  whom: { most: 500 },
  because: { most: 500 },
  note: { most: 500 },
  stream: { most: 60 },
  forum: { most: 100 },
  ruleGoal: { most: 300 },
  ruleNote: { most: 500 },
  reason: { most: 500 },
  pass: { most: 500 },
  resultNote: { most: 500 },
  person: { most: 255, line: true },
  project: { most: 80, line: true },
  status: { most: 60, line: true },
  type: { most: 60, line: true },
  component: { most: 255, line: true },
} as const;
type Planted = Filled<keyof typeof FIELDS>;
const ROUNDS = roundsOf(HOSTILE, FIELDS);

/** As it comes back: half a pair is kept by nobody. */
const kept = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

async function call(
  story: Story,
  module: ModuleKey,
  procedure: string,
  payload: unknown,
  key = KEY,
) {
  const context = { issueKey: key, projectKey: 'SHOP' };
  const body = JSON.stringify({ as: 'po', module, procedure, payload, context });
  const answer = await ask(story.host, '/local/invoke', { method: 'POST', body });
  return z.object({ ok: z.literal(true), data: z.looseObject({}) }).parse(answer).data;
}

const settings = z.looseObject({
  rev: z.number(),
  goals: z.array(z.looseObject({ id: z.string(), metric: z.string() })),
  rules: z.looseObject({ forum: z.looseObject({}) }),
});

const issue = z.object({
  id: z.string(),
  fields: z.object({ status: z.object({ id: z.string() }) }),
});

/** What people say of their work: an item that is parked, one that starts anyway, and a result. */
async function say(story: Story, of: (field: keyof Planted) => string): Promise<void> {
  const { host } = story;
  const bare = 'project = SHOP AND ladderState is EMPTY AND ladderFlag is EMPTY';
  const open = await itemsOf(host, `${bare} AND statusCategory = "To Do" AND issuetype = Story`);
  const out = 'statusCategory = Done AND ladderWhy = move AND ladderResult is EMPTY';
  const [done] = await itemsOf(host, `project = SHOP AND ${out} AND issuetype = Story`);
  const found = async (key: string | undefined) =>
    issue.parse(await ask(host, `/rest/api/3/issue/${key}?fields=status`));
  const parked = await found(open.find((key) => key !== KEY));
  const seen = { statusId: parked.fields.status.id, flag: null, answer: null, rev: 0 };
  const decision = { kind: 'park', until: '2026-12-20', reason: of('reason') };
  await call(story, 'ladder-page', 'decision.begin', { itemId: parked.id, decision, seen });
  const { id: itemId } = await found(KEY);
  await call(story, 'ladder-panel', 'start.anyway', { itemId, reason: of('pass') });
  const result = { itemId: (await found(done)).id, result: 'flat', note: of('resultNote'), rev: 0 };
  await call(story, 'ladder-page', 'result.give', result);
}

/** What Jira calls things and people. */
function rename({ host }: Story, of: (field: keyof Planted) => string): void {
  const { site } = host.jira;
  for (const user of site.users()) site.addUser({ ...user, displayName: of('person') });
  const shop = site.projects().find(({ key }) => key === 'SHOP');
  if (!shop) throw new Error('the demo has no SHOP');
  const named = <T extends { name: string }>(all: T[], field: keyof Planted): T[] =>
    all.map((one, n) => (n === 0 ? { ...one, name: of(field) } : one));
  site.addProject({
    ...shop,
    name: of('project'),
    statuses: named(shop.statuses, 'status'),
    issueTypes: named(shop.issueTypes, 'type'),
    components: named(shop.components, 'component'),
  });
}

/** A goal with a reading, an item, a stream, a forum and a rule with these texts; fails where one is cut. */
async function plant(story: Story, texts: Planted): Promise<void> {
  const { host } = story;
  const of = (field: keyof Planted): string => texts[field].all;
  const project = { projectId: host.jira.site.projects().find(({ key }) => key === 'SHOP')?.id };
  const open = await call(story, 'ladder-settings', 'settings.open', project);
  const { rev, rules } = settings.parse(open);
  const goal = {
    ...{ achieve: of('achieve'), by: of('way'), metric: of('metric'), unit: 'x', direction: 'up' },
    ...{ baseline: 1, target: 2, firstDay: '2026-10-01', lastDay: '2026-12-31' },
  };
  const { goals, rev: next } = settings.parse(
    await call(story, 'ladder-settings', 'goal.save', { ...project, rev, goal }),
  );
  const goalId = goals.find(({ metric }) => metric.startsWith('planted-'))?.id;
  const reading = { goalId, day: '2026-10-15', value: 1.5, note: of('note'), rev: 0 };
  await call(story, 'ladder-page', 'reading.save', { ...project, ...reading });
  const streams = [{ id: 's1', name: of('stream'), clause: 'labels = a' }];
  const changed = { ...rules, streams, forum: { ...rules.forum, name: of('forum') } };
  await call(story, 'ladder-settings', 'rules.save', { ...project, rev: next, rules: changed });

  const item = `/rest/api/3/issue/${KEY}`;
  const put = (path: string, value: unknown) =>
    ask(host, path, { method: 'PUT', body: JSON.stringify(value) });
  await put(item, { fields: { summary: of('summary') } });
  await put(`${item}/properties/ladder-answer`, {
    ...{ v: 1, why: 'move', state: 'answered', goal: goalId, checkBy: '2026-12-13' },
    ...{ by: of('by'), expect: of('expect'), measure: of('measure') },
    ...{ whom: of('whom'), because: of('because'), when: 'before', answered: '2026-11-01' },
  });
  const inputs = { project: 'SHOP', goal: of('ruleGoal'), value: '2.7', note: of('ruleNote') };
  const rule = JSON.stringify({ as: 'po', action: 'ladder-reading', inputs });
  await ask(host, '/local/automation', { method: 'POST', body: rule });

  await say(story, of);
  rename(story, of);

  const found = JSON.stringify([
    await call(story, 'ladder-settings', 'settings.open', project),
    await call(story, 'ladder-page', 'acts.list', project),
    await call(story, 'ladder-page', 'decisions.list', project),
    await ask(host, `${item}?fields=summary&properties=ladder-answer`),
    host.jira.site.projects(),
    host.jira.site.users(),
    host.forge.automation.log(),
  ]).replace(/\\ud[89a-f][\da-f]{2}/g, '\ufffd');
  for (const [field, { all }] of Object.entries(texts))
    expect([field, found.includes(JSON.stringify(kept(all)))]).toEqual([field, true]);
}

/** Pages, and the field whose text stands on them first. */
const PAGES: [string, ModuleKey, keyof Planted | null][] = [
  [`/browse/${KEY}`, 'ladder-panel', 'by'],
  ['/projects/SHOP/ladder?tab=outcome', 'ladder-page', null],
  ['/projects/SHOP/ladder?tab=backlog', 'ladder-page', null],
  ['/projects/SHOP/ladder?tab=results', 'ladder-page', null],
  ['/projects/SHOP/ladder?tab=kill', 'ladder-page', null],
  ['/projects/SHOP/ladder?tab=kill&view=parked', 'ladder-page', 'reason'],
  ['/projects/SHOP/ladder?tab=kill&view=acts', 'ladder-page', 'person'],
  ['/projects/SHOP/ladder?tab=goals', 'ladder-page', 'achieve'],
  ['/projects/SHOP/settings/ladder', 'ladder-settings', 'achieve'],
  ['/automation', 'ladder-reading', null],
];

test('every hostile text stands whole in a field of some round', BY_NIGHT, () => {
  const planted = ROUNDS.flatMap((round) =>
    Object.values(round).flatMap(({ all, texts }) => texts.filter((text) => all.includes(text))),
  );
  expect(new Set(planted)).toEqual(new Set(HOSTILE));
});

for (const [n, texts] of ROUNDS.entries())
  test(
    `hostile texts, round ${n + 1}, run nowhere and spoil no page`,
    BY_NIGHT,
    async ({ story }) => {
      test.slow();
      await plant(story, texts);
      for (const [address, module, shown] of PAGES) {
        await story.open(address);
        const body = story.surface(module).locator('body');
        await expect(body.locator('button, input').first()).toBeVisible();
        if (shown) await expect(body).toContainText(`planted-${shown}`);
        for (const frame of story.page.frames())
          expect(await frame.evaluate(() => Reflect.get(window, '__ran') === undefined)).toBe(true);
      }
    },
  );

// Plants the texts: in what people say in Ladder, and in what Jira calls things and people.
import { z } from 'zod';
import type { ModuleKey, Story } from '../story';
import { ask, itemsOf } from '../jira';
import { shareCount, valueOf, type Field } from './fields';

const settings = z.looseObject({
  rev: z.number(),
  goals: z.array(z.looseObject({ id: z.string(), metric: z.string() })),
  rules: z.looseObject({ forum: z.looseObject({}) }),
});
const issue = z.object({
  id: z.string(),
  fields: z.object({ status: z.object({ id: z.string() }) }),
});
/** More of them make the page slow, and nothing else. */
const STREAMS = 6;

const numbers = (count: number): number[] => Array.from({ length: count }, (_none, n) => n);

async function call(
  { host }: Story,
  module: ModuleKey,
  procedure: string,
  payload: unknown,
  issueKey = 'SHOP-12',
) {
  const context = { issueKey, projectKey: 'SHOP' };
  const body = JSON.stringify({ as: 'po', module, procedure, payload, context });
  const answer = await ask(host, '/local/invoke', { method: 'POST', body });
  const read = z.object({ ok: z.literal(true), data: z.looseObject({}) }).safeParse(answer);
  if (!read.success) throw new Error(`${procedure}: ${JSON.stringify(answer)}`);
  return read.data.data;
}

const shopOf = ({ host }: Story) => {
  const shop = host.jira.site.projects().find(({ key }) => key === 'SHOP');
  if (!shop) throw new Error('the demo has no SHOP');
  return shop;
};

/** A day of the month, of two figures. */
const dayOf = (month: string, n: number): string =>
  `2026-${month}-${String(n + 1).padStart(2, '0')}`;

/** Goals, of which some are over, with the readings of one, streams and a forum. */
async function plantSettings(story: Story): Promise<string[]> {
  const project = { projectId: shopOf(story).id };
  let now = settings.parse(await call(story, 'ladder-settings', 'settings.open', project));
  const days = { over: ['2026-07-01', '2026-09-30'], now: ['2026-10-01', '2026-12-31'] } as const;
  for (const n of numbers(shareCount('achieve'))) {
    const [firstDay, lastDay] = days[n < 6 ? 'now' : 'over'];
    const goal = {
      ...{ achieve: valueOf('achieve', n), by: valueOf('way', n), metric: valueOf('metric', n) },
      ...{ unit: 'x', direction: 'up', baseline: 1, target: 2, firstDay, lastDay },
    };
    const payload = { ...project, rev: now.rev, goal };
    now = settings.parse(await call(story, 'ladder-settings', 'goal.save', payload));
  }
  const goals = numbers(shareCount('achieve')).map(
    (n) => now.goals.find(({ metric }) => metric === valueOf('metric', n))?.id ?? '',
  );
  for (const n of numbers(shareCount('note'))) {
    const reading = { goalId: goals[0], day: dayOf('10', n), value: 1 + n / 20, rev: 0 };
    const payload = { ...project, ...reading, note: valueOf('note', n) };
    await call(story, 'ladder-page', 'reading.save', payload);
  }
  const streams = numbers(STREAMS).map((n) => ({
    ...{ id: `s${n}`, name: valueOf('stream', n), clause: `labels = a${n}` },
  }));
  const forum = { ...now.rules.forum, name: valueOf('forum', 0) };
  const rules = { ...now.rules, streams, forum, gate: 'block' };
  await call(story, 'ladder-settings', 'rules.save', { ...project, rev: now.rev, rules });
  return goals;
}

const listed = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      id: z.string(),
      properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    }),
  ),
  nextPageToken: z.string().optional(),
});

async function everyItem({ host }: Story) {
  const found: z.infer<typeof listed>['issues'] = [];
  let nextPageToken: string | undefined;
  do {
    const body = JSON.stringify({
      ...{ jql: 'project = SHOP ORDER BY created', maxResults: 100, nextPageToken },
      ...{ fields: ['summary'], properties: ['ladder-answer'] },
    });
    const page = listed.parse(await ask(host, '/rest/api/3/search/jql', { method: 'POST', body }));
    found.push(...page.issues);
    ({ nextPageToken } = page);
  } while (nextPageToken);
  return found;
}

const put = ({ host }: Story, path: string, value: unknown) =>
  ask(host, path, { method: 'PUT', body: JSON.stringify(value) });

const sentence = (n: number) => ({
  ...{ by: valueOf('by', n), expect: valueOf('expect', n), measure: valueOf('measure', n) },
  ...{ whom: valueOf('whom', n), because: valueOf('because', n) },
});

/** The summary of every item, and the words of every answer. */
async function plantItems(story: Story): Promise<void> {
  const items = await everyItem(story);
  for (const [n, { key, properties }] of items.entries()) {
    await put(story, `/rest/api/3/issue/${key}`, { fields: { summary: valueOf('summary', n) } });
    const answer = properties?.['ladder-answer'];
    if (answer && answer['why'] !== 'run')
      await put(story, `/rest/api/3/issue/${key}/properties/ladder-answer`, {
        ...answer,
        ...sentence(n),
      });
  }
}
const found = async ({ host }: Story, key: string) =>
  issue.parse(await ask(host, `/rest/api/3/issue/${key}?fields=status`));

const results = z.object({ results: z.array(z.looseObject({ rev: z.number() })) });

/** Of what is kept about the item's result. */
async function revOf(story: Story, itemId: string): Promise<number> {
  const read = await call(story, 'ladder-page', 'results.read', { itemIds: [itemId] });
  return results.parse(read).results[0]?.rev ?? 0;
}

/** What people say of their work: items that are parked, one that was, some that start anyway, and results. */
async function say(story: Story, goals: readonly string[]): Promise<Places> {
  const bare = 'project = SHOP AND ladderState is EMPTY AND ladderFlag is EMPTY';
  const waiting = `${bare} AND statusCategory = "To Do" AND issuetype = Story ORDER BY created`;
  const open = await itemsOf(story.host, waiting, 100);
  const parked = numbers(shareCount('reason') + 1).map(() => open.shift() ?? '');
  for (const [n, key] of parked.entries()) {
    const { id: itemId, fields } = await found(story, key);
    const seen = { statusId: fields.status.id, flag: null, answer: null, rev: 0 };
    const decision = { kind: 'park', until: '2026-12-20', reason: valueOf('reason', n) };
    const payload = { itemId, decision, seen };
    const { rev } = await call(story, 'ladder-page', 'decision.begin', payload);
    if (n === shareCount('reason'))
      await call(story, 'ladder-page', 'decision.undo', { itemId, rev });
  }
  const passed = numbers(shareCount('pass')).map(() => open.shift() ?? '');
  for (const [n, key] of passed.entries()) {
    const { id: itemId } = await found(story, key);
    const answer = { v: 1, why: 'move', state: 'half', goal: goals[n], ...sentence(n) };
    await put(story, `/rest/api/3/issue/${key}/properties/ladder-answer`, answer);
    const reason = valueOf('pass', n);
    await call(story, 'ladder-panel', 'start.anyway', { itemId, reason }, key);
  }
  const out = 'statusCategory = Done AND ladderWhy = move AND ladderResult is EMPTY';
  const done = await itemsOf(story.host, `project = SHOP AND ${out} AND issuetype = Story`, 100);
  const free = 'statusCategory = Done AND resolution = Done AND ladderState is EMPTY';
  done.push(
    ...(await itemsOf(story.host, `project = SHOP AND ${free} AND issuetype = Story`, 100)),
  );
  const given = done.slice(0, shareCount('resultNote'));
  for (const [n, key] of given.entries()) {
    const { id: itemId } = await found(story, key);
    const answer = { v: 1, why: 'move', state: 'answered', goal: goals[n], ...sentence(n) };
    const sentenceOf = { ...answer, checkBy: '2026-10-30', when: 'before', answered: '2026-09-01' };
    await put(story, `/rest/api/3/issue/${key}/properties/ladder-answer`, sentenceOf);
    const rev = await revOf(story, itemId);
    const result = { itemId, result: 'flat', note: valueOf('resultNote', n), rev };
    await call(story, 'ladder-page', 'result.give', result);
  }
  const inputs = {
    ...{ project: 'SHOP', goal: valueOf('ruleGoal', 0), value: '2.7' },
    note: valueOf('ruleNote', 0),
  };
  const rule = JSON.stringify({ as: 'po', action: 'ladder-reading', inputs });
  await ask(story.host, '/local/automation', { method: 'POST', body: rule });
  return { passed, given, open: open[0] ?? '' };
}

/** What Jira calls things and people. */
function rename(story: Story): void {
  const { site } = story.host.jira;
  for (const [n, user] of site.users().entries())
    site.addUser({ ...user, displayName: valueOf('person', n) });
  const shop = shopOf(story);
  const named = <T extends { name: string }>(all: T[], field: Field): T[] =>
    all.map((one, n) => ({ ...one, name: valueOf(field, n) }));
  site.addProject({
    ...shop,
    name: valueOf('project', 0),
    statuses: named(shop.statuses, 'status'),
    issueTypes: named(shop.issueTypes, 'type'),
    components: named(shop.components, 'component'),
  });
  for (const [n, sprint] of site.sprints().entries())
    site.addSprint({ ...sprint, name: valueOf('sprint', n), goal: valueOf('sprintGoal', n) });
}

/** Items on which texts stand. */
interface Places {
  /** Half answered, and somebody let them start. */
  passed: string[];
  /** Done, with a result. */
  given: string[];
  /** Nobody answers for it. */
  open: string;
}

/** Takes the streams away: until others are saved there is one for each component. */
export async function dropStreams(story: Story): Promise<void> {
  const project = { projectId: shopOf(story).id };
  const { rev, rules } = settings.parse(
    await call(story, 'ladder-settings', 'settings.open', project),
  );
  const bare = { ...rules, streams: [] };
  await call(story, 'ladder-settings', 'rules.save', { ...project, rev, rules: bare });
}

/** Everything. */
export async function plant(story: Story): Promise<Places> {
  const goals = await plantSettings(story);
  await plantItems(story);
  const places = await say(story, goals);
  rename(story);
  return places;
}

// One suite for both Jiras: the one in memory, which the simulation runs on, answers as the local one.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { readManifest } from '../../local/manifest';
import type { SiteIssue } from '../../local/jira/api';
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import type { JiraCall, JiraTransport } from '../../src/adapters/jira/transport';
import type { Frame } from '../../src/domain/band';
import { and, category, everything, is, not, oneOf, type Clause } from '../../src/domain/clause';
import { coverageClauses } from '../../src/domain/coverage';
import type { Goal } from '../../src/domain/goal';
import { scanListings } from '../../src/domain/kill-clause';
import { flaggedClause } from '../../src/domain/number';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { createTestSite, DAY, makeIssue, NOW } from '../local/jira/support';
import { memoryJira } from '../simulation/jira/memory-jira';
import { createSite } from '../simulation/jira/site';
import { fill, itemOf, STATUS, TYPE } from '../simulation/jira/usual-site';
import { seeded } from '../simulation/kernel';

interface Side {
  transport: JiraTransport;
  pass(ms: number): void;
}

const TASK_MS = 700;
const INDEX_MS = 700;

function inMemory(issues: readonly SiteIssue[]): Side {
  let now = NOW;
  const due: { at: number; run: () => void }[] = [];
  const site = createSite({ now: () => now, lag: () => INDEX_MS });
  const jira = memoryJira(site, {
    now: () => now,
    later: (ms, run) => due.push({ at: now + ms, run }),
    task: () => ({ ms: TASK_MS, fails: false }),
  });
  fill(site);
  now -= DAY;
  for (const issue of issues) site.add(itemOf(issue));
  now += DAY;
  return {
    async transport(call) {
      const {
        status,
        headers = {},
        body,
      } = jira.handle(call, call.as === 'app' ? null : 'acc-dev');
      return {
        status,
        header: (name) => headers[name] ?? null,
        text: async () => (body === undefined ? '' : JSON.stringify(body)),
      };
    },
    pass(ms) {
      now += ms;
      while (due[0] && due[0].at <= now) due.shift()?.run();
    },
  };
}

function local(issues: readonly SiteIssue[]): Side {
  const entityProperties = readManifest('manifest.yml').modules['jira:entityProperty'];
  const { jira, clock } = createTestSite({ app: { entityProperties }, lagMs: INDEX_MS });
  jira.site.addIssues(issues);
  jira.settle();
  return {
    async transport({ as, method, path, body }) {
      const answer = await jira.handle({
        method,
        path,
        headers: {},
        body: body === undefined ? '' : JSON.stringify(body),
        caller: as === 'app' ? { principal: 'app' } : { principal: 'user', accountId: 'acc-dev' },
      });
      return {
        status: answer.status,
        header: (name) => answer.headers[name] ?? null,
        text: async () => answer.body,
      };
    },
    pass: (ms) => clock.set(clock.now() + ms),
  };
}

const goal = (id: string, lastDay: string): Goal =>
  ({
    id,
    achieve: 'more',
    by: 'less',
    metric: 'm',
    unit: '%',
    direction: 'up',
    baseline: 1,
    target: 2,
    firstDay: '2026-01-01',
    lastDay,
    ownerId: 'acc-po',
    link: '',
    endedOn: null,
    successorId: null,
  }) as unknown as Goal;
const GOALS = [goal('g1', '2027-01-01'), goal('g2', '2026-06-30')];

const answer = (goalId: string, more: object = {}) => ({
  v: 1,
  why: 'move',
  state: 'answered',
  goal: goalId,
  by: 'a',
  expect: 'b',
  measure: 'c',
  checkBy: '2027-01-01',
  ...more,
});

/** Items of every kind that the scan's searches tell apart. */
function someIssues(): SiteIssue[] {
  const random = seeded(7);
  const answers = [null, answer('g1'), answer('g2'), { v: 1, why: 'run', state: 'answered' }, 7];
  const flags = [
    null,
    { v: 1, flag: 'warned', reason: 'aged', since: '2026-10-01' },
    { v: 1, flag: 'candidate', reason: 'goal', since: '2026-11-10' },
    { v: 1, notBefore: '2026-11-25' },
  ];
  const decisions = [null, null, { v: 1, decision: 'parked', until: '2026-12-24' }];
  const epics = [1, 2].map((number) =>
    makeIssue(number, { typeId: TYPE.epic, properties: { 'ladder-answer': answer(`g${number}`) } }),
  );
  const rest = Array.from({ length: 60 }, (_none, i) => {
    const created = NOW - random.below(300) * DAY - random.below(DAY);
    const properties: Record<string, unknown> = {};
    const put = (key: string, value: unknown) => {
      if (value !== null) properties[key] = value;
    };
    put('ladder-answer', random.pick(answers));
    put('ladder-flag', random.pick(flags));
    put('ladder-decision', random.pick(decisions));
    return makeIssue(i + 3, {
      typeId: random.pick([TYPE.story, TYPE.bug]),
      statusId: random.pick(Object.values(STATUS)),
      created,
      updated: created + random.below(10) * DAY,
      categoryChanged: created + random.below(5) * DAY,
      labels: random.chance(0.2) ? ['legal'] : [],
      parentId: random.chance(0.4) ? random.pick(['10001', '10002']) : null,
      properties,
      history: random.chance(0.5)
        ? [
            {
              id: String(500 + i),
              authorAccountId: 'acc-dev',
              created: created + DAY,
              items: [
                {
                  ...{ field: 'status', fieldId: 'status', from: STATUS.todo, fromString: 'a' },
                  ...{ to: STATUS.doing, toString: 'b' },
                },
              ],
            },
          ]
        : [],
    });
  });
  return [...epics, ...rest];
}

const frame: Frame = {
  goals: GOALS,
  rules: { ...DEFAULT_RULES, exemptTypeIds: [TYPE.bug], exemptLabels: ['legal'] },
  standardTypeIds: [TYPE.story, TYPE.bug],
  undelivered: { resolutionIds: [], statusIds: [] },
  parents: ['g1', 'g2'].map((id, i) => ({
    id: String(10_001 + i),
    key: `SHOP-${String(i + 1)}`,
    answer: { kind: 'value', value: answer(id) as never },
    result: { kind: 'none' },
  })),
};
const moment = { now: NOW, today: '2026-11-21' };
const CLAUSES: Clause[] = [
  everything,
  ...scanListings(frame, moment).map(({ clause }) => clause),
  ...Object.values(coverageClauses(frame)),
  flaggedClause(frame, 'warned'),
  and(is('decision', 'parked'), not(category('done'))),
  and(oneOf('parent', ['10001']), not(oneOf('label', ['legal']))),
];

const SIDES = { 'the one in memory': inMemory, 'the local one': local };

function portsOf({ transport, pass }: Side) {
  const client = jiraClient(transport);
  return {
    client,
    backlog: jiraBacklog(client, { sleep: async (ms) => pass(ms) }),
    items: jiraItems(client),
    projects: jiraProjects(client),
  };
}

const idsOf = async (side: Side, clause: Clause): Promise<string[]> => {
  const ids: string[] = [];
  for await (const items of portsOf(side).backlog.pages('1', clause))
    ids.push(...items.map(({ id }) => id));
  return ids;
};

test('both find, order and count the same items for every search of the scan', async () => {
  const issues = someIssues();
  const [here, there] = [inMemory(issues), local(issues)];
  for (const clause of CLAUSES) {
    const found = await idsOf(there, clause);
    expect(await idsOf(here, clause)).toEqual(found);
    for (const side of [here, there])
      expect(await portsOf(side).backlog.count('1', clause)).toBe(found.length);
  }
});

test('both give the same facts of every item, and the same parents and stays', async () => {
  const issues = someIssues();
  const sides = [inMemory(issues), local(issues)];
  const [here, there] = await Promise.all(
    sides.map(async (side) => {
      const { backlog } = portsOf(side);
      const facts = [];
      for await (const items of backlog.pages('1', everything)) facts.push(...items);
      const done = category('done');
      return {
        facts,
        one: await backlog.item('10005'),
        none: await backlog.item('99999'),
        parents: await backlog.parents('1', oneOf('type', [TYPE.epic])),
        stays: await backlog.stays('1', done, { startedIn: [STATUS.doing], limit: 300 }),
      };
    }),
  );
  expect(here).toEqual(there);
});

describe.each(Object.entries(SIDES))('%s', (_name, start) => {
  let side: Side;
  beforeEach(() => {
    side = start([makeIssue(1), makeIssue(2), makeIssue(3)]);
  });
  const raw = (call: Omit<JiraCall, 'as'>) => side.transport({ as: 'app', ...call });
  const flag = { flag: 'warned', reason: 'aged', since: '2026-11-21' } as const;

  test('writes and clears flags of many items by a task, and shows them after the lag', async () => {
    const { backlog } = portsOf(side);
    await backlog.setFlag(['10001', '10002', '99999'], flag);
    const warned = is('flag', 'warned');
    expect((await backlog.item('10001'))?.facts.flag).toEqual({ kind: 'value', value: flag });
    expect(await idsOf(side, warned)).toEqual([]);
    side.pass(INDEX_MS);
    expect(await idsOf(side, warned)).toEqual(['10001', '10002']);
    await backlog.clearFlags(['10001', '10003']);
    side.pass(INDEX_MS);
    expect(await idsOf(side, warned)).toEqual(['10002']);
  });

  test('keeps one property of an item, and says what is not there', async () => {
    const { items } = portsOf(side);
    const decision = { decision: 'parked', until: '2026-12-24' } as const;
    expect(await items.answerValue('10001')).toBeUndefined();
    await items.writeDecision('10001', decision);
    await items.writeDecision('10001', decision);
    const there = { method: 'GET', path: '/rest/api/3/issue/10001/properties/ladder-decision' };
    expect((await raw(there)).status).toBe(200);
    await items.writeDecision('10001', null);
    await items.writeDecision('10001', null);
    expect((await raw(there)).status).toBe(404);
    await expect(items.read('99999')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('gives types, statuses and a project property', async () => {
    const { projects } = portsOf(side);
    expect((await projects.types('1', 'app')).map(({ id, level }) => [id, level])).toContainEqual([
      TYPE.epic,
      1,
    ]);
    expect((await projects.statuses('1', 'app')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.values(STATUS)),
    );
    const path = '/rest/api/3/project/1/properties/ladder-gate';
    expect((await raw({ method: 'GET', path })).status).toBe(404);
    expect((await raw({ method: 'PUT', path, body: { v: 1 } })).status).toBe(201);
    expect((await raw({ method: 'PUT', path, body: { v: 1 } })).status).toBe(200);
    expect((await raw({ method: 'GET', path: '/rest/api/3/project/77/statuses' })).status).toBe(
      404,
    );
  });

  test('refuses what names items, types or projects that are not there', async () => {
    const status = async (jql: string) =>
      (await raw({ method: 'POST', path: '/rest/api/3/search/approximate-count', body: { jql } }))
        .status;
    expect(await status('project = 1 AND parent in (10001)')).toBe(200);
    expect(await status('project = 1 AND parent in (99999)')).toBe(400);
    expect(await status('project = 1 AND issuetype in (999)')).toBe(400);
    expect(await status('project = 77')).toBe(400);
    expect(await status('project = 1 AND (created <= -3d')).toBe(400);
    expect(await status('project = 1 AND ladderNothing = 1')).toBe(400);
  });

  test('goes on from a token, and refuses one of another search', async () => {
    const path = '/rest/api/3/search/jql';
    const page = async (jql: string, nextPageToken?: string) => {
      const body = { jql, maxResults: 2, fields: ['summary'], nextPageToken };
      const reply = await raw({ method: 'POST', path, body });
      return { status: reply.status, ...(JSON.parse(await reply.text()) as object) } as {
        status: number;
        issues?: { id: string }[];
        nextPageToken?: string;
        isLast?: boolean;
      };
    };
    const jql = 'project = 1 ORDER BY created ASC, key ASC';
    const first = await page(jql);
    expect(first.issues?.map(({ id }) => id)).toEqual(['10001', '10002']);
    expect(first.isLast).toBe(false);
    const second = await page(jql, first.nextPageToken);
    expect(second.issues?.map(({ id }) => id)).toEqual(['10003']);
    expect(second).not.toHaveProperty('nextPageToken');
    expect((await page('project = 2 ORDER BY created ASC', first.nextPageToken)).status).toBe(400);
  });

  test('asks for a task that was never begun in vain', async () => {
    expect((await raw({ method: 'GET', path: '/rest/api/3/task/4' })).status).toBe(404);
  });
});

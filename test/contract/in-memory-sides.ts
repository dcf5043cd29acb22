// Two Jiras with the same items: the one in memory of the simulation, and the local one.
import { conform } from '../../local/conformance';
import { readManifest } from '../../local/manifest';
import type { SiteIssue } from '../../local/jira/api';
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import type { JiraCall, JiraReply, JiraTransport } from '../../src/adapters/jira/transport';
import type { Frame } from '../../src/domain/band';
import { and, category, everything, is, not, oneOf, type Clause } from '../../src/domain/clause';
import { coverageClauses } from '../../src/domain/coverage';
import type { Goal } from '../../src/domain/goal';
import { scanListings } from '../../src/domain/kill-clause';
import { flaggedClause } from '../../src/domain/number';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { createTestSite, DAY, makeIssue, NOW } from '../local/jira/support';
import { exchangeOf } from '../simulation/jira/exchange';
import { memoryJira } from '../simulation/jira/memory-jira';
import { createSite } from '../simulation/jira/site';
import { fill, itemOf, STATUS, TYPE } from '../simulation/jira/usual-site';
import { seeded } from '../simulation/kernel';

export interface Side {
  /** @param fromApp whether the app's own code asks, and not a test: then it has to ask rightly */
  transport: (call: JiraCall, fromApp?: boolean) => Promise<JiraReply>;
  pass(ms: number): void;
  archive(): void;
  /** From now on no item is done without a resolution. */
  needResolution(): void;
}

const TASK_MS = 700;
export const INDEX_MS = 700;

export function inMemory(issues: readonly SiteIssue[]): Side {
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
    async transport(call, fromApp = false) {
      const given = jira.handle(call, call.as === 'app' ? null : 'acc-dev');
      const exchange = exchangeOf(call, given, fromApp);
      conform(exchange);
      const { status, headers = {} } = given;
      return { status, header: (name) => headers[name] ?? null, text: async () => exchange.answer };
    },
    pass(ms) {
      now += ms;
      while (due[0] && due[0].at <= now) due.shift()?.run();
    },
    archive() {
      for (const project of site.projects.values()) if (project.id === '1') project.archived = true;
    },
    needResolution() {
      const project = site.projects.get('1');
      if (project) project.resolutionNeededFor = STATUS.done;
    },
  };
}

export function local(issues: readonly SiteIssue[]): Side {
  const entityProperties = readManifest('manifest.yml').modules['jira:entityProperty'];
  const { jira, clock } = createTestSite({ app: { entityProperties }, lagMs: INDEX_MS });
  jira.site.addIssues(issues);
  jira.settle();
  return {
    async transport({ as, method, path, body }, fromApp = false) {
      const answer = await jira.handle({
        method,
        path,
        headers: {},
        body: body === undefined ? '' : JSON.stringify(body),
        caller: as === 'app' ? { principal: 'app' } : { principal: 'user', accountId: 'acc-dev' },
        fromApp,
      });
      return {
        status: answer.status,
        header: (name) => answer.headers[name] ?? null,
        text: async () => answer.body,
      };
    },
    pass: (ms) => clock.set(clock.now() + ms),
    archive: () => jira.site.archiveProject('1'),
    needResolution: () =>
      jira.site.setTransitionScreen('1', STATUS.done, {
        id: '9',
        name: 'Close',
        fields: [{ id: 'resolution', required: true }],
      }),
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
export function someIssues(): SiteIssue[] {
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
export const CLAUSES: Clause[] = [
  everything,
  ...scanListings(frame, moment).map(({ clause }) => clause),
  ...Object.values(coverageClauses(frame)),
  flaggedClause(frame, 'warned'),
  and(is('decision', 'parked'), not(category('done'))),
  and(oneOf('parent', ['10001']), not(oneOf('label', ['legal']))),
];

export const SIDES = { 'the one in memory': inMemory, 'the local one': local };

/** A side as the app's own code asks it. */
export const appsTransport =
  ({ transport }: Side): JiraTransport =>
  (call) =>
    transport(call, true);

export function portsOf(side: Side) {
  const { pass } = side;
  const client = jiraClient(appsTransport(side));
  return {
    client,
    backlog: jiraBacklog(client, { sleep: async (ms) => pass(ms) }),
    items: jiraItems(client),
    projects: jiraProjects(client),
  };
}

export const idsOf = async (side: Side, clause: Clause): Promise<string[]> => {
  const ids: string[] = [];
  for await (const items of portsOf(side).backlog.pages('1', clause))
    ids.push(...items.map(({ id }) => id));
  return ids;
};

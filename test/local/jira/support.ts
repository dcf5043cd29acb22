// A small site for tests: two projects, five users, a few issues.
import { standingClock } from '../../../local/clock';
import { openDb } from '../../../local/db';
import { type Caller, type SiteIssue } from '../../../local/jira/api';
import { createJira, type InstalledApp } from '../../../local/jira';
import { type PriceList } from '../../../local/jira/prices';
import { bareIssue } from '../../support/bare-issue';

export const NOW = Date.UTC(2026, 10, 21, 12);
export const DAY = 86_400_000;

export const ARI = 'ari:cloud:ecosystem::extension/shop/test/static';

export const APP: InstalledApp = {
  ari: ARI,
  panels: ['panel'],
  scopes: [
    'read:jira-work',
    'write:jira-work',
    'read:jira-user',
    'manage:jira-project',
    'manage:jira-configuration',
    'read:board-scope:jira-software',
    'read:project:jira',
    'read:sprint:jira-software',
    'write:issue:jira-software',
  ],
  entityProperties: [
    {
      entityType: 'issue',
      propertyKey: 'shop-answer',
      values: [
        { path: 'goal', type: 'string', searchAlias: 'shopGoal' },
        { path: 'delta', type: 'number', searchAlias: 'shopDelta' },
        { path: 'check.by', type: 'date', searchAlias: 'shopCheckBy' },
        { path: 'by', type: 'user' },
        { path: 'note', type: 'text' },
      ],
    },
  ],
  validators: [],
};

export const as = (name: string): Caller => ({ principal: 'client', accountId: `acc-${name}` });
export const asUser = (name: string): Caller => ({ principal: 'user', accountId: `acc-${name}` });
export const asBrowser = (name: string): Caller => ({
  principal: 'browser',
  accountId: `acc-${name}`,
});
export const asApp: Caller = { principal: 'app' };
export const anonymous: Caller = { principal: 'client', accountId: null };

export function makeIssue(number: number, more: Partial<SiteIssue> = {}): SiteIssue {
  return {
    ...bareIssue(),
    id: String(10_000 + number),
    key: `SHOP-${String(number)}`,
    projectId: '1',
    typeId: '101',
    statusId: '11',
    summary: `Item ${String(number)}`,
    priorityId: '2',
    created: NOW - 100 * DAY,
    updated: NOW - 50 * DAY,
    categoryChanged: NOW - 100 * DAY,
    reporterAccountId: 'acc-dev',
    ...more,
  };
}

export interface SiteSetup {
  app?: Partial<InstalledApp>;
  lagMs?: number;
  prices?: PriceList;
}

export function createTestSite({ app = {}, lagMs = 0, prices = 'usual' }: SiteSetup = {}) {
  const db = openDb(':memory:');
  const clock = standingClock(NOW);
  const jira = createJira({ db, clock, app: { ...APP, ...app }, lagMs, prices });
  const zones = { admin: 'UTC', po: 'Europe/Berlin', dev: 'America/New_York' };
  for (const name of ['admin', 'po', 'dev', 'viewer', 'outsider']) {
    jira.site.addUser({
      accountId: `acc-${name}`,
      name,
      displayName: `The ${name}`,
      timeZone: zones[name as keyof typeof zones] ?? 'UTC',
      locale: 'en-US',
      siteAdmin: name === 'admin',
    });
  }
  for (const [n, name] of ['High', 'Medium', 'Low'].entries()) {
    jira.site.addPriority({ id: String(n + 1), name });
  }
  jira.site.addResolution({ id: '1', name: 'Done' });
  jira.site.addResolution({ id: '2', name: "Won't Do" });
  const statuses = (base: number) =>
    [
      { id: String(base + 1), name: 'To Do', category: 'new' },
      { id: String(base + 2), name: 'In Progress', category: 'indeterminate' },
      { id: String(base + 3), name: 'Done', category: 'done' },
    ] as const;
  const types = (base: number) => [
    { id: String(base + 1), name: 'Story', hierarchyLevel: 0 },
    { id: String(base + 2), name: 'Bug', hierarchyLevel: 0 },
    { id: String(base + 3), name: 'Epic', hierarchyLevel: 1 },
    { id: String(base + 4), name: 'Sub-task', hierarchyLevel: -1 },
  ];
  jira.site.addProject({
    id: '1',
    key: 'SHOP',
    name: 'Web shop',
    style: 'classic',
    leadAccountId: 'acc-po',
    issueTypes: types(100),
    statuses: [...statuses(10)],
    components: [
      { id: '501', name: 'Checkout' },
      { id: '502', name: 'Search' },
    ],
    roles: { 'acc-po': 'admin', 'acc-dev': 'editor', 'acc-outsider': 'none' },
    defaultRole: 'viewer',
  });
  jira.site.addProject({
    id: '2',
    key: 'LAB',
    name: 'Laboratory',
    style: 'next-gen',
    leadAccountId: null,
    issueTypes: types(200),
    statuses: [...statuses(20)],
    components: [],
    roles: { 'acc-po': 'viewer' },
    defaultRole: 'none',
  });

  const call = async (
    caller: Caller,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: unknown; headers: Record<string, string> }> => {
    const answer = await jira.handle({
      method,
      path: path.startsWith('/rest/') ? path : `/rest/api/3${path}`,
      headers: {},
      body: body === undefined ? '' : JSON.stringify(body),
      caller,
    });
    const json: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
    return { status: answer.status, json, headers: answer.headers };
  };
  /** Keys that a query finds, or the refusal. */
  const find = async (caller: Caller, jql: string): Promise<string[] | string> => {
    const answer = await call(caller, 'POST', '/search/jql', {
      jql,
      fields: ['key'],
      maxResults: 5000,
    });
    const body = answer.json as { issues?: { key: string }[]; errorMessages?: string[] };
    return body.issues?.map((issue) => issue.key) ?? body.errorMessages?.join(' ') ?? '';
  };
  return { jira, db, clock, call, find };
}

// A local site of random items for tests of numbers: what Jira counts by our JQL stands against
// what the domain counts from the items.
import fc from 'fast-check';
import { standingClock } from '../../local/clock';
import { openDb } from '../../local/db';
import { createJira } from '../../local/jira';
import type { Caller, SiteIssue } from '../../local/jira/api';
import { readManifest } from '../../local/manifest';
import type { JiraIssue } from '../../src/adapters/jira/answers';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf } from '../../src/adapters/jira/items';
import {
  PROPERTY_KEYS,
  writeAnswer,
  writeFlag,
  writePass,
  writeResult,
} from '../../src/contract/properties';
import type { ItemFacts } from '../../src/domain/item';
import type { Frame, Window } from '../../src/domain/band';
import type { JiraCall } from '../../static/src/surfaces/project/gather/jira-call';
import { anyItem, NOW } from '../support/arbitraries';
import { aFrame, aGoal, anAnswer, aParent, at, someRules, value } from '../support/builders';

const STATUSES = [
  { id: '100', name: 'To Do', category: 'new' },
  { id: '101', name: 'In Progress', category: 'indeterminate' },
  { id: '106', name: 'Done', category: 'done' },
  { id: '107', name: 'Dropped', category: 'done' },
] as const;
const ZONES = { 'acc-utc': 'UTC', 'acc-york': 'America/New_York', 'acc-land': 'Pacific/Auckland' };

/** Sprints of the site's board: one under way, one to come, one over. */
export const SPRINTS = [11, 12, 10] as const;
const SPRINT_STATES = ['active', 'future', 'closed'] as const;

/** Who counts, and in which zone Jira reads their moments. */
export const callers: { caller: Caller; zone: string }[] = [
  { caller: { principal: 'app' }, zone: 'UTC' },
  ...Object.entries(ZONES).map(([accountId, zone]) => ({
    caller: { principal: 'browser' as const, accountId },
    zone,
  })),
];

/** A frame under which no number is nought: goals all year, parents that answer for each of them. */
export const fullFrame: Frame = aFrame({
  goals: ['g1', 'g2', 'g3'].map((id) => aGoal({ id })),
  rules: someRules({ exemptTypeIds: ['3'], warnAfterDays: 40, flagAfterDays: 90 }),
  parents: [
    aParent({ id: '9001', answer: value(anAnswer()) }),
    aParent({ id: '9002', answer: value(anAnswer({ goal: 'g2' })) }),
    aParent({ id: '9003', answer: value({ why: 'run', state: 'answered' }) }),
  ],
});
export const fullYear: Window = { from: at('2026-01-01T00:00:00Z'), to: NOW };

/** Random items whose status fits its category; some are sub-tasks or epics. */
const someItems = (count: number) =>
  fc.array(
    fc.tuple(anyItem, fc.integer({ min: 0, max: 9 })).map(([item, kind]): ItemFacts => {
      const done = item.statusId === '107' ? '107' : '106';
      const statusId = { new: '100', indeterminate: '101', done }[item.category];
      if (kind === 0) return { ...item, statusId, typeId: '4', level: -1 };
      return kind === 1 ? { ...item, statusId, typeId: '5', level: 1 } : { ...item, statusId };
    }),
    { minLength: count, maxLength: count },
  );

/** `count` items after the parents 9001 to 9003, and 9999 of which nobody knows an answer. */
export function sampleItems(count: number): ItemFacts[] {
  const [random = []] = fc.sample(someItems(count), { seed: 20261121, numRuns: 1 });
  const items = random.map((item, n) => ({
    ...item,
    id: String(10_001 + n),
    key: `SHOP-${n + 1}`,
  }));
  const epics = ['9001', '9002', '9003', '9999'].map((id, n): ItemFacts => {
    const [template] = items;
    if (!template) throw new Error('no items');
    const plain = { typeId: '5', level: 1, parentId: null, key: `SHOP-${9_001 + n}` };
    return { ...template, ...plain, id };
  });
  return [...epics, ...items];
}

function propertiesOf({ answer, result, flag, decision, pass }: ItemFacts) {
  return {
    ...(answer.kind === 'value' && { [PROPERTY_KEYS.answer]: writeAnswer(answer.value) }),
    ...(result.kind === 'value' && { [PROPERTY_KEYS.result]: writeResult(result.value) }),
    ...(flag.kind === 'value' && { [PROPERTY_KEYS.flag]: writeFlag(flag.value) }),
    ...(decision.kind === 'value' && { [PROPERTY_KEYS.decision]: { v: 1, ...decision.value } }),
    ...(pass.kind === 'value' && { [PROPERTY_KEYS.pass]: writePass(pass.value) }),
  };
}

/** Sprints of the item number `n`; every fourth is in none, some were in one before. */
export const sprintsOf = (n: number): number[] => {
  const sprint = SPRINTS[n % 4];
  if (sprint === undefined) return [];
  return n % 8 === 1 ? [10, sprint] : [sprint];
};

/** Accounts that see the item number `n`; null for all. */
export type SeenBy = (n: number) => string[] | null;

const issueOf = (item: ItemFacts, n: number, seenBy: SeenBy): SiteIssue => ({
  ...item,
  labels: [...item.labels],
  projectId: '1',
  summary: item.key,
  description: null,
  priorityId: null,
  resolved: null,
  dueDate: null,
  componentIds: [...item.componentIds],
  fixVersionNames: [],
  reporterAccountId: null,
  assigneeAccountId: null,
  estimate: null,
  sprintIds: sprintsOf(n),
  visibleTo: seenBy(n),
  properties: propertiesOf(item),
  links: [],
  history: [],
});

function fill(
  site: ReturnType<typeof createJira>['site'],
  items: readonly ItemFacts[],
  seenBy: SeenBy,
  zones: Record<string, string>,
): void {
  for (const [accountId, timeZone] of Object.entries(zones))
    site.addUser({
      accountId,
      name: accountId,
      displayName: accountId,
      timeZone,
      locale: 'en-US',
      siteAdmin: false,
    });
  for (const id of ['6', '7']) site.addResolution({ id, name: `Resolution ${id}` });
  site.addProject({
    id: '1',
    key: 'SHOP',
    name: 'Web shop',
    style: 'classic',
    leadAccountId: null,
    issueTypes: [
      ...['1', '2', '3'].map((id) => ({ id, name: `Type ${id}`, hierarchyLevel: 0 })),
      { id: '4', name: 'Sub-task', hierarchyLevel: -1 },
      { id: '5', name: 'Epic', hierarchyLevel: 1 },
    ],
    statuses: [...STATUSES],
    components: ['21', '22', '23'].map((id) => ({ id, name: `Component ${id}` })),
    roles: {},
    defaultRole: 'viewer',
  });
  site.addBoard({ id: 1, name: 'SHOP board', type: 'scrum', projectId: '1', sprints: true });
  SPRINTS.forEach((id, n) =>
    site.addSprint({
      id,
      boardId: 1,
      name: `Sprint ${id}`,
      state: SPRINT_STATES[n] ?? 'future',
      startDate: null,
      endDate: null,
      completeDate: null,
      goal: '',
    }),
  );
  site.addIssues(items.map((item, n) => issueOf(item, n, seenBy)));
}

/** Starts a site that holds these items, with people in these zones; the app's clock stands at `NOW`. */
export function startSite(
  items: readonly ItemFacts[],
  seenBy: SeenBy = () => null,
  zones: Record<string, string> = ZONES,
) {
  const { scopes, modules } = readManifest('manifest.yml');
  const db = openDb(':memory:');
  const jira = createJira({
    db,
    clock: standingClock(NOW),
    app: { scopes, entityProperties: modules['jira:entityProperty'], validators: [] },
    lagMs: 0,
  });
  fill(jira.site, items, seenBy, zones);

  async function ask(caller: Caller, path: string, body: object): Promise<unknown> {
    const answer = await jira.handle({
      method: 'POST',
      path: `/rest/api/3/search/${path}`,
      headers: {},
      body: JSON.stringify(body),
      caller,
    });
    if (answer.status !== 200) throw new Error(`${answer.body} ${JSON.stringify(body)}`);
    return JSON.parse(answer.body) as unknown;
  }
  return {
    close: () => {
      db.close();
    },
    /** Searches and counts as the page asks for them. */
    jiraOf(caller: Caller): JiraCall {
      const path: Partial<Record<string, string>> = { search: 'jql', count: 'approximate-count' };
      const call = (name: string, { body }: { body?: object } = {}) =>
        ask(caller, path[name] ?? name, body ?? {});
      return call as JiraCall;
    },
    async count(caller: Caller, jql: string): Promise<number> {
      return ((await ask(caller, 'approximate-count', { jql })) as { count: number }).count;
    },
    /** All items as the app reads them. */
    async list(): Promise<ItemFacts[]> {
      const found: JiraIssue[] = [];
      let nextPageToken: string | undefined;
      do {
        const body = { jql: 'project = 1', fields: FACT_FIELDS, properties: FACT_PROPERTIES };
        const answer = await ask({ principal: 'app' }, 'jql', {
          ...body,
          ...(nextPageToken && { nextPageToken }),
        });
        const page = answer as { issues: JiraIssue[]; nextPageToken?: string };
        found.push(...page.issues);
        nextPageToken = page.nextPageToken;
      } while (nextPageToken);
      return found.map(factsOf);
    },
  };
}

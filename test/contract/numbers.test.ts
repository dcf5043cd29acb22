// The numbers as Jira counts them by our JQL, and as the domain counts listed items: the same.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { standingClock } from '../../local/clock';
import { openDb } from '../../local/db';
import { createJira } from '../../local/jira';
import type { Caller, SiteIssue } from '../../local/jira/api';
import { readManifest } from '../../local/manifest';
import type { JiraIssue } from '../../src/adapters/jira/answers';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf } from '../../src/adapters/jira/items';
import { projectJql } from '../../src/adapters/jira/jql';
import { PROPERTY_KEYS, writeAnswer, writeFlag, writeResult } from '../../src/contract/properties';
import { BANDS, parentOf, type Frame, type Window } from '../../src/domain/band';
import type { Clause } from '../../src/domain/clause';
import { coverageOf } from '../../src/domain/coverage';
import { addDays, dayOf } from '../../src/domain/days';
import { betOf } from '../../src/domain/inherit';
import { valueOf, type ItemFacts } from '../../src/domain/item';
import { findingOf, scanClauses, type Moment } from '../../src/domain/kill';
import { numberClauses, type NumberName } from '../../src/domain/number';
import { outputOf } from '../../src/domain/output';
import { anyFrame, anyItem, aWindow, NOW } from '../support/arbitraries';

const ITEMS = 150;
const FRAMES = 20;
const STATUSES = [
  { id: '100', name: 'To Do', category: 'new' },
  { id: '101', name: 'In Progress', category: 'indeterminate' },
  { id: '106', name: 'Done', category: 'done' },
  { id: '107', name: 'Dropped', category: 'done' },
] as const;
const ZONES = { 'acc-utc': 'UTC', 'acc-york': 'America/New_York', 'acc-land': 'Pacific/Auckland' };
const APP_ZONE = 'UTC';

/** Random items whose status fits its category; some are sub-tasks or epics. */
const someItems = fc.array(
  fc.tuple(anyItem, fc.integer({ min: 0, max: 9 })).map(([item, kind]): ItemFacts => {
    const done = item.statusId === '107' ? '107' : '106';
    const statusId = { new: '100', indeterminate: '101', done }[item.category];
    if (kind === 0) return { ...item, statusId, typeId: '4', level: -1 };
    return kind === 1 ? { ...item, statusId, typeId: '5', level: 1 } : { ...item, statusId };
  }),
  { minLength: ITEMS, maxLength: ITEMS },
);

function propertiesOf({ answer, result, flag, decision }: ItemFacts): Record<string, unknown> {
  return {
    ...(answer.kind === 'value' && { [PROPERTY_KEYS.answer]: writeAnswer(answer.value) }),
    ...(result.kind === 'value' && { [PROPERTY_KEYS.result]: writeResult(result.value) }),
    ...(flag.kind === 'value' && { [PROPERTY_KEYS.flag]: writeFlag(flag.value) }),
    ...(decision.kind === 'value' && { [PROPERTY_KEYS.decision]: { v: 1, ...decision.value } }),
  };
}

const issueOf = (item: ItemFacts): SiteIssue => ({
  ...item,
  labels: [...item.labels],
  projectId: '1',
  summary: item.key,
  description: null,
  priorityId: null,
  resolved: null,
  dueDate: null,
  componentIds: [],
  fixVersionNames: [],
  reporterAccountId: null,
  assigneeAccountId: null,
  estimate: null,
  visibleTo: null,
  properties: propertiesOf(item),
  links: [],
  history: [],
});

function startSite(items: readonly ItemFacts[]) {
  const { scopes, modules } = readManifest('manifest.yml');
  const db = openDb(':memory:');
  const jira = createJira({
    db,
    clock: standingClock(NOW),
    app: { scopes, entityProperties: modules['jira:entityProperty'], validators: [] },
    lagMs: 0,
  });
  const { site } = jira;
  for (const [accountId, timeZone] of Object.entries(ZONES))
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
    components: [],
    roles: {},
    defaultRole: 'viewer',
  });
  site.addIssues(items.map(issueOf));

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
    async count(caller: Caller, zone: string, clause: Clause): Promise<number> {
      const jql = projectJql('1', clause, zone);
      return ((await ask(caller, 'approximate-count', { jql })) as { count: number }).count;
    },
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

type Counts = Partial<Record<NumberName | `scan.${keyof ReturnType<typeof scanClauses>}`, number>>;

/** Every number by the functions of the domain, without a condition. */
function listedNumbers(items: readonly ItemFacts[], frame: Frame, window: Window, moment: Moment) {
  const { bands, ...output } = outputOf(items, frame, window);
  const { asked, own, parent } = coverageOf(items, frame);
  const many = (fits: (item: ItemFacts) => boolean) => items.filter(fits).length;
  const flagged = (flag: string) =>
    many(
      (item) => item.level === 0 && item.category !== 'done' && valueOf(item.flag)?.flag === flag,
    );
  const covered = (item: ItemFacts) =>
    betOf(item, parentOf(item, frame), frame.goals).source !== 'none';
  const counts: Counts = {
    ...output,
    'coverage.asked': asked,
    'coverage.own': own,
    'coverage.parent': parent,
    'flag.warned': flagged('warned'),
    'flag.candidate': flagged('candidate'),
  };
  for (const band of BANDS) counts[`band.${band}`] = bands[band];
  const graceOver = addDays(moment.today, -frame.rules.graceDays);
  const scanned = { clear: 0, warn: 0, flag: 0, reason: 0 };
  for (const item of items) {
    const finding = findingOf(item, frame, moment);
    const flag = valueOf(item.flag);
    if (flag === null && finding) scanned.warn += 1;
    if (flag === null) continue;
    if (!finding && item.level === 0) scanned.clear += 1;
    if (!finding) continue;
    if (flag.flag === 'warned' && finding.ripe && (flag.since ?? '') <= graceOver)
      scanned.flag += 1;
    if ((flag.reason === 'aged') === covered(item)) scanned.reason += 1;
  }
  for (const [name, count] of Object.entries(scanned))
    counts[`scan.${name as keyof typeof scanned}`] = count;
  return counts;
}

const callers: { caller: Caller; zone: string }[] = [
  { caller: { principal: 'app' }, zone: APP_ZONE },
  ...Object.entries(ZONES).map(([accountId, zone]) => ({
    caller: { principal: 'browser' as const, accountId },
    zone,
  })),
];

test('what Jira counts by the printed JQL is what the domain counts from the items', async () => {
  const [random = []] = fc.sample(someItems, { seed: 20261121, numRuns: 1 });
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
  const all = [...epics, ...items];
  const site = startSite(all);
  try {
    const byId = (list: ItemFacts[]) => [...list].sort((a, b) => Number(a.id) - Number(b.id));
    const plain = (list: ItemFacts[]) => JSON.parse(JSON.stringify(byId(list))) as unknown;
    expect(plain(await site.list())).toEqual(plain(all));

    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        anyFrame,
        aWindow,
        fc.constantFrom(...callers),
        async (frame, window, { caller, zone }) => {
          const moment = { now: NOW, today: dayOf(NOW, frame.rules.timeZone) };
          const clauses: Record<string, Clause> = { ...numberClauses(frame, window) };
          for (const [name, clause] of Object.entries(scanClauses(frame, moment)))
            clauses[`scan.${name}`] = clause;
          const counted: Record<string, number> = {};
          for (const [name, clause] of Object.entries(clauses)) {
            counted[name] = await site.count(caller, zone, clause);
            seen[name] = (seen[name] ?? 0) + counted[name];
          }
          expect(counted).toEqual(listedNumbers(all, frame, window, moment));
        },
      ),
      { numRuns: FRAMES },
    );
    // Every number was put to the test: none of them was nought all the time.
    expect(Object.entries(seen).filter(([, sum]) => sum === 0)).toEqual([]);
  } finally {
    site.close();
  }
}, 60_000);

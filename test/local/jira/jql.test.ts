import { describe, expect, test } from '@jest/globals';
import { as, asApp, anonymous, createTestSite, DAY, makeIssue, NOW } from './support';

function filledSite() {
  const site = createTestSite();
  site.jira.site.addIssues([
    makeIssue(1, { typeId: '103', summary: 'Checkout epic', created: NOW - 300 * DAY }),
    makeIssue(2, {
      parentId: '10001',
      created: NOW - 200 * DAY,
      labels: ['fast', 'paid'],
      componentIds: ['501'],
      estimate: 5,
      properties: {
        'shop-answer': { goal: 'G1', delta: 4, check: { by: '2026-11-21' }, by: 'acc-po' },
      },
    }),
    makeIssue(3, {
      statusId: '12',
      created: NOW - 91 * DAY,
      priorityId: '1',
      assigneeAccountId: 'acc-dev',
      dueDate: '2026-11-21',
      properties: { 'shop-answer': { goal: 'G2', delta: 'much', note: 'Pay by card' } },
    }),
    makeIssue(4, {
      statusId: '13',
      resolutionId: '1',
      resolved: NOW - 10 * DAY,
      categoryChanged: NOW - 10 * DAY,
      created: NOW - 80 * DAY,
      summary: 'Search finds the red shoes',
      fixVersionNames: ['1.0'],
    }),
    makeIssue(5, { typeId: '104', parentId: '10002', created: NOW - DAY, priorityId: null }),
    makeIssue(6, { visibleTo: ['acc-po'], created: NOW - 2 * DAY, priorityId: '3' }),
    makeIssue(1, { id: '20001', key: 'LAB-1', projectId: '2', typeId: '201', statusId: '21' }),
  ]);
  return site;
}

describe('searching as the app', () => {
  const { find } = filledSite();
  const shop = (...numbers: number[]) => numbers.map((n) => `SHOP-${String(n)}`);

  test.each<[string, string[]]>([
    ['project = SHOP ORDER BY key', shop(1, 2, 3, 4, 5, 6)],
    [
      'project in (SHOP, "Laboratory") AND type = Story ORDER BY project, key',
      [...shop(2, 3, 4, 6), 'LAB-1'],
    ],
    ['project = 1 AND statusCategory = "In Progress"', shop(3)],
    [
      'project = shop AND statusCategory != Done AND created <= -90d ORDER BY created',
      shop(1, 2, 3),
    ],
    ['parent = SHOP-1', shop(2)],
    ['parent in (10001, 10002) ORDER BY id', shop(2, 5)],
    ['project = SHOP AND parent is EMPTY ORDER BY key', shop(1, 3, 4, 6)],
    ['id in (10002, 10004) ORDER BY id DESC', shop(4, 2)],
    ['key > SHOP-4 ORDER BY key', shop(5, 6)],
    ['resolution = Unresolved AND project = SHOP ORDER BY key', shop(1, 2, 3, 5, 6)],
    ['resolution = Done', shop(4)],
    ['resolution != Done AND project = SHOP', []],
    ['labels = fast', shop(2)],
    ['labels in (paid, slow)', shop(2)],
    ['labels != fast', []],
    ['project = SHOP AND labels is EMPTY AND type = Bug', []],
    ['component = Checkout', shop(2)],
    ['component = 501', shop(2)],
    ['fixVersion = "1.0"', shop(4)],
    ['fixVersion is not EMPTY', shop(4)],
    ['assignee = acc-dev', shop(3)],
    ['due <= "2026-11-21"', shop(3)],
    ['due < now()', []],
    ['resolved >= startOfDay("-10d") AND resolved <= endOfDay("-10d")', shop(4)],
    ['created >= startOfMonth() AND project = SHOP ORDER BY key', shop(5, 6)],
    ['summary ~ "red sho*"', shop(4)],
    ['text ~ "\\"the red\\""', shop(4)],
    ['text ~ "red the finds"', shop(4)],
    ['summary ~ "shoe"', []],
    ['shopGoal = G1', shop(2)],
    ['SHOPGOAL != G1', shop(3)],
    ['project = SHOP AND shopGoal is EMPTY ORDER BY key', shop(1, 4, 5, 6)],
    ['NOT shopGoal = G1', shop(3)],
    ['NOT (shopGoal is EMPTY OR shopGoal = G2)', shop(2)],
    ['issue.property[shop-answer].goal = "G2"', shop(3)],
    ['shopDelta >= 4', shop(2)],
    ['shopCheckBy <= "2026-11-21"', shop(2)],
    ['shopCheckBy < "2026-11-21"', []],
    ['issue.property["shop-answer"].by = acc-po', shop(2)],
    ['issue.property["shop-answer"].note ~ "CARD"', shop(3)],
    ['"Story point estimate" > 3', shop(2)],
    ['type in subTaskIssueTypes()', shop(5)],
    ['project = SHOP ORDER BY priority, key', shop(3, 1, 2, 4, 6, 5)],
    ['project = SHOP AND shopDelta is not EMPTY OR key = SHOP-6 ORDER BY shopDelta', shop(2, 6)],
    ['project = SHOP', shop(6, 5, 4, 3, 2, 1)],
  ])('%s', async (jql, keys) => {
    expect(await find(asApp, jql)).toEqual(keys);
  });

  test.each([
    ['', 'Unbounded JQL queries are not allowed here'],
    ['ORDER BY created', 'Unbounded JQL'],
    ['project = ', 'Error in the JQL Query'],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['issue.property[other].goal = "x"', "Field 'issue.property[other].goal' does not exist"],
    [
      'issue.property[shop-answer].secret = "x"',
      "Field 'issue.property[shop-answer].secret' does not",
    ],
    ['shopGoal in (G1, G2)', "The operator 'in' is not supported by the 'shopGoal' field."],
    ['shopGoal > G1', "The operator '>' is not supported by the 'shopGoal' field."],
    ['status was Open', 'not modelled'],
    ['created > soon', "Date value 'soon' for field 'created' is invalid."],
    ['created > "2026-02-30"', 'is invalid'],
    ['due < -99999999999d', 'is invalid'],
    [`${'('.repeat(3_000)}key = SHOP-1${')'.repeat(3_000)}`, 'Error in the JQL Query'],
    ['key = SHOP-99', "An issue with key 'SHOP-99' does not exist for field 'key'."],
    ['id in (10001, 99999)', "A value with ID '99999' does not exist for the field 'id'."],
    ['sprint = 99', "Sprint with name '99' does not exist"],
    ['assignee in membersOf("x")', 'not modelled'],
    ['project in SHOP', 'Error in the JQL Query'],
    ['labels = (fast, paid)', 'Error in the JQL Query'],
    ['parent > SHOP-1', "The operator '>' is not supported by the 'parent' field."],
    ['project = SHOP ORDER BY created, updated, key, id, due, status, type, parent', 'At most 7'],
    ['project = SHOP ORDER BY text', 'Not able to sort'],
    ['project = "SHOP\' OR 1=1 --"', 'does not exist'],
  ])('%s is refused', async (jql, message) => {
    expect(await find(asApp, jql)).toEqual(expect.stringContaining(message));
  });
});

test('a caller finds only what they may see, in search and in counts', async () => {
  const { find, call } = filledSite();
  expect(await find(as('dev'), 'created is not EMPTY ORDER BY key')).toHaveLength(5);
  expect(await find(as('po'), 'created is not EMPTY')).toHaveLength(7);
  expect(await find(as('dev'), 'project = LAB')).toEqual(expect.stringContaining('does not exist'));
  expect(await find(as('dev'), 'key = SHOP-6')).toEqual(expect.stringContaining('does not exist'));
  expect(await find(anonymous, 'project = SHOP')).toEqual([]);
  const count = (name: string) =>
    call(as(name), 'POST', '/search/approximate-count', { jql: 'project = SHOP' });
  expect((await count('dev')).json).toEqual({ count: 5 });
  expect((await count('po')).json).toEqual({ count: 6 });
});

test("dates are read in the caller's zone", async () => {
  const { jira, find } = createTestSite();
  jira.site.addIssues([makeIssue(1, { created: Date.UTC(2026, 10, 1, 2) })]);
  // 02:00 UTC on the first is still the last of October in New York.
  expect(await find(as('dev'), 'created >= "2026-11-01"')).toEqual([]);
  expect(await find(as('po'), 'created >= "2026-11-01 03:00"')).toEqual(['SHOP-1']);
  expect(await find(as('po'), 'created >= "2026-11-01 03:01"')).toEqual([]);
});

test('pages of any order hold every issue once', async () => {
  const { jira, call } = createTestSite();
  const many = Array.from({ length: 250 }, (_, n) =>
    makeIssue(n + 1, {
      priorityId: n % 3 === 0 ? null : String((n % 3) + 1),
      estimate: n % 7 || null,
    }),
  );
  jira.site.addIssues(many);
  const jql = 'project = SHOP ORDER BY priority DESC, "Story points", created';
  const keys: string[] = [];
  let nextPageToken: string | undefined;
  let pages = 0;
  do {
    const body = { jql, fields: ['key', 'summary'], maxResults: 500, nextPageToken };
    const answer = await call(asApp, 'POST', '/search/jql', body);
    const page = answer.json as {
      issues: { key: string }[];
      nextPageToken?: string;
      isLast: boolean;
    };
    expect(page.isLast).toBe(page.nextPageToken === undefined);
    keys.push(...page.issues.map((issue) => issue.key));
    nextPageToken = page.nextPageToken;
    pages += 1;
  } while (nextPageToken);
  expect(pages).toBe(3);
  expect(new Set(keys).size).toBe(250);
});

test('a page token of another query or caller, or an old one, is refused', async () => {
  const { jira, call, clock } = createTestSite();
  jira.site.addIssues(Array.from({ length: 60 }, (_, n) => makeIssue(n + 1)));
  const jql = 'project = SHOP';
  const first = await call(asApp, 'POST', '/search/jql', { jql });
  const { nextPageToken } = first.json as { nextPageToken: string };
  const next = (caller: typeof asApp, text: string, token = nextPageToken) =>
    call(caller, 'POST', '/search/jql', { jql: text, nextPageToken: token });
  expect((await next(asApp, jql)).json).toMatchObject({ isLast: true });
  expect((await next(asApp, 'project = 1')).status).toBe(400);
  expect((await next(asApp, jql, 'bm8')).status).toBe(400);
  clock.set(NOW + 8 * DAY);
  expect((await next(asApp, jql)).status).toBe(400);
});

test('search answers only the id unless more is asked for', async () => {
  const { call } = filledSite();
  const answer = await call(asApp, 'POST', '/search/jql', { jql: 'key = SHOP-2' });
  expect(answer.json).toEqual({ issues: [{ id: '10002' }], isLast: true });
});

import { expect, test } from '@jest/globals';
import { anonymous, as, asApp, asUser, createTestSite, makeIssue } from './support';

function site() {
  const made = createTestSite();
  made.jira.site.addIssues([
    makeIssue(1, { componentIds: ['501'] }),
    makeIssue(2, { componentIds: ['501', '502'], labels: ['fast'] }),
    makeIssue(3),
  ]);
  return made;
}

test('a project lists its components at once and in pages, by name', async () => {
  const { call } = site();
  const all = await call(asUser('dev'), 'GET', '/project/1/components');
  const checkout = { id: '501', name: 'Checkout', project: 'SHOP', projectId: 1 };
  expect(all.json).toMatchObject([checkout, { id: '502', name: 'Search' }]);
  const page = (query: string) => call(asUser('dev'), 'GET', `/project/SHOP/component?${query}`);
  expect((await page('maxResults=1&orderBy=-name')).json).toMatchObject({
    total: 2,
    isLast: false,
    values: [{ id: '502' }],
  });
  expect((await page('query=CHECK')).json).toMatchObject({ total: 1, values: [checkout] });
  expect((await page('orderBy=issueCount')).status).toBe(501);
  expect((await page('componentSource=compass')).status).toBe(501);
  expect((await call(asUser('outsider'), 'GET', '/project/1/components')).status).toBe(404);
  expect((await call(anonymous, 'GET', '/project/1/component')).status).toBe(404);
});

test('components are found by id and name; lists that leave some out leave out items without one', async () => {
  const { find } = site();
  const shop = (...numbers: number[]) => numbers.map((n) => `SHOP-${String(n)}`);
  const cases: [string, string[]][] = [
    ['component = 502', shop(2)],
    ['component = checkout', shop(1, 2)],
    ['component in (501, Search)', shop(1, 2)],
    ['component is EMPTY', shop(3)],
    ['component not in (502)', shop(1)],
    ['component != Checkout', []],
    ['component in (EMPTY, 502)', shop(2, 3)],
    ['labels is EMPTY AND component is not EMPTY', shop(1)],
    ['component is EMPTY OR component not in (501)', shop(3)],
  ];
  for (const [jql, keys] of cases) {
    expect([jql, await find(asApp, `project = SHOP AND (${jql}) ORDER BY key`)]).toEqual([
      jql,
      keys,
    ]);
  }
  expect(await find(as('dev'), 'component = Nowhere')).toContain("'Nowhere' does not exist");
});

test('a component that is deleted goes from its items, and conditions with it break', async () => {
  const { jira, call, find } = site();
  const remove = (who: Parameters<typeof call>[0], id: string, query = '') =>
    call(who, 'DELETE', `/component/${id}${query}`);
  expect((await remove(anonymous, '502')).status).toBe(401);
  expect((await remove(asUser('dev'), '502')).status).toBe(403);
  expect((await remove(asUser('outsider'), '502')).status).toBe(404);
  expect((await remove(asUser('po'), '502', '?moveIssuesTo=999')).status).toBe(404);
  expect((await remove(asUser('po'), '502')).status).toBe(204);
  jira.settle();
  expect(await find(as('dev'), 'component = Search')).toContain("'Search' does not exist");
  expect(await find(as('dev'), 'component = 501 ORDER BY key')).toEqual(['SHOP-1', 'SHOP-2']);
  expect((await remove(asUser('po'), '502')).status).toBe(404);
});

test('a search shows components and the estimate beside properties', async () => {
  const { jira, call } = site();
  const properties = { 'shop-answer': { goal: 'G1' } };
  jira.site.addIssues([makeIssue(4, { componentIds: ['502'], estimate: 5, properties })]);
  const found = await call(asUser('dev'), 'POST', '/search/jql', {
    jql: 'shopGoal = G1',
    fields: ['components', 'customfield_10016'],
    properties: ['shop-answer'],
  });
  expect(found.json).toMatchObject({
    issues: [
      {
        fields: { components: [{ id: '502', name: 'Search' }], customfield_10016: 5 },
        properties,
      },
    ],
  });
});

test('a search for ids alone gives thousands a page, with a token for the rest', async () => {
  const { jira, call } = createTestSite();
  jira.site.addIssues(Array.from({ length: 5_001 }, (_, n) => makeIssue(n + 1)));
  type Page = { issues: object[]; nextPageToken?: string; isLast: boolean };
  const ask = async (more: object) =>
    (
      await call(asUser('dev'), 'POST', '/search/jql', {
        jql: 'project = SHOP',
        maxResults: 9_999,
        ...more,
      })
    ).json as Page;
  const first = await ask({ fields: ['id'] });
  expect([first.issues.length, first.isLast]).toEqual([5_000, false]);
  expect(first.issues[0]).toEqual({ id: '15001' });
  const { nextPageToken } = first;
  expect(await ask({ fields: ['id'], nextPageToken })).toEqual({
    issues: [{ id: '10001' }],
    isLast: true,
  });
  expect((await ask({ fields: ['*none'] })).issues).toHaveLength(5_000);
  expect((await ask({ fields: ['id'], properties: ['shop-answer'] })).issues).toHaveLength(100);
});

test('days in properties are compared and sorted by', async () => {
  const { jira, find } = createTestSite();
  const dated = (n: number, day?: string) =>
    makeIssue(
      n,
      day === undefined ? {} : { properties: { 'shop-answer': { check: { by: day } } } },
    );
  jira.site.addIssues([dated(1, '2026-03-02'), dated(2, '2026-01-05'), dated(3)]);
  const range = 'shopCheckBy >= "2026-01-05" AND shopCheckBy < "2026-03-02"';
  expect(await find(asApp, `project = SHOP AND ${range}`)).toEqual(['SHOP-2']);
  const sorted = ['SHOP-1', 'SHOP-2', 'SHOP-3'];
  expect(await find(asApp, 'project = SHOP ORDER BY shopCheckBy DESC')).toEqual(sorted);
});

import { expect, test } from '@jest/globals';
import { anonymous, as, asApp, asBrowser, asUser, createTestSite, makeIssue } from './support';

function site(scopes?: string[]) {
  const made = createTestSite(scopes ? { app: { scopes } } : {});
  made.jira.site.addIssues([makeIssue(1), makeIssue(2), makeIssue(3, { visibleTo: ['acc-po'] })]);
  return made;
}

test('an unknown route and an unknown method are errors that name themselves', async () => {
  const { call } = site();
  expect(await call(as('dev'), 'GET', '/nope')).toMatchObject({
    status: 404,
    json: { errorMessages: [expect.stringContaining('GET /rest/api/3/nope')] },
  });
  expect((await call(as('dev'), 'DELETE', '/myself')).status).toBe(405);
  expect((await call(as('dev'), 'GET', '/issue/%E0%A4%A')).status).toBe(400);
  expect((await call(as('dev'), 'GET', '/issue/SHOP-1?expand=renderedFields')).status).toBe(501);
});

test('a scope that the manifest does not ask for stops the app, not an outside client', async () => {
  const { call } = site(['read:jira-work']);
  for (const caller of [asApp, asUser('dev'), asBrowser('dev')]) {
    expect(await call(caller, 'PUT', '/issue/SHOP-1/properties/x', 1)).toMatchObject({
      status: 403,
      json: { message: expect.stringContaining('write:jira-work') },
    });
  }
  expect((await call(as('dev'), 'PUT', '/issue/SHOP-1/properties/x', 1)).status).toBe(201);
});

test('the ledger counts calls and points of the app and keeps browser calls free', async () => {
  const { call, jira } = site();
  const jql = 'project = SHOP';
  await call(asApp, 'POST', '/search/jql', { jql });
  await call(asApp, 'POST', '/search/approximate-count', { jql });
  await call(asUser('dev'), 'GET', '/issue/SHOP-1');
  await call(asUser('dev'), 'PUT', '/issue/SHOP-1/properties/x', 1);
  await call(asUser('dev'), 'GET', '/mypermissions?permissions=EDIT_ISSUES,BROWSE_PROJECTS');
  await call(asBrowser('dev'), 'POST', '/search/jql', { jql });
  await call(as('dev'), 'GET', '/issue/SHOP-1');
  const { calls, total } = jira.ledger();
  expect(total).toEqual({ calls: 5, points: 4 + 1 + 2 + 1 + 5 });
  expect(calls).toContainEqual({
    method: 'POST',
    route: '/rest/api/3/search/jql',
    principal: 'browser',
    count: 1,
    points: 0,
    worst: 0,
  });
  expect(calls).toContainEqual({
    method: 'PUT',
    route: '/rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
    principal: 'user',
    count: 1,
    points: 1,
    worst: 1,
  });
  jira.resetLedger();
  const nothing = { calls: 0, points: 0 };
  expect(jira.ledger()).toEqual({ calls: [], total: nothing, worst: nothing });
});

test('permissions follow the roles, for projects and for single issues', async () => {
  const { call } = site();
  const mine = async (name: string, query: string) => {
    const keys = 'ADMINISTER,ADMINISTER_PROJECTS,EDIT_ISSUES,BROWSE_PROJECTS';
    const answer = await call(asUser(name), 'GET', `/mypermissions?permissions=${keys}&${query}`);
    const { permissions } = answer.json as {
      permissions: Record<string, { havePermission: boolean }>;
    };
    return Object.values(permissions).map((each) => each.havePermission);
  };
  expect(await mine('admin', 'projectKey=LAB')).toEqual([true, true, true, true]);
  expect(await mine('po', 'issueKey=SHOP-3')).toEqual([false, true, true, true]);
  expect(await mine('dev', 'projectId=1')).toEqual([false, false, true, true]);
  expect(await mine('viewer', 'issueId=10001')).toEqual([false, false, false, true]);
  const hidden = '/mypermissions?permissions=EDIT_ISSUES&issueKey=SHOP-3';
  expect((await call(asUser('dev'), 'GET', hidden)).status).toBe(404);
  expect((await call(asUser('dev'), 'GET', '/mypermissions?permissions=NOPE')).status).toBe(400);
  expect((await call(asUser('dev'), 'GET', '/mypermissions')).status).toBe(400);
});

test('a permission check answers the ids that hold and is silent about the rest', async () => {
  const { call } = site();
  const body = {
    globalPermissions: ['ADMINISTER'],
    projectPermissions: [
      { permissions: ['EDIT_ISSUES'], projects: [1, 2, 9], issues: [10001, 10003, 99] },
    ],
  };
  expect((await call(asUser('dev'), 'POST', '/permissions/check', body)).json).toEqual({
    globalPermissions: [],
    projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [1], issues: [10001] }],
  });
  const ofViewer = { ...body, accountId: 'acc-viewer' };
  expect((await call(asUser('dev'), 'POST', '/permissions/check', ofViewer)).status).toBe(403);
  expect((await call(asApp, 'POST', '/permissions/check', ofViewer)).json).toMatchObject({
    projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [], issues: [] }],
  });
});

test('an anonymous caller has no self and sees nothing', async () => {
  const { call } = site();
  expect((await call(anonymous, 'GET', '/myself')).status).toBe(401);
  expect((await call(anonymous, 'GET', '/issue/SHOP-1')).status).toBe(404);
  expect((await call(anonymous, 'GET', '/project/SHOP')).status).toBe(404);
  expect((await call(anonymous, 'GET', '/project/search')).json).toMatchObject({ total: 0 });
  expect((await call(anonymous, 'PUT', '/issue/SHOP-1/properties/x', 1)).status).toBe(404);
});

test('an unknown member of a body, and a page size that is no number, are refused', async () => {
  const { call } = site();
  const extra = { jql: 'project = SHOP', startAt: 5 };
  expect((await call(as('dev'), 'POST', '/search/jql', extra)).status).toBe(400);
  expect((await call(as('dev'), 'GET', '/project/search?maxResults=x')).status).toBe(400);
});

test('a site is the same after its database is opened by another Jira, and empty once cleared', async () => {
  const { jira, db, clock, find } = site();
  const { createJira } = await import('../../../local/jira');
  const { APP } = await import('./support');
  const again = createJira({ db, clock, app: APP, lagMs: 0 });
  expect(again.site.counts()).toEqual({ items: 3, projects: 2 });
  expect(again.site.users().map((user) => user.name)).toContain('po');
  const wider = createJira({ db, clock, app: { ...APP, entityProperties: [] }, lagMs: 0 });
  expect(wider.site.counts().items).toBe(3);
  createJira({ db, clock, app: APP, lagMs: 0 });
  expect(await find(asApp, 'project = SHOP')).toHaveLength(3);
  jira.site.clear();
  expect(jira.site.counts()).toEqual({ items: 0, projects: 0 });
});

test('data that does not fit the site is refused as a whole', () => {
  const { jira } = site();
  const good = makeIssue(50);
  expect(() => {
    jira.site.addIssues([good, makeIssue(51, { statusId: '99' })]);
  }).toThrow('SHOP-51');
  expect(jira.site.counts().items).toBe(3);
});

test('users are listed ten a page unless the caller asks for more', async () => {
  const { jira, call } = site();
  const ids = Array.from({ length: 12 }, (_none, n) => `acc-more-${n}`);
  for (const accountId of ids) {
    jira.site.addUser({
      accountId,
      name: '',
      displayName: accountId,
      timeZone: 'UTC',
      locale: 'en-US',
      siteAdmin: false,
    });
  }
  const query = ids.map((id) => `accountId=${id}`).join('&');
  const first = await call(asApp, 'GET', `/user/bulk?${query}`);
  expect(first.json).toMatchObject({ maxResults: 10, total: 12, isLast: false });
  expect(first.json).toHaveProperty('values.length', 10);
  const rest = await call(asApp, 'GET', `/user/bulk?${query}&startAt=10`);
  expect(rest.json).toHaveProperty('values.length', 2);
  const all = await call(asApp, 'GET', `/user/bulk?${query}&maxResults=50`);
  expect(all.json).toMatchObject({ isLast: true, maxResults: 50 });
});

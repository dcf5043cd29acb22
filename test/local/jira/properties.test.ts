import { expect, test } from '@jest/globals';
import { as, asApp, asUser, createTestSite, DAY, makeIssue, NOW } from './support';

const PATH = '/issue/SHOP-1/properties/shop-answer';

function site(lagMs = 0) {
  const made = createTestSite({ lagMs });
  made.jira.site.addIssues([makeIssue(1), makeIssue(2), makeIssue(3, { visibleTo: ['acc-po'] })]);
  return made;
}

test('a property is created, read, changed and deleted', async () => {
  const { call, find } = site();
  expect((await call(asUser('dev'), 'GET', PATH)).status).toBe(404);
  expect((await call(asUser('dev'), 'PUT', PATH, { goal: 'G1' })).status).toBe(201);
  expect((await call(asUser('dev'), 'PUT', PATH, { goal: 'G2' })).status).toBe(200);
  expect((await call(asUser('dev'), 'GET', PATH)).json).toEqual({
    key: 'shop-answer',
    value: { goal: 'G2' },
  });
  expect(await find(asApp, 'shopGoal = G2')).toEqual(['SHOP-1']);
  expect((await call(asUser('viewer'), 'PUT', PATH, {})).status).toBe(403);
  expect((await call(asUser('dev'), 'DELETE', PATH)).status).toBe(204);
  expect((await call(asUser('dev'), 'DELETE', PATH)).status).toBe(404);
  expect(await find(asApp, 'shopGoal = G2')).toEqual([]);
});

test('a property changes neither the update time nor the history', async () => {
  const { call } = site();
  await call(asUser('dev'), 'PUT', PATH, { goal: 'G1' });
  const read = await call(as('po'), 'GET', '/issue/SHOP-1?fields=updated&expand=changelog');
  expect(read.json).toMatchObject({
    fields: { updated: '2026-10-02T14:00:00.000+0200' },
    changelog: { total: 0 },
  });
});

test('a value or key that is too long in characters or bytes, or no JSON, is refused', async () => {
  const { jira, call } = site();
  expect((await call(asUser('dev'), 'PUT', PATH, 'x'.repeat(32_766))).status).toBe(201);
  expect((await call(asUser('dev'), 'PUT', PATH, 'x'.repeat(32_767))).status).toBe(400);
  expect((await call(asUser('dev'), 'PUT', PATH, 'ä'.repeat(20_000))).status).toBe(400);
  const named = (length: number) => `/issue/SHOP-1/properties/${'k'.repeat(length)}`;
  expect((await call(asUser('dev'), 'PUT', named(255), 1)).status).toBe(201);
  expect((await call(asUser('dev'), 'PUT', named(256), 1)).status).toBe(400);
  const broken = await jira.handle({
    method: 'PUT',
    path: `/rest/api/3${PATH}`,
    headers: {},
    body: '{"goal":',
    caller: asUser('dev'),
  });
  expect(broken.status).toBe(400);
});

test('search brings up to five properties along', async () => {
  const { call } = site();
  await call(asUser('dev'), 'PUT', PATH, { goal: 'G1' });
  const search = (properties: string[]) =>
    call(asApp, 'POST', '/search/jql', { jql: 'key = SHOP-1', properties });
  expect((await search(['shop-answer', 'other'])).json).toMatchObject({
    issues: [{ key: 'SHOP-1', properties: { 'shop-answer': { goal: 'G1' } } }],
  });
  expect((await search(['a', 'b', 'c', 'd', 'e', 'f'])).status).toBe(400);
});

test('a bulk write is a task that passes over items which the caller can not find', async () => {
  const { call, find, clock } = site(2_000);
  const accepted = await call(asUser('dev'), 'POST', '/issue/properties', {
    entitiesIds: [10001, 10002, 10003, 77],
    properties: { 'shop-answer': { goal: 'G9' } },
  });
  expect(accepted).toMatchObject({ status: 303, json: undefined });
  const path = accepted.headers['location']?.replace(/^.*\/rest\/api\/3/, '') ?? '';
  expect((await call(asUser('dev'), 'GET', path)).json).toMatchObject({ status: 'ENQUEUED' });
  expect((await call(asUser('po'), 'GET', path)).status).toBe(403);
  clock.set(NOW + 2_000);
  expect((await call(asUser('dev'), 'GET', path)).json).toMatchObject({
    status: 'COMPLETE',
    progress: 100,
    result: { changed: 2, skipped: 2 },
  });
  clock.set(NOW + 4_000);
  expect(await find(asApp, 'shopGoal = G9 ORDER BY key')).toEqual(['SHOP-1', 'SHOP-2']);
  clock.set(NOW + 15 * DAY);
  expect((await call(asUser('dev'), 'GET', path)).status).toBe(404);
});

const PROPERTIES = { 'shop-answer': { goal: 'G9' } };

/** Where the task of an accepted bulk write is read. */
const taskPath = (accepted: { headers: Record<string, string> }) =>
  accepted.headers['location']?.replace(/^.*\/rest\/api\/3/, '') ?? '';

test('a bulk write that names an item which the caller may not edit is refused as a whole', async () => {
  const { jira, call, find } = site();
  const inLab = { id: '20001', key: 'LAB-1', projectId: '2', typeId: '201', statusId: '21' };
  jira.site.addIssues([makeIssue(9, inLab)]);
  const refused = await call(asUser('po'), 'POST', '/issue/properties', {
    entitiesIds: [10001, 20001],
    properties: PROPERTIES,
  });
  expect(refused).toMatchObject({
    status: 400,
    json: { errorMessages: [expect.stringContaining('LAB-1')] },
  });
  expect(await find(asApp, 'shopGoal = G9')).toEqual([]);
});

test('a bulk write writes nothing when a right was lost before its task ran', async () => {
  const { jira, call, find, clock } = site(2_000);
  const [lab] = jira.site.projects().filter(({ key }) => key === 'LAB');
  if (!lab) throw new Error('no LAB');
  const inLab = { id: '20001', key: 'LAB-1', projectId: '2', typeId: '201', statusId: '21' };
  jira.site.addIssues([makeIssue(9, inLab)]);
  jira.site.addProject({ ...lab, roles: { 'acc-po': 'editor' } });
  const accepted = await call(asUser('po'), 'POST', '/issue/properties', {
    entitiesIds: [10001, 20001],
    properties: PROPERTIES,
  });
  jira.site.addProject({ ...lab, roles: { 'acc-po': 'viewer' } });
  clock.set(NOW + 2_000);
  expect((await call(asUser('po'), 'GET', taskPath(accepted))).json).toMatchObject({
    status: 'FAILED',
    message: expect.stringContaining('LAB-1'),
  });
  clock.set(NOW + 4_000);
  expect(await find(asApp, 'shopGoal = G9')).toEqual([]);
});

test('an error in the middle of a bulk write undoes what was written and fails the task', async () => {
  const { db, call, find } = site();
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON jira_property WHEN new.issue_id = 10002
    BEGIN SELECT RAISE(ABORT, 'no room'); END`);
  const accepted = await call(asApp, 'POST', '/issue/properties', {
    entitiesIds: [10001, 10002],
    properties: PROPERTIES,
  });
  expect((await call(asApp, 'GET', taskPath(accepted))).json).toMatchObject({
    status: 'FAILED',
    message: expect.stringContaining('no room'),
  });
  expect(await find(asApp, 'shopGoal = G9')).toEqual([]);
});

test('a bulk write by filter leaves out what the caller can not see', async () => {
  const { call } = site();
  await call(asApp, 'POST', '/issue/properties', {
    entitiesIds: [10001, 10003],
    properties: PROPERTIES,
  });
  const accepted = await call(asUser('dev'), 'DELETE', '/issue/properties/shop-answer', {});
  expect((await call(asUser('dev'), 'GET', taskPath(accepted))).json).toMatchObject({
    status: 'COMPLETE',
    result: { changed: 1, skipped: 0 },
  });
});

test('a delete by ids or by value reaches the right issues', async () => {
  const { call, find } = site();
  await call(asApp, 'POST', '/issue/properties', {
    entitiesIds: [10001, 10002, 10003],
    properties: PROPERTIES,
  });
  const path = '/issue/properties/shop-answer';
  await call(asUser('dev'), 'DELETE', path, { entityIds: [10001, 10003] });
  expect(await find(asApp, 'shopGoal = G9 ORDER BY key')).toEqual(['SHOP-2', 'SHOP-3']);
  await call(asApp, 'DELETE', path, { currentValue: { goal: 'G8' } });
  expect(await find(asApp, 'shopGoal = G9')).toHaveLength(2);
  await call(asApp, 'DELETE', path, { currentValue: { goal: 'G9' } });
  expect(await find(asApp, 'shopGoal = G9')).toEqual([]);
});

test('own values by issue and a value by filter are no calls of this Jira', async () => {
  const { call } = site();
  expect((await call(asApp, 'POST', '/issue/properties/multi', {})).status).toBe(405);
  expect((await call(asApp, 'PUT', '/issue/properties/shop-answer', {})).status).toBe(405);
});

test('project properties are read by every member and written by project admins', async () => {
  const { call } = site();
  const path = '/project/SHOP/properties/gate';
  expect((await call(asUser('dev'), 'PUT', path, { on: true })).status).toBe(403);
  expect((await call(asUser('po'), 'PUT', path, { on: true })).status).toBe(201);
  expect((await call(asApp, 'PUT', path, { on: false })).status).toBe(200);
  expect((await call(asUser('viewer'), 'GET', path)).json).toEqual({
    key: 'gate',
    value: { on: false },
  });
  expect((await call(asUser('outsider'), 'GET', path)).status).toBe(404);
  expect((await call(asUser('po'), 'DELETE', path)).status).toBe(204);
  expect((await call(asUser('po'), 'GET', path)).status).toBe(404);
});

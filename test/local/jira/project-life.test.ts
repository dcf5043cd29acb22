import { expect, test } from '@jest/globals';
import { as, asApp, asUser, createTestSite, makeIssue } from './support';

const LAB = { id: '20001', key: 'LAB-1', projectId: '2', typeId: '201', statusId: '21' };
const link = { id: '7', typeName: 'Blocks', inward: 'is blocked by', outward: 'blocks' };

function site(lagMs = 0) {
  const made = createTestSite({ lagMs });
  made.jira.site.addIssues([
    makeIssue(1, { properties: { x: 1 } }),
    makeIssue(2),
    makeIssue(3, { ...LAB, links: [{ ...link, otherKey: 'SHOP-1', direction: 'outward' }] }),
  ]);
  const status = async (caller: typeof asApp, method: string, path: string, body?: unknown) =>
    (await made.call(caller, method, path, body)).status;
  return { ...made, site: made.jira.site, status };
}

test('an archived project can be read and not be changed or found', async () => {
  const { site: back, status, call, find } = site();
  back.archiveProject('SHOP');
  expect(await status(asApp, 'GET', '/issue/SHOP-1')).toBe(200);
  expect((await call(asApp, 'GET', '/project/SHOP')).json).toMatchObject({ archived: true });
  expect(await find(asApp, 'project = SHOP')).toContain('does not exist');
  expect(await find(asApp, 'created <= 0d')).toEqual(['LAB-1']);
  expect(await find(as('admin'), 'created <= 0d')).toEqual(['LAB-1']);
  const { json } = await call(as('admin'), 'GET', '/project/search');
  expect(json).toMatchObject({ values: [{ key: 'LAB' }] });
  for (const caller of [asApp, asUser('po'), as('admin')]) {
    expect(await status(caller, 'PUT', '/issue/SHOP-1/properties/x', 2)).toBe(403);
    expect(await status(caller, 'PUT', '/project/SHOP/properties/x', 2)).toBe(403);
    const move = { transition: { id: '31' } };
    expect(await status(caller, 'POST', '/issue/SHOP-1/transitions', move)).toBe(400);
  }
  const bulk = { entitiesIds: [10_001], properties: { x: 2 } };
  expect(await status(asApp, 'POST', '/issue/properties', bulk)).toBe(400);
  back.archiveProject('SHOP', false);
  expect(await status(asApp, 'PUT', '/issue/SHOP-1/properties/x', 2)).toBe(200);
  expect(await find(asApp, 'project = SHOP')).toEqual(['SHOP-2', 'SHOP-1']);
});

test('a renamed project is found by both keys, its issues carry the new one', async () => {
  const { site: back, call, find, status } = site();
  back.renameProject('SHOP', { key: 'STORE', name: 'Store' });
  for (const key of ['STORE-1', 'SHOP-1', '10001']) {
    expect((await call(asApp, 'GET', `/issue/${key}`)).json).toMatchObject({ key: 'STORE-1' });
  }
  expect((await call(asApp, 'GET', '/project/SHOP')).json).toMatchObject({
    key: 'STORE',
    name: 'Store',
  });
  expect(await find(asApp, 'project = STORE')).toEqual(['STORE-2', 'STORE-1']);
  expect(await find(asApp, 'project = SHOP')).toContain('does not exist');
  const linked = await call(asApp, 'GET', '/issue/LAB-1?fields=issuelinks');
  expect(linked.json).toMatchObject({
    fields: { issuelinks: [{ outwardIssue: { key: 'STORE-1' } }] },
  });
  const fields = { project: { key: 'STORE' }, issuetype: { id: '101' }, summary: 'Next' };
  expect((await call(asUser('dev'), 'POST', '/issue', { fields })).json).toMatchObject({
    key: 'STORE-3',
  });
  expect(await status(asApp, 'GET', '/issue/SHOP-9')).toBe(404);
  expect(() => {
    back.renameProject('LAB', { key: 'STORE' });
  }).toThrow('taken');
});

test('a deleted project is gone at once, and from search after the lag', async () => {
  const { site: back, status, find, clock } = site(5_000);
  back.deleteProject('SHOP');
  expect(await status(asApp, 'GET', '/issue/10001')).toBe(404);
  expect(await status(asApp, 'GET', '/project/1')).toBe(404);
  expect(await find(asApp, 'project = 1')).toContain('does not exist');
  expect(await find(asApp, 'created <= 0d')).toEqual(['LAB-1']);
  clock.set(clock.now() + 5_000);
  expect(await find(asApp, 'created <= 0d')).toEqual(['LAB-1']);
  expect(back.counts()).toEqual({ items: 1, projects: 1 });
  const bulk = { entitiesIds: [10_001, 10_002], properties: { x: 2 } };
  expect(await status(asApp, 'POST', '/issue/properties', bulk)).toBe(303);
  expect(() => {
    back.deleteProject('SHOP');
  }).toThrow('no project');
});

test('with a deleted issue go its sub-tasks; its other children lose their parent', async () => {
  const { jira, find, call } = createTestSite({ lagMs: 5_000 });
  jira.site.addIssues([
    makeIssue(1, { typeId: '103' }),
    makeIssue(2, { parentId: '10001' }),
    makeIssue(3, { parentId: '10002', typeId: '104' }),
  ]);
  jira.site.deleteIssue('10001');
  expect((await call(asApp, 'GET', '/issue/SHOP-1')).status).toBe(404);
  jira.settle();
  expect(await find(asApp, 'project = 1 AND parent is EMPTY')).toEqual(['SHOP-2']);
  expect(await find(asApp, 'project = 1 AND parent IN (10001)')).toContain('10001');
  jira.site.deleteIssue('10002');
  expect(jira.site.counts().items).toBe(0);
  expect(() => {
    jira.site.deleteIssue('10002');
  }).toThrow('no issue');
});

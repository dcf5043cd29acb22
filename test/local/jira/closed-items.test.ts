import { expect, test } from '@jest/globals';
import { type Caller } from '../../../local/jira/api';
import { office } from './office';
import { as, asApp, asUser, createTestSite, makeIssue, NOW } from './support';

const DONE = { statusId: '13', resolutionId: '1', resolved: NOW, categoryChanged: NOW };
const PROPERTY = '/properties/shop-answer';

/** SHOP-1 is done, SHOP-2 open; the status Done has these properties. */
function site(properties: Record<string, string>) {
  const made = createTestSite();
  made.jira.site.addIssues([makeIssue(1, DONE), makeIssue(2)]);
  made.jira.site.setStatusProperties('1', '13', properties);
  const write = async (caller: Caller, key: string) =>
    (await made.call(caller, 'PUT', `/issue/${key}${PROPERTY}`, { goal: 'G1' })).status;
  const rename = (caller: Caller, key: string) =>
    made.call(caller, 'PUT', `/issue/${key}`, { fields: { summary: 'Other' } });
  const rights = async (caller: Caller, key: string) => {
    const keys = ['EDIT_ISSUES', 'TRANSITION_ISSUES'];
    const path = `/mypermissions?issueId=${key}&permissions=${keys.join(',')}`;
    const { json } = await made.call(caller, 'GET', path);
    const { permissions } = json as { permissions: Record<string, { havePermission: boolean }> };
    return keys.map((name) => permissions[name]?.havePermission);
  };
  return { ...made, write, rename, rights };
}

const CLOSED = { 'jira.issue.editable': 'false' };

test('in a status that is not editable neither user nor app changes fields or properties', async () => {
  const { write, rename, jira, call } = site(CLOSED);
  for (const caller of [asUser('dev'), asApp, as('admin')]) {
    expect(await write(caller, 'SHOP-1')).toBe(403);
    expect(await rename(caller, 'SHOP-1')).toMatchObject({
      status: 400,
      json: { errors: { summary: expect.stringContaining('cannot be set') } },
    });
  }
  expect(await write(asApp, 'SHOP-2')).toBe(201);
  expect((await rename(asUser('dev'), 'SHOP-2')).status).toBe(204);
  expect((await call(asApp, 'DELETE', `/issue/SHOP-1${PROPERTY}`)).status).toBe(404);
  jira.site.setStatusProperties('1', '13', {});
  expect(await write(asApp, 'SHOP-1')).toBe(201);
});

test('a bulk write that names a closed issue is refused as a whole', async () => {
  const { call } = site(CLOSED);
  const properties = { 'shop-answer': { goal: 'G1' } };
  const entitiesIds = [10_001, 10_002];
  expect((await call(asApp, 'POST', '/issue/properties', { entitiesIds, properties })).status).toBe(
    400,
  );
  const open = { entitiesIds: [10_002], properties };
  expect((await call(asApp, 'POST', '/issue/properties', open)).status).toBe(303);
});

test('a closed issue keeps its permissions and can be reopened', async () => {
  const { rights, call, write } = site(CLOSED);
  expect(await rights(asUser('dev'), '10001')).toEqual([true, true]);
  const reopen = { transition: { id: '11' } };
  expect((await call(asUser('dev'), 'POST', '/issue/SHOP-1/transitions', reopen)).status).toBe(204);
  expect(await write(asUser('dev'), 'SHOP-1')).toBe(201);
});

test('a status that names its editors takes the permission from everybody else, the app among them', async () => {
  const { rights, write, rename, call } = site({ 'jira.permission.edit.user': 'acc-po' });
  expect(await rights(asUser('dev'), '10001')).toEqual([false, true]);
  expect(await rights(asUser('dev'), '10002')).toEqual([true, true]);
  expect(await rights(asUser('po'), '10001')).toEqual([true, true]);
  expect(await write(asUser('dev'), 'SHOP-1')).toBe(403);
  expect(await write(asApp, 'SHOP-1')).toBe(403);
  expect(await write(asUser('po'), 'SHOP-1')).toBe(201);
  expect((await rename(asUser('dev'), 'SHOP-1')).status).toBe(403);
  const asked = { permissions: ['EDIT_ISSUES'], issues: [10_001, 10_002] };
  const checked = await call(asUser('dev'), 'POST', '/permissions/check', {
    projectPermissions: [asked],
  });
  expect(checked.json).toMatchObject({ projectPermissions: [{ issues: [10_002] }] });
});

test('an admin sets the property by the workflow; one that is not imitated is refused', async () => {
  const { read, bodyOf, update, call, jira } = office();
  jira.site.addIssues([makeIssue(3, DONE)]);
  const send = async (properties: Record<string, string>) => {
    const body = bodyOf(await read());
    const done = body.statuses.find(({ name }) => name === 'Done')?.statusReference;
    const workflows = body.workflows.map((workflow) => ({
      ...workflow,
      statuses: workflow.statuses.map((status) =>
        status.statusReference === done ? { ...status, properties } : status,
      ),
    }));
    return (await update(as('admin'), { ...body, workflows })).status;
  };
  expect(await send({ 'jira.permission.comment.user': 'acc-po' })).toBe(400);
  expect(await send(CLOSED)).toBe(200);
  expect((await call(asApp, 'PUT', `/issue/SHOP-3${PROPERTY}`, {})).status).toBe(403);
  expect(() => {
    jira.site.setStatusProperties('1', '99', {});
  }).toThrow('no status 99');
});

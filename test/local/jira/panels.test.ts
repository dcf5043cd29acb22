import { expect, test } from '@jest/globals';
import { type Caller } from '../../../local/jira/api';
import { anonymous, ARI, as, asBrowser, asUser, createTestSite } from './support';

const PANEL = `${ARI}/panel`;

function pins(lagMs = 0) {
  const site = createTestSite({ lagMs });
  const pin = (caller: Caller, action: string, projectIdOrKey: string, moduleId = PANEL) =>
    site.call(caller, 'POST', '/forge/panel/action/bulk/async', {
      moduleId,
      projectList: [{ projectIdOrKey, action }],
    });
  const status = (caller: Caller, ...projectList: string[]) =>
    site.call(caller, 'POST', '/forge/panel/action/bulk/status', { moduleId: PANEL, projectList });
  return { ...site, pin, status };
}

test('a panel is taken off a project and put back by a task, and its status tells', async () => {
  const { jira, clock, call, pin, status } = pins(1000);
  const taken = await pin(asUser('admin'), 'UNPIN', 'SHOP');
  expect(taken).toMatchObject({ status: 202, json: { taskId: expect.any(String) } });
  expect((await status(as('admin'), '1')).json).toMatchObject({ statuses: [{ pinned: true }] });
  clock.set(clock.now() + 1000);
  const { taskId } = taken.json as { taskId: string };
  expect((await call(asUser('admin'), 'GET', `/task/${taskId}`)).json).toMatchObject({
    status: 'COMPLETE',
  });
  expect((await call(as('dev'), 'GET', `/task/${taskId}`)).status).toBe(403);
  expect((await status(as('admin'), '1', 'LAB', 'NOWHERE')).json).toEqual({
    moduleId: PANEL,
    statuses: [
      { projectIdOrKey: '1', pinned: false },
      { projectIdOrKey: 'LAB', pinned: true, pinnedAt: expect.any(Number) },
      { projectIdOrKey: 'NOWHERE', pinned: false, error: expect.stringContaining('NOWHERE') },
    ],
  });
  expect(jira.site.panelPinned('panel', '1')).toBe(false);
  await pin(as('admin'), 'PIN', '1');
  jira.settle();
  expect(jira.site.panelPinned('panel', '1')).toBe(true);
});

test('pinning is for Jira admins, and for panels and projects that exist', async () => {
  const { pin, status } = pins();
  for (const [caller, code] of [
    [as('po'), 403],
    [as('dev'), 403],
    [as('viewer'), 403],
    [anonymous, 401],
  ] as const) {
    expect((await pin(caller, 'PIN', 'SHOP')).status).toBe(code);
    expect((await status(caller, 'SHOP')).status).toBe(code);
  }
  expect((await pin(as('admin'), 'PIN', 'NOWHERE')).status).toBe(400);
  expect((await pin(as('admin'), 'PIN', 'SHOP', `${ARI}/other`)).status).toBe(400);
  expect((await pin(as('admin'), 'HIDE', 'SHOP')).status).toBe(400);
});

test('the app needs the scope to pin', async () => {
  const { call } = createTestSite({ app: { scopes: ['read:jira-work'] } });
  const path = '/forge/panel/action/bulk/async';
  expect((await call(asBrowser('admin'), 'POST', path, {})).status).toBe(403);
});

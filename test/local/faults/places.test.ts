import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Host } from '../../../local/host';
import { startFixtureApp } from '../forge/support';
import { control, startFixtureHost } from '../web/support';

let app: ReturnType<typeof startFixtureApp>;
let host: Host;

beforeAll(async () => {
  app = startFixtureApp();
  host = await startFixtureHost();
});
afterEach(() => void [app.faults.clear(), host.faults.clear()]);
afterAll(async () => {
  await app.end();
  await host.close();
});

const readIssue = () => app.call('issue', { who: 'app', key: 'A-1' });

/** `requestJira` of a page, as its bridge sends it. */
async function fromPage() {
  const response = await fetch(`${host.url}/__host/bridge/product`, {
    method: 'POST',
    body: JSON.stringify({
      product: 'jira',
      restPath: '/rest/api/3/issue/WEB-2?fields=summary',
      fetchRequestInit: { method: 'GET' },
    }),
  });
  return (await response.json()) as { value?: object; error?: object };
}

test('a function gets the answers of the plan from Jira', async () => {
  app.faults.set({ rules: [{ match: { kind: 'jira' }, fault: 'F1', times: 2 }] });
  expect(await readIssue()).toMatchObject({ status: 429 });
  expect(await readIssue()).toMatchObject({ status: 429 });
  expect(await readIssue()).toMatchObject({ status: 200 });
  app.faults.set({ rules: [{ match: { principal: 'user' }, fault: 'F2' }] });
  await expect(app.call('issue', { who: 'user', key: 'A-1' })).rejects.toThrow('JSON');
});

test('a lost reply is a broken connection for the function, after the call was made', async () => {
  const before = app.jira.asked.length;
  app.faults.set({ rules: [{ match: { kind: 'jira' }, fault: 'F3' }] });
  await expect(readIssue()).rejects.toThrow('fetch failed');
  expect(app.jira.asked.length).toBe(before + 1);
});

test('a hang ends with a broken connection', async () => {
  app.faults.set({ rules: [{ match: { kind: 'jira' }, fault: 'F4', ms: 20 }] });
  await expect(readIssue()).rejects.toThrow('fetch failed');
});

test('a crash ends the process of the function, and the next call starts another', async () => {
  const when = 'after';
  app.faults.set({ rules: [{ match: { route: 'set' }, fault: 'F5', when }] });
  await expect(app.call('remember', { text: 'kept' })).rejects.toThrow('process ended');
  expect(await app.call('recall')).toMatchObject({ note: 'kept', titles: [] });
  app.faults.set({ rules: [{ match: { route: 'set' }, fault: 'F5', when: 'before' }] });
  await expect(app.call('remember', { text: 'never' })).rejects.toThrow('process ended');
  expect(await app.call('recall')).toMatchObject({ note: 'kept' });
});

test('storage and queue fail, too', async () => {
  const storage = { kind: 'storage', route: 'entity/set', contains: 't2' } as const;
  app.faults.set({ rules: [{ match: storage, fault: 'F1' }] });
  await expect(app.call('remember', { text: 'half' })).rejects.toThrow();
  expect(await app.call('recall')).toMatchObject({ note: 'half', titles: ['two'] });
  app.faults.set({ rules: [{ match: { kind: 'queue' }, fault: 'F1' }] });
  await expect(app.call('push', { events: [{ body: {} }] })).rejects.toThrow();
  expect(app.queue.waiting()).toEqual([]);
  await app.call('push', { events: [{ body: { say: 'later' } }] });
  expect(app.queue.waiting()).toHaveLength(1);
});

test('a consumer that crashes is called again', async () => {
  app.faults.set({ rules: [{ match: { route: 'set' }, fault: 'F5', when: 'after' }] });
  expect(await app.queue.drain()).toEqual({ processed: 1, failed: 0 });
  expect(await app.call('seen')).toEqual(['later after 0', 'later after 1']);
});

test('the browser gets them by the control address, which also says what happened', async () => {
  const rule = { match: { principal: 'browser' }, fault: 'F2', body: 'truncated' };
  const set = await control(host, 'POST', '/local/faults', {
    rules: [rule, { ...rule, fault: 'F3', body: undefined }],
  });
  expect(set).toMatchObject({ status: 200, json: { rules: [{ matched: 0, fired: 0 }, {}] } });
  expect(await fromPage()).toMatchObject({ value: { status: 503, body: expect.any(String) } });
  expect(await fromPage()).toEqual({ error: { message: 'Failed to fetch' } });
  expect(await fromPage()).toMatchObject({ value: { status: 200 } });
  expect((await control(host, 'GET', '/local/faults')).json).toMatchObject({
    calls: { jira: 3 },
    fired: [{ fault: 'F2', route: '/rest/api/3/issue/WEB-2' }, { fault: 'F3' }],
  });
  expect((await control(host, 'DELETE', '/local/faults')).json).toMatchObject({ rules: [] });
});

test('a plan that cannot be used is refused', async () => {
  const refused = await control(host, 'POST', '/local/faults', { rules: [{ fault: 'F9' }] });
  expect(refused).toMatchObject({ status: 400 });
});

test('the points of an hour are a wall for the app', async () => {
  await control(host, 'POST', '/local/faults', { pointsPerHour: 0 });
  const payload = { who: 'user', key: 'WEB-2' };
  const asked = { as: 'dev', module: 'panel', procedure: 'issue', payload };
  const context = { issueKey: 'WEB-2' };
  const { json } = await control(host, 'POST', '/local/invoke', { ...asked, context });
  expect(json).toMatchObject({ status: 429 });
  expect(await fromPage()).toMatchObject({ value: { status: 200 } });
});

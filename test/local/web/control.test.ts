import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Host } from '../../../local/host';
import { control, NOW, startFixtureHost } from './support';

let host: Host;

beforeAll(async () => {
  host = await startFixtureHost();
});
afterAll(() => host.close());

const get = (address: string) => control(host, 'GET', address);
const post = (address: string, body: unknown) => control(host, 'POST', address, body);

test('health says what the site holds', async () => {
  const { status, json } = await get('/local/health');
  expect(status).toBe(200);
  expect(json).toMatchObject({ ok: true, items: 3, projects: 1 });
  expect(Date.parse(String(json.now))).toBeGreaterThanOrEqual(NOW);
});

test('the clock is set to a moment and moved on by a duration', async () => {
  const set = await post('/local/clock', { now: '2027-01-31T00:00:00Z' });
  expect(String(set.json.now)).toMatch(/^2027-01-31T00:00:0/);
  const moved = await post('/local/clock', { advance: 'P30D' });
  expect(String(moved.json.now)).toMatch(/^2027-03-02T00:00:0/);
  expect(String((await get('/local/clock')).json.now)).toMatch(/^2027-03-02/);
});

test.each([
  { now: 'soon' },
  { advance: '30 days' },
  { advance: 'P' },
  {},
  { now: 1, advance: 'P1D' },
  { now: 1e20 },
  { now: '-000100-01-01T00:00:00Z' },
  { advance: 'P99999999D' },
])('the clock refuses %j', async (body) => {
  const { status, json } = await post('/local/clock', body);
  expect(status).toBe(400);
  expect(json).toMatchObject({ error: { message: expect.any(String) } });
  expect((await get('/local/health')).status).toBe(200);
});

test('the schedule runs its triggers and says how the queue ended', async () => {
  expect(await post('/local/schedule', { force: true })).toEqual({
    status: 200,
    json: { runs: [{ key: 'hourly', ok: true }], queue: { processed: 1, failed: 0 } },
  });
  expect((await post('/local/schedule', { key: 'weekly' })).status).toBe(400);
});

test('invoke gives what the bridge gives to that user on that module', async () => {
  const asked = { as: 'dev', module: 'panel', procedure: 'issue' };
  const { status, json } = await post('/local/invoke', {
    ...asked,
    payload: { who: 'user', key: 'WEB-1' },
    context: { extension: { issue: { key: 'WEB-1' } } },
  });
  expect(status).toBe(200);
  expect(json).toMatchObject({ status: 200, body: { key: 'WEB-1' } });
});

test.each([
  [{ as: 'nobody' }, 400, 'no user "nobody"'],
  [{ module: 'dashboard' }, 404, 'no module "dashboard"'],
  [{ procedure: 'unheard' }, 500, "no definition for 'unheard'"],
  [{ context: { issueKey: 'WEB-99' } }, 404, '404'],
  [{ as: 'outsider' }, 404, '404'],
  [{ as: 'dev', context: { issueKey: 'WEB-3' } }, 404, '404'],
  [{ surprise: true }, 400, 'surprise'],
])('invoke with %j answers %s and says why', async (more, status, words) => {
  const body = { as: 'admin', module: 'panel', procedure: 'day', context: { issueKey: 'WEB-1' } };
  const answer = await post('/local/invoke', { ...body, ...more });
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.json)).toContain(words.replaceAll('"', '\\"'));
});

test('a call without a place reaches the resolver, as a forged one would', async () => {
  const asked = { as: 'outsider', module: 'panel', procedure: 'issue' };
  const { status, json } = await post('/local/invoke', {
    ...asked,
    payload: { who: 'user', key: 'WEB-1' },
  });
  expect(status).toBe(200);
  expect(json).toMatchObject({ status: 404 });
});

test('the ledger counts what the app calls, and starts anew when it is reset', async () => {
  expect((await post('/local/ledger', { reset: true })).json).toEqual({
    calls: [],
    total: { calls: 0, points: 0 },
    worst: { calls: 0, points: 0 },
  });
  const context = { issueKey: 'WEB-1' };
  const payload = { who: 'user', key: 'WEB-1' };
  await post('/local/invoke', { as: 'dev', module: 'panel', procedure: 'issue', payload, context });
  const { json } = await get('/local/ledger');
  expect(json).toMatchObject({ calls: [{ principal: 'user', count: 1 }], total: { calls: 1 } });
});

test('unknown addresses, wrong methods and bodies that are no JSON are refused', async () => {
  expect((await get('/local/unknown')).status).toBe(404);
  expect((await get('/local/invoke')).status).toBe(405);
  const response = await fetch(`${host.url}/local/clock`, { method: 'POST', body: 'now' });
  expect(response.status).toBe(400);
});

test('other sites, pages of the app and foreign host names get nothing', async () => {
  const from = (headers: Record<string, string>) =>
    fetch(`${host.url}/local/reset`, { method: 'POST', headers }).then(({ status }) => status);
  expect(await from({ origin: 'http://evil.example' })).toBe(403);
  expect(await from({ origin: `http://127.0.0.1:${host.port}` })).toBe(403);
  expect(await from({ referer: `${host.url}/__app/main/index.html` })).toBe(403);
  expect((await get('/local/health')).json).toMatchObject({ items: 3 });
});

test('a reset fills the site again', async () => {
  expect((await post('/local/reset', {})).json).toMatchObject({ ok: true, items: 0 });
});

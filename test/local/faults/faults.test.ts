import { expect, test } from '@jest/globals';
import { standingClock } from '../../../local/clock';
import { createFaults, type FaultCall, type SentPlan } from '../../../local/faults';

const GET: FaultCall = {
  kind: 'jira',
  method: 'GET',
  route: '/rest/api/3/issue/10001',
  principal: 'app',
  body: '',
};
const REAL = { status: 200, headers: { real: 'yes' }, body: '{"id":"10001"}' };

/** Faults over calls that are only counted; `made` says how many got through. */
function site(plan: SentPlan) {
  let limit: number | null = null;
  const waited: number[] = [];
  const quota = {
    limit: (points: number | null) => {
      limit = points;
    },
    pointsPerHour: () => limit,
  };
  const wait = (ms: number) => {
    waited.push(ms);
    return Promise.resolve();
  };
  const faults = createFaults({ clock: standingClock(0), quota, wait });
  faults.set(plan);
  let made = 0;
  const call = (more: Partial<FaultCall> = {}) =>
    faults.around({ ...GET, ...more }, () => {
      made += 1;
      return Promise.resolve(REAL);
    });
  const outcomes = async (count: number, more: Partial<FaultCall> = {}) => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n += 1) statuses.push((await call(more)).status);
    return statuses;
  };
  return { faults, call, outcomes, waited, made: () => made };
}

test('without a plan every call is made and counted', async () => {
  const { call, faults, made } = site({});
  expect(await call()).toBe(REAL);
  await call({ kind: 'storage', route: 'get' });
  expect(made()).toBe(2);
  expect(faults.report()).toEqual({
    rules: [],
    pointsPerHour: null,
    calls: { jira: 1, storage: 1, queue: 0 },
    fired: [],
  });
});

test('too many requests: the reason and the wait are in headers, and the call is not made', async () => {
  const reason = 'jira-quota-tenant-based';
  const { call, made } = site({ rules: [{ fault: 'F1', reason, retryAfter: 60 }] });
  expect(await call()).toMatchObject({
    status: 429,
    headers: { 'ratelimit-reason': reason, 'retry-after': '60' },
  });
  expect(made()).toBe(0);
  expect(await call()).toBe(REAL);
  const bare = await site({ rules: [{ fault: 'F1' }] }).call();
  expect(bare.headers).not.toHaveProperty('retry-after');
  const storage = await site({ rules: [{ fault: 'F1' }] }).call({ kind: 'storage' });
  expect(JSON.parse(storage.body)).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
});

test('an answer that cannot be read: instead of the call, or of a call that was made', async () => {
  const down = site({ rules: [{ fault: 'F2', times: null }] });
  expect(await down.call()).toMatchObject({
    status: 503,
    body: expect.stringContaining('<html>'),
  });
  expect(down.made()).toBe(0);
  const cut = site({ rules: [{ fault: 'F2', status: 200, body: 'truncated' }] });
  expect(await cut.call()).toMatchObject({ status: 200, body: '{"id":"' });
  expect(cut.made()).toBe(1);
  const empty = site({ rules: [{ fault: 'F2', status: 500, body: 'empty' }] });
  expect(await empty.call()).toMatchObject({ status: 500, body: '' });
});

test('a lost reply comes after the call, a hang and a crash before it or after it', async () => {
  const lost = site({ rules: [{ fault: 'F3' }] });
  expect(await lost.call()).toMatchObject({ broken: 'lost' });
  expect(lost.made()).toBe(1);
  const hung = site({ rules: [{ fault: 'F4', ms: 26_000 }] });
  expect(await hung.call()).toMatchObject({ broken: 'lost' });
  expect([hung.made(), hung.waited]).toEqual([0, [26_000]]);
  const after = site({ rules: [{ fault: 'F5' }] });
  expect(await after.call()).toMatchObject({ broken: 'crash' });
  expect(after.made()).toBe(1);
  const before = site({ rules: [{ fault: 'F5', when: 'before' }] });
  expect(await before.call()).toMatchObject({ broken: 'crash' });
  expect(before.made()).toBe(0);
  const late = site({ rules: [{ fault: 'latency', ms: 300 }] });
  expect(await late.call()).toBe(REAL);
  expect(late.waited).toEqual([300]);
});

test('a page neither hangs nor crashes', async () => {
  const { outcomes } = site({ rules: [{ fault: 'F5' }, { fault: 'F4', ms: 1 }] });
  expect(await outcomes(2, { principal: 'browser' })).toEqual([200, 200]);
});

test('the nth call fails, as often as the rule says', async () => {
  const rules = [{ match: { nth: 2 }, fault: 'F2', times: 2 } as const];
  const { outcomes, faults } = site({ rules });
  expect(await outcomes(5)).toEqual([200, 503, 503, 200, 200]);
  expect(faults.report()).toMatchObject({
    rules: [{ fault: 'F2', matched: 5, fired: 2 }],
    fired: [
      {
        at: '1970-01-01T00:00:00.000Z',
        rule: 0,
        fault: 'F2',
        kind: 'jira',
        method: 'GET',
        route: '/rest/api/3/issue/10001',
        principal: 'app',
      },
      {},
    ],
  });
});

test('a probability strikes the same calls each time with the same seed', async () => {
  const run = (seed: string) =>
    site({ rules: [{ match: { probability: 0.4, seed }, fault: 'F2' }] }).outcomes(40);
  const [one, again, other] = [await run('a'), await run('a'), await run('b')];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  expect(one.filter((status) => status === 503).length).toBeGreaterThan(5);
});

test('a rule is about a kind, a route, a method, a caller, a text', async () => {
  const hits = async (match: object, more: Partial<FaultCall>) =>
    (await site({ rules: [{ match, fault: 'F2' }] }).call(more)).status === 503;
  const write = { method: 'PUT', route: '/rest/api/3/issue/1/properties/a.b', body: '{"x":1}' };
  expect(await hits({ route: '/rest/api/3/issue/{id}/properties/a.b' }, write)).toBe(true);
  expect(await hits({ route: '/rest/api/3/issue/{id}/properties/acb' }, write)).toBe(false);
  expect(await hits({ route: '/rest/api/3/issue/{id}' }, write)).toBe(false);
  expect(await hits({ route: '*/properties/*', method: 'PUT' }, write)).toBe(true);
  expect(await hits({ method: 'GET' }, write)).toBe(false);
  expect(await hits({ contains: '"x"', principal: 'app' }, write)).toBe(true);
  expect(await hits({ contains: '"y"' }, write)).toBe(false);
  expect(await hits({ principal: 'user' }, write)).toBe(false);
  expect(await hits({ kind: 'storage' }, write)).toBe(false);
});

test('one call fails once: the next rule waits for the next call', async () => {
  const { call } = site({ rules: [{ fault: 'F1' }, { fault: 'F2' }] });
  expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([
    429, 503, 200,
  ]);
});

test('a plan may set the points of an hour, and clearing takes all of it away', async () => {
  const { faults, call } = site({ pointsPerHour: 500, rules: [{ fault: 'F2' }] });
  expect(faults.report()).toMatchObject({ pointsPerHour: 500 });
  expect(faults.clear()).toMatchObject({ pointsPerHour: null, rules: [] });
  expect(await call()).toBe(REAL);
});

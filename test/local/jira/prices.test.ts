import { expect, test } from '@jest/globals';
import { allRoutes } from '../../../local/jira/routes';
import { UNKNOWN_PRICES } from '../../../local/jira/prices';
import { as, asApp, asBrowser, asUser, createTestSite, makeIssue, NOW } from './support';

const jql = 'project = SHOP';
const HALF_PAST = NOW + 30 * 60_000;

function site(prices: 'usual' | 'worst' = 'usual') {
  const made = createTestSite({ prices });
  made.jira.site.addIssues([makeIssue(1), makeIssue(2), makeIssue(3)]);
  const count = (caller = asApp) => made.call(caller, 'POST', '/search/approximate-count', { jql });
  return { ...made, count };
}

test('the ledger holds a second total, with unknown prices at their dearest', async () => {
  const { count, call, jira } = site();
  await count();
  const body = { entitiesIds: [10_001, 10_002, 10_003], properties: { x: 1 } };
  await call(asApp, 'POST', '/issue/properties', body);
  await call(asApp, 'POST', '/changelog/bulkfetch', { issueIdsOrKeys: ['SHOP-1', 'SHOP-2'] });
  expect(jira.ledger()).toMatchObject({
    total: { calls: 3, points: 1 + 1 + 1 },
    worst: { calls: 3, points: 2 + 3 + 3 },
  });
});

test('a site may be built with the dearest prices', async () => {
  const { count, jira } = site('worst');
  await count();
  expect(jira.ledger()).toMatchObject({ total: { points: 2 }, worst: { points: 2 } });
});

test('every price that is not published belongs to a call that exists, and says why', () => {
  const known = allRoutes.map(({ method, path }) => `${method} ${path}`);
  for (const [name, { mark }] of Object.entries(UNKNOWN_PRICES)) {
    expect(known).toContain(name);
    expect(mark).not.toBe('');
  }
});

test('the app is refused until the next hour once its points are used, and only the app', async () => {
  const { count, clock, jira } = site();
  clock.set(HALF_PAST);
  jira.quota.limit(2);
  expect((await count()).status).toBe(200);
  expect((await count(asUser('dev'))).status).toBe(200);
  expect(await count()).toMatchObject({
    status: 429,
    headers: { 'ratelimit-reason': 'jira-quota-tenant-based', 'retry-after': '1800' },
  });
  expect((await count(asUser('dev'))).status).toBe(429);
  expect((await count(asBrowser('dev'))).status).toBe(200);
  expect((await count(as('dev'))).status).toBe(200);
  clock.set(HALF_PAST + 30 * 60_000);
  expect((await count()).status).toBe(200);
  jira.quota.limit(null);
  for (let n = 0; n < 3; n += 1) expect((await count()).status).toBe(200);
});

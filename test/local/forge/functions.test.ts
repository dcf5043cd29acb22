import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runningClock } from '../../../local/clock';
import { startFixtureApp } from './support';

let app: ReturnType<typeof startFixtureApp>;
const DAY = 86_400_000;

beforeAll(() => {
  app = startFixtureApp(':memory:', runningClock(Date.UTC(2024, 1, 29, 12)));
});
afterAll(() => app.end());

test('functions see the clock of the host, also after it was moved', async () => {
  expect(await app.call('day')).toBe('2024-02-29');
  app.clock.set(app.clock.now() + 30 * DAY);
  expect(await app.call('day')).toBe('2024-03-30');
  expect(Math.abs(Number(await app.call('now')) - app.clock.now())).toBeLessThan(5000);
});

test('an empty answer reaches the page as an empty object', async () => {
  expect(await app.call('nothing')).toEqual({});
});

test('a call as the user carries the account, a call as the app carries none', async () => {
  const asUser = await app.call('issue', { who: 'user', key: 'A-1' });
  expect(asUser).toEqual({
    status: 200,
    body: {
      caller: { principal: 'user', accountId: 'account-ada' },
      path: '/rest/api/3/issue/A-1',
    },
  });
  const asApp = await app.call('issue', { who: 'app', key: 'A-1' });
  expect(asApp).toMatchObject({ body: { caller: { principal: 'app' } } });
});

test('a function knows which app, environment and module it runs for', async () => {
  const app11 = 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555';
  const environment = 'e0c2a0f4-7d5e-4a63-8a2f-5b1d9c3e7f20';
  expect(await app.call('self')).toEqual({
    names: [
      app11,
      `ari:cloud:ecosystem::environment/11111111-2222-4333-8444-555555555555/${environment}`,
      'panel',
    ],
    timeLeft: true,
  });
  const { ari } = app.manifest.uiModule('panel') ?? {};
  expect(ari).toBe(
    `ari:cloud:ecosystem::extension/11111111-2222-4333-8444-555555555555/${environment}/static/panel`,
  );
});

test('acting as somebody else is refused, because the manifest does not ask for it', async () => {
  await expect(app.call('as', { accountId: 'account-other' })).rejects.toThrow(
    'IMPERSONATION_NOT_ALLOWED',
  );
});

test('a call as the user from a schedule has nobody to act as', async () => {
  const body = { call: { functionKey: 'issue', payload: { who: 'user', key: 'A-1' } } };
  const run = app.functions.run('resolver', body, { moduleKey: 'hourly', moduleType: 'test' });
  await expect(run).rejects.toThrow('Authentication Required');
});

test('a call to the outside is refused, because the manifest declares none', async () => {
  await expect(app.call('leave')).rejects.toThrow('permissions.external.fetch.backend');
});

test('functions do not see the variables of the host', async () => {
  const names = (await app.call('env')) as string[];
  expect(names).not.toContain('PATH');
  expect(names).not.toContain('HOME');
});

test('an unknown procedure and a missing export fail with their names', async () => {
  await expect(app.call('unheard')).rejects.toThrow("no definition for 'unheard'");
  const run = app.functions.run('missing', {}, { moduleKey: 'missing', moduleType: 'test' });
  await expect(run).rejects.toThrow('index.nothing is not a function');
});

test('payloads over 500 KB and answers over 5 MB are refused', async () => {
  await expect(app.call('now', { text: 'x'.repeat(500_001) })).rejects.toThrow('500 KB');
  await expect(app.call('big')).rejects.toThrow('5 MB');
});

test('what a function prints is kept with its invocation', async () => {
  await app.call('talk');
  const record = app.functions.log.newest()[0];
  expect(record?.lines.map(({ level, text }) => [level, text])).toEqual([
    ['info', "hello { from: 'account-ada' }"],
    ['error', 'and bad news'],
  ]);
  expect(record).toMatchObject({ functionKey: 'resolver', moduleKey: 'panel', error: null });
});

test('a function that takes more than the memory of its process fails alone, and the next call runs', async () => {
  await expect(app.call('hoard')).rejects.toThrow('ran out of its 192 MB');
  expect(await app.call('nothing')).toEqual({});
});

test('a page waits 25 seconds for its function, no more and no less', async () => {
  const limits: unknown[] = [];
  const functions = {
    ...app.functions,
    run: (...[key, body, options]: Parameters<typeof app.functions.run>) => {
      limits.push(options.limitSeconds);
      return app.functions.run(key, body, options);
    },
  };
  await app.call('nothing', {}, undefined, functions);
  expect(limits).toEqual([25]);
});

test('a function knows how long its page goes on waiting', async () => {
  await app.call('nothing');
  const left = Number(await app.call('left'));
  // Between the call and the question a busy machine may take a while.
  expect(left).toBeGreaterThan(20_000);
  expect(left).toBeLessThanOrEqual(25_000);
});

test('a function that never ends is stopped, and the next call runs', async () => {
  const body = { call: { functionKey: 'loop', payload: {} }, context: {} };
  const options = { moduleKey: 'panel', moduleType: 'test', limitSeconds: 0.5 };
  const begun = performance.now();
  const run = app.functions.run('resolver', body, options);
  await expect(run).rejects.toThrow('timed out after 0.50 seconds');
  // Timers may come a millisecond early.
  expect(performance.now() - begun).toBeGreaterThan(498);
  expect(await app.call('nothing')).toEqual({});
});

test('what a function calls after it has answered is refused, and the host goes on', async () => {
  expect(await app.call('answer first')).toEqual({});
  expect(JSON.stringify(await app.call('afterwards'))).toContain('The invocation has ended');
  expect(await app.call('nothing')).toEqual({});
});

test('a function that kills its process fails alone, and the next call runs', async () => {
  await expect(app.call('exit')).rejects.toThrow('ended with code 3');
  expect(await app.call('nothing')).toEqual({});
});

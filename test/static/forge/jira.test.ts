import { beforeEach, expect, test } from '@jest/globals';
import { CallError, jira } from '../../../static/src/forge';
import { bridgeCalls, resetBridge } from '../../support/bridge';
import { answerJira } from '../support/app';

beforeEach(resetBridge);

const ask = () => jira('count', { body: { jql: 'project = 1' } });

test('a call goes to the path of the endpoint table and its answer is parsed', async () => {
  answerJira(() => ({ body: { count: 7, other: 'dropped' } }), false);
  expect(await ask()).toEqual({ count: 7 });
  expect(bridgeCalls('fetchProduct')).toMatchObject([
    {
      product: 'jira',
      restPath: '/rest/api/3/search/approximate-count',
      fetchRequestInit: { method: 'POST', body: '{"jql":"project = 1"}' },
    },
  ]);
});

test.each([
  [403, 'forbidden'],
  [404, 'not_found'],
  [400, 'invalid_input'],
  [413, 'limit_reached'],
  [500, 'jira_unavailable'],
] as const)('status %i is told as %s', async (status, code) => {
  answerJira(() => ({ status }), false);
  await expect(ask()).rejects.toMatchObject({ code });
});

test('too many calls are told with the seconds to wait', async () => {
  answerJira(() => ({ status: 429, headers: { 'Retry-After': '12' } }));
  await expect(ask()).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 12 });
});

test('an answer of another shape is refused', async () => {
  answerJira(() => ({ body: { count: 'many' } }), false);
  await expect(ask()).rejects.toBeInstanceOf(CallError);
});

test('an endpoint that is not meant for a browser is not called', async () => {
  answerJira(() => ({}));
  const ask = jira as unknown as (name: string) => Promise<unknown>;
  await expect(ask('getTask')).rejects.toThrow('not in a browser');
  expect(bridgeCalls('fetchProduct')).toEqual([]);
});

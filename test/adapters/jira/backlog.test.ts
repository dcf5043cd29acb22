// The scan's Jira against a scripted transport: what Jira may answer beyond the ordinary.
import { expect, test } from '@jest/globals';
import { jiraBacklog } from '../../../src/adapters/jira/jira-backlog';
import { jiraClient } from '../../../src/adapters/jira/client';
import type { JiraCall, JiraReply } from '../../../src/adapters/jira/transport';
import { everything } from '../../../src/domain/clause';
import { AppError } from '../../../src/domain/errors';
import type { ItemFacts } from '../../../src/domain/item';
import type { Backlog } from '../../../src/ports';

interface Script {
  status?: number;
  headers?: Record<string, string>;
  /** JSON, or text as it is. */
  body?: unknown;
}

/** Answers call by call; a call too many fails. */
function scripted(...script: Script[]) {
  const calls: JiraCall[] = [];
  const sleeps: number[] = [];
  const answers = [...script];
  const client = jiraClient(async (call): Promise<JiraReply> => {
    calls.push(call);
    const next = answers.shift();
    if (!next) throw new Error(`nothing is scripted for ${call.method} ${call.path}`);
    const { status = 200, headers = {}, body } = next;
    const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
    return {
      status,
      header: (name) => headers[name] ?? null,
      text: async () => text,
    };
  });
  const backlog = jiraBacklog(client, { sleep: async (ms) => void sleeps.push(ms) });
  return { client, backlog, calls, sleeps, left: () => answers.length };
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`no refusal of the app: ${String(error)}`);
  return error;
}

const LOCATION = { location: 'https://site.example/rest/api/3/task/77' };
const task = (status: string, id = '77'): Script => ({ body: { id, status } });
const flag = { flag: 'warned', reason: 'aged', since: '2026-11-21' } as const;
const issue = (id: string) => ({ id, key: `SHOP-${id}`, fields: {} });
const page = (ids: string[], more: object = {}): Script => ({
  body: { issues: ids.map(issue), ...more },
});
const bodies = (calls: JiraCall[]) => calls.map(({ body }) => body as Record<string, unknown>);
const ids = (items: { id: string }[]) => items.map(({ id }) => id);
/** All pages of a list. */
async function list(backlog: Backlog): Promise<ItemFacts[]> {
  const all: ItemFacts[] = [];
  for await (const items of backlog.pages('1', everything)) all.push(...items);
  return all;
}

test('a bulk write that answers 303 with a place and no body waits for the task there', async () => {
  const { backlog, calls, left } = scripted({ status: 303, headers: LOCATION }, task('COMPLETE'));
  await backlog.setFlag(['1', '2'], flag);
  expect(left()).toBe(0);
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /rest/api/3/issue/properties',
    'GET /rest/api/3/task/77',
  ]);
  expect(calls[0]).toMatchObject({
    as: 'app',
    body: { entitiesIds: [1, 2], properties: { 'ladder-flag': { v: 1, ...flag } } },
  });
});

test('a bulk write whose redirect was followed already waits for the task in the body', async () => {
  const { backlog, calls } = scripted(task('RUNNING', '78'), task('COMPLETE', '78'));
  await backlog.clearFlags(['3']);
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /rest/api/3/issue/properties/ladder-flag',
    'GET /rest/api/3/task/78',
  ]);
  expect(calls[0]?.body).toEqual({ entityIds: [3] });
});

test('a task that is done when its redirect was followed is not asked for again', async () => {
  const { backlog, calls } = scripted(task('COMPLETE', '79'));
  await backlog.clearFlags(['3']);
  expect(calls).toHaveLength(1);
});

test('a task that takes its time is asked for again, with a pause in between', async () => {
  const { backlog, sleeps, left } = scripted(
    { status: 303, headers: LOCATION },
    task('ENQUEUED'),
    task('RUNNING'),
    task('RUNNING'),
    task('COMPLETE'),
  );
  await backlog.setFlag(['1'], flag);
  expect(left()).toBe(0);
  expect(sleeps).toHaveLength(3);
  expect(Math.min(...sleeps)).toBeGreaterThan(0);
});

test('a task that never ends is given up', async () => {
  const running = Array.from({ length: 5_000 }, () => task('RUNNING'));
  const { backlog, left } = scripted({ status: 303, headers: LOCATION }, ...running);
  expect((await refusal(backlog.setFlag(['1'], flag))).code).toBe('jira_unavailable');
  expect(left()).toBeGreaterThan(0);
});

test.each(['FAILED', 'CANCEL_REQUESTED', 'CANCELLED', 'DEAD'])(
  'a task that ends as %s is a failure',
  async (status) => {
    const { backlog } = scripted({ status: 303, headers: LOCATION }, task(status));
    expect((await refusal(backlog.setFlag(['1'], flag))).code).toBe('jira_unavailable');
  },
);

test.each([
  ['no place and no body', { status: 303 }],
  ['a body of another shape', { body: { done: true } }],
  ['a page of a proxy', { body: '<html>' }],
])('a bulk write that answers with %s names no task and fails', async (_name, answer) => {
  const { backlog } = scripted(answer);
  expect((await refusal(backlog.setFlag(['1'], flag))).code).toBe('jira_unavailable');
});

test('nothing to write is no call, and more than 10,000 ids are several', async () => {
  const none = scripted();
  await none.backlog.setFlag([], flag);
  await none.backlog.clearFlags([]);
  expect(none.calls).toEqual([]);

  const done = [{ status: 303, headers: LOCATION }, task('COMPLETE')];
  const many = scripted(...done, ...done);
  const numbers = Array.from({ length: 10_001 }, (_none, i) => i + 1);
  await many.backlog.clearFlags(numbers.map(String));
  const sent = bodies(many.calls.filter(({ method }) => method === 'DELETE'));
  expect(sent.map(({ entityIds }) => (entityIds as number[]).length)).toEqual([10_000, 1]);
  expect(sent.flatMap(({ entityIds }) => entityIds as number[])).toEqual(numbers);
});

test('pages go on by the token alone: a short page is not the last, a repeated item is one', async () => {
  const { backlog, calls } = scripted(
    page(['1', '2'], { nextPageToken: 'a' }),
    page([], { nextPageToken: 'b', isLast: false }),
    page(['2', '1'], { nextPageToken: 'c' }),
    page(['3']),
  );
  expect(ids(await list(backlog))).toEqual(['1', '2', '3']);
  expect(bodies(calls).map(({ nextPageToken }) => nextPageToken)).toEqual([
    undefined,
    'a',
    'b',
    'c',
  ]);
});

test.each([
  ['a null token', page(['1'], { nextPageToken: null })],
  ['no token', page(['1'])],
  ['a token beside isLast', page(['1'], { nextPageToken: 'a', isLast: true })],
])('%s ends the list', async (_name, last) => {
  const { backlog, calls } = scripted(last);
  expect(ids(await list(backlog))).toEqual(['1']);
  expect(calls).toHaveLength(1);
});

test('429 is told with how long to wait and why, a minute where Jira does not say', async () => {
  const said = scripted({
    status: 429,
    headers: { 'retry-after': '17', 'ratelimit-reason': 'jira-burst-based' },
  });
  const first = await refusal(said.backlog.count('1', everything));
  expect(first.code).toBe('rate_limited');
  expect(first.details).toEqual({ retryAfter: 17, reason: 'jira-burst-based' });

  for (const headers of [
    {},
    { 'retry-after': '' },
    { 'retry-after': 'Sat, 21 Nov 2026 12:00:00 GMT' },
  ]) {
    const unsaid = scripted({ status: 429, headers });
    const { code, details } = await refusal(unsaid.backlog.count('1', everything));
    expect([code, details]).toEqual(['rate_limited', { retryAfter: 60, reason: null }]);
  }
});

test('a token that comes twice ends the list instead of going round for ever', async () => {
  const { backlog, calls } = scripted(
    page(['1'], { nextPageToken: 'a' }),
    page(['2'], { nextPageToken: 'a' }),
    page(['3'], { nextPageToken: 'a' }),
  );
  expect((await refusal(list(backlog))).code).toBe('jira_unavailable');
  expect(calls).toHaveLength(2);
});

test('a limit in the middle of a list ends the list, not with half of it', async () => {
  const { backlog } = scripted(page(['1'], { nextPageToken: 'a' }), { status: 429 });
  expect((await refusal(list(backlog))).code).toBe('rate_limited');
});

test.each([
  [400, 'invalid_input'],
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [413, 'limit_reached'],
  [500, 'jira_unavailable'],
  [503, 'jira_unavailable'],
] as const)('status %s is told as %s, without the text of the answer', async (status, code) => {
  const { backlog } = scripted({ status, body: { errorMessages: ['a secret title'] } });
  const error = await refusal(backlog.count('1', everything));
  expect(error.code).toBe(code);
  expect(error.details).toBeUndefined();
  expect(`${error.message} ${String(error.cause)}`).not.toContain('secret');
});

test.each<[string, unknown]>([
  ['no body', ''],
  ['no JSON', '<html>maintenance</html>'],
  ['another shape', { total: 3 }],
  ['a number as text', { count: '3' }],
  ['null', null],
])('a count that answers with %s is a Jira that is not available', async (_name, body) => {
  const { backlog } = scripted({ body });
  expect((await refusal(backlog.count('1', everything))).code).toBe('jira_unavailable');
});

test('one broken issue in a page fails the list: nothing is left out in silence', async () => {
  const { backlog } = scripted({ body: { issues: [issue('1'), { id: 2, key: 'SHOP-2' }] } });
  const error = await refusal(list(backlog));
  expect(error.code).toBe('jira_unavailable');
  expect(String(error.cause)).toContain('issues.1.id');
});

test('whom the table does not name for a call never gets as far as Jira', async () => {
  const { client, calls } = scripted();
  const undeclared = await refusal(client.call('resolutions', { as: 'app' }));
  expect(undeclared.code).toBe('internal');
  const byUser = client.send('setManyProperties', { as: 'user', body: {} });
  expect((await refusal(byUser)).code).toBe('internal');
  expect(calls).toEqual([]);
});

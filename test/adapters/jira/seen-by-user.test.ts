// What the user may see and do, and the panel, against a Jira that answers as it is told.
import { expect, test } from '@jest/globals';
import { jiraClient } from '../../../src/adapters/jira/client';
import { jiraItems } from '../../../src/adapters/jira/jira-items';
import { jiraPanels } from '../../../src/adapters/jira/jira-panels';
import { jiraRights } from '../../../src/adapters/jira/rights';
import type { JiraCall } from '../../../src/adapters/jira/transport';
import { MESSAGES } from '../../../src/domain/messages';
import { codeOf } from './workflow-site';

/** A Jira that gives these answers one after the other, and the last one for ever. */
function answering(...answers: { status?: number; json?: unknown }[]) {
  const calls: JiraCall[] = [];
  let sleeps = 0;
  const client = jiraClient(async (call) => {
    const { status = 200, json = {} } = answers[Math.min(calls.length, answers.length - 1)] ?? {};
    calls.push(call);
    return { status, header: () => null, text: async () => JSON.stringify(json) };
  });
  const sleep = async () => {
    sleeps += 1;
  };
  const panels = jiraPanels(client, { panel: () => 'ari:panel', sleep });
  const [items, rights] = [jiraItems(client), jiraRights(client)];
  return { items, rights, panels, calls, slept: () => sleeps };
}

test.each([404, 403])('a parent that Jira answers with %s is none', async (status) => {
  expect(await answering({ status }).items.parent('9001')).toBeNull();
});

test.each([429, 500])(
  'a parent that Jira answers with %s is not taken for none',
  async (status) => {
    const code = { 429: 'rate_limited', 500: 'jira_unavailable' }[status];
    expect(await codeOf(answering({ status }).items.parent('9001'))).toEqual([
      code,
      expect.any(String),
    ]);
  },
);

test('a parent’s properties come as they are, and null where it has none', async () => {
  const bare = { id: '9001', key: 'SHOP-900', fields: { summary: 'Epic' } };
  expect(await answering({ json: bare }).items.parent('9001')).toEqual({
    id: '9001',
    key: 'SHOP-900',
    summary: 'Epic',
    answer: null,
    result: null,
  });
  const properties = { 'ladder-answer': ['junk'], 'ladder-result': 7 };
  expect(await answering({ json: { ...bare, properties } }).items.parent('9001')).toMatchObject({
    answer: ['junk'],
    result: 7,
  });
});

test('of the items that are asked for, those are seen that Jira names', async () => {
  const found = { projectPermissions: [{ permission: 'BROWSE_PROJECTS', issues: [1, 3] }] };
  const { rights, calls } = answering({ json: found });
  expect(await rights.seen(['1', '2', '3'])).toEqual(new Set(['1', '3']));
  expect(calls).toMatchObject([
    {
      as: 'user',
      body: { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [1, 2, 3] }] },
    },
  ]);
  expect(await answering({ json: { projectPermissions: [] } }).rights.seen(['1'])).toEqual(
    new Set(),
  );
  const without = [{ permission: 'BROWSE_PROJECTS' }];
  expect(await answering({ json: { projectPermissions: without } }).rights.seen(['1'])).toEqual(
    new Set(),
  );
});

test.each([0, 1_000])('of %s items, no question is asked about none', async (count) => {
  const { rights, calls } = answering({ json: { projectPermissions: [] } });
  await rights.seen(Array.from({ length: count }, (_none, n) => String(n + 1)));
  expect(calls).toHaveLength(count / 1_000);
});

test('more items than Jira takes in one question are asked for in several', async () => {
  const found = (issues: number[]) => ({
    json: { projectPermissions: [{ permission: 'BROWSE_PROJECTS', issues }] },
  });
  const { rights, calls } = answering(found([1, 1_000]), found([1_001]), found([]));
  const ids = Array.from({ length: 2_500 }, (_none, n) => String(n + 1));
  expect(await rights.seen(ids)).toEqual(new Set(['1', '1000', '1001']));
  const asked = calls.map(({ body }) => body as { projectPermissions: { issues: number[] }[] });
  const sent = asked.map(({ projectPermissions }) => projectPermissions[0]?.issues ?? []);
  expect(sent.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
  expect(sent.flat()).toEqual(ids.map(Number));
});

test('a right that Jira leaves out of its answer is not held', async () => {
  const json = { permissions: { BROWSE_PROJECTS: { havePermission: true } } };
  expect(await answering({ json }).rights.onProject('1')).toEqual(new Set(['BROWSE_PROJECTS']));
});

test('the panel is pinned once Jira says that the task is done', async () => {
  const { panels, calls, slept } = answering(
    { json: { taskId: '7' } },
    { json: { id: '7', status: 'ENQUEUED' } },
    { json: { id: '7', status: 'RUNNING' } },
    { json: { id: '7', status: 'COMPLETE' } },
  );
  await panels.finished(await panels.pin('1', true));
  expect(slept()).toBe(2);
  expect(calls.every(({ as }) => as === 'user')).toBe(true);
  expect(calls[0]?.body).toEqual({
    moduleId: 'ari:panel',
    projectList: [{ projectIdOrKey: '1', action: 'PIN' }],
  });
});

test.each(['FAILED', 'CANCELLED', 'DEAD', 'RUNNING'])(
  'a task that ends, or stays, as %s is no pinned panel',
  async (status) => {
    const { panels } = answering({ json: { taskId: '7' } }, { json: { id: '7', status } });
    const order = await panels.pin('1', false);
    expect(await codeOf(panels.finished(order))).toEqual(['jira_unavailable', MESSAGES.setup.slow]);
  },
);

test.each([{ statuses: [] }, { statuses: [{ error: 'gone' }] }, { pins: 1 }])(
  'an answer about pins that says nothing (%j) is not taken for "not pinned"',
  async (json) => {
    expect(await codeOf(answering({ json }).panels.isPinned('1'))).toEqual([
      'jira_unavailable',
      expect.any(String),
    ]);
  },
);

// What both Jiras refuse, and how: the one in memory says no where the local one does.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { makeIssue } from '../local/jira/support';
import { STATUS } from '../simulation/jira/usual-site';
import { appsTransport, SIDES, type Side } from './in-memory-sides';

const API = '/rest/api/3';
const BULK_LIMIT = 10_000;

describe.each(Object.entries(SIDES))('%s', (_name, start) => {
  let side: Side;
  beforeEach(() => {
    side = start([makeIssue(1), makeIssue(2)]);
  });
  const ask = (
    method: JiraCall['method'],
    path: string,
    body?: unknown,
    as: 'app' | 'user' = 'app',
  ) => side.transport({ as, method, path: API + path, ...(body !== undefined && { body }) });
  const status = async (...call: Parameters<typeof ask>): Promise<number> =>
    (await ask(...call)).status;
  const to = (id: string, more: object = {}) => ({ transition: { id }, ...more });
  const ids = (length: number) => Array.from({ length }, (_none, i) => 10_001 + i);
  const flag = { 'ladder-flag': { v: 1, notBefore: '2026-12-01' } };

  test('knows no transition of another id', async () => {
    expect(await status('POST', '/issue/10001/transitions', to('999'), 'user')).toBe(400);
    expect(await status('POST', '/issue/99999/transitions', to(STATUS.done), 'user')).toBe(404);
  });

  test('makes a transition only with the field that it needs, and says that before', async () => {
    side.needResolution();
    const path = '/issue/10001/transitions';
    const listed = await ask('GET', `${path}?expand=transitions.fields`, undefined, 'user');
    const { transitions } = JSON.parse(await listed.text()) as {
      transitions: {
        id: string;
        to: { id: string };
        fields: Record<string, { required: boolean }>;
      }[];
    };
    const exit = transitions.find((one) => one.to.id === STATUS.done);
    expect(exit?.fields['resolution']?.required).toBe(true);
    const id = exit?.id ?? '';
    expect(await status('POST', path, to(id), 'user')).toBe(400);
    const given = { fields: { resolution: { id: '1' } } };
    expect(await status('POST', path, to(id, given), 'user')).toBe(204);
  });

  test('takes no property away that is not there, and writes none to what is not there', async () => {
    expect(await status('DELETE', '/issue/10001/properties/ladder-flag')).toBe(404);
    expect(await status('PUT', '/issue/99999/properties/ladder-flag', { v: 1 })).toBe(404);
    expect(await status('PUT', '/project/77/properties/ladder-gate', { v: 1 })).toBe(404);
  });

  test('lists no types of a project that is not there', async () => {
    expect(await status('GET', '/issuetype/project?projectId=77')).toBe(404);
  });

  test('changes nothing in a project that is archived, neither its own properties nor its items', async () => {
    const gate = '/project/1/properties/ladder-gate';
    expect(await status('PUT', gate, { v: 1 })).toBe(201);
    side.archive();
    expect(await status('PUT', gate, { v: 2 })).toBe(403);
    expect(await status('DELETE', gate)).toBe(403);
    const kept = await ask('GET', gate);
    expect(JSON.parse(await kept.text())).toMatchObject({ value: { v: 1 } });
    for (const path of ['/project/1/statuses', '/issuetype/project?projectId=1'])
      expect(await status('GET', path)).toBe(200);
    expect(await status('PUT', '/issue/10001/properties/ladder-flag', { v: 1 })).toBe(403);
    expect(await status('DELETE', '/issue/10001/properties/ladder-flag')).toBe(404);
    const many = { entitiesIds: [10_001], properties: flag };
    expect(await status('POST', '/issue/properties', many)).toBe(400);
    const jql = 'project = 1';
    expect(await status('POST', '/search/approximate-count', { jql })).toBe(400);
  });

  test('answers a removal with 404 to who may not edit, which the app tells from what is gone', async () => {
    const items = jiraItems(jiraClient(appsTransport(side)));
    const removals = [
      ['answer', () => items.writeAnswer('10001', null)],
      ['answer', () => items.putBackAnswer('10001', undefined)],
      ['result', () => items.writeResult('10001', null)],
      ['decision', () => items.writeDecision('10001', null)],
    ] as const;
    for (const [, remove] of removals) expect(await remove()).toBe(undefined);
    const path = (name: string) => `/issue/10001/properties/ladder-${name}`;
    for (const [name] of removals) await ask('PUT', path(name), { v: 1 });
    side.archive();
    for (const [name, remove] of removals) {
      await expect(remove()).rejects.toMatchObject({ code: 'forbidden' });
      expect(await status('GET', path(name))).toBe(200);
    }
  });

  test('tells nobody of the task of somebody else', async () => {
    const reply = await ask('POST', '/issue/properties', {
      entitiesIds: [10_001],
      properties: flag,
    });
    const task = reply.header('location')?.split('/').at(-1) ?? '';
    expect(await status('GET', `/task/${task}`)).toBe(200);
    expect(await status('GET', `/task/${task}`, undefined, 'user')).toBe(403);
  });

  test('searches by no field that it does not know', async () => {
    for (const path of ['/search/approximate-count', '/search/jql'])
      expect(await status('POST', path, { jql: 'project = 1 AND velocity = 3' })).toBe(400);
  });

  test('takes no more items in one call than Jira does', async () => {
    const set = (count: number) => ({ entitiesIds: ids(count), properties: flag });
    expect(await status('POST', '/issue/properties', set(BULK_LIMIT))).toBe(303);
    expect(await status('POST', '/issue/properties', set(BULK_LIMIT + 1))).toBe(400);
    const clear = { entityIds: ids(BULK_LIMIT + 1) };
    expect(await status('DELETE', '/issue/properties/ladder-flag', clear)).toBe(400);
  });
});

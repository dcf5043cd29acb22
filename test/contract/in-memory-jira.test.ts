// One suite for both Jiras: the one in memory, which the simulation runs on, answers as the local one.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { category, everything, is, oneOf } from '../../src/domain/clause';
import { makeIssue } from '../local/jira/support';
import { STATUS, TYPE } from '../simulation/jira/usual-site';
import {
  inMemory,
  local,
  someIssues,
  portsOf,
  idsOf,
  CLAUSES,
  SIDES,
  INDEX_MS,
  type Side,
} from './in-memory-sides';

test('both find, order and count the same items for every search of the scan', async () => {
  const issues = someIssues();
  const [here, there] = [inMemory(issues), local(issues)];
  for (const clause of CLAUSES) {
    const found = await idsOf(there, clause);
    expect(await idsOf(here, clause)).toEqual(found);
    for (const side of [here, there])
      expect(await portsOf(side).backlog.count('1', clause)).toBe(found.length);
  }
});

test('both give the same facts of every item, and the same parents and stays', async () => {
  const issues = someIssues();
  const sides = [inMemory(issues), local(issues)];
  const [here, there] = await Promise.all(
    sides.map(async (side) => {
      const { backlog } = portsOf(side);
      const facts = [];
      for await (const items of backlog.pages('1', everything)) facts.push(...items);
      const done = category('done');
      return {
        facts,
        one: await backlog.item('10005'),
        none: await backlog.item('99999'),
        parents: await backlog.parents('1', oneOf('type', [TYPE.epic])),
        stays: await backlog.stays('1', done, { startedIn: [STATUS.doing], limit: 300 }),
      };
    }),
  );
  expect(here).toEqual(there);
});

test('both give the people of items, take a message to somebody, and refuse one to nobody', async () => {
  const issues = [makeIssue(1, { assigneeAccountId: 'acc-dev' }), makeIssue(2)];
  const [here, there] = await Promise.all(
    [inMemory(issues), local(issues)].map(async (side) => {
      const notify = async (id: string, accountId: string) =>
        (
          await side.transport({
            ...{ as: 'app', method: 'POST', path: `/rest/api/3/issue/${id}/notify` },
            body: {
              ...{ subject: 'a', textBody: 'b', htmlBody: 'c', to: { users: [{ accountId }] } },
              restrict: { permissions: [{ key: 'BROWSE_PROJECTS' }] },
            },
          })
        ).status;
      const people = await portsOf(side).backlog.people('1', everything, 10);
      return {
        people: people.map(({ facts, assigneeId, reporterId }) => [
          ...[facts.id, assigneeId, reporterId],
        ]),
        sent: [
          await notify('10001', 'acc-dev'),
          await notify('10001', 'zoe'),
          await notify('99999', 'acc-dev'),
        ],
      };
    }),
  );
  expect(here).toEqual(there);
  expect(here?.sent).toEqual([204, 400, 404]);
});

describe.each(Object.entries(SIDES))('%s', (_name, start) => {
  let side: Side;
  beforeEach(() => {
    side = start([makeIssue(1), makeIssue(2), makeIssue(3)]);
  });
  const raw = (call: Omit<JiraCall, 'as'>) => side.transport({ as: 'app', ...call });
  const flag = { flag: 'warned', reason: 'aged', since: '2026-11-21' } as const;

  test('writes and clears flags of many items by a task, and shows them after the lag', async () => {
    const { backlog } = portsOf(side);
    await backlog.setFlag(['10001', '10002', '99999'], flag);
    const warned = is('flag', 'warned');
    expect((await backlog.item('10001'))?.facts.flag).toEqual({ kind: 'value', value: flag });
    expect(await idsOf(side, warned)).toEqual([]);
    side.pass(INDEX_MS);
    expect(await idsOf(side, warned)).toEqual(['10001', '10002']);
    await backlog.clearFlags(['10001', '10003']);
    side.pass(INDEX_MS);
    expect(await idsOf(side, warned)).toEqual(['10002']);
  });

  test('keeps one property of an item, and says what is not there', async () => {
    const { items } = portsOf(side);
    const decision = { decision: 'parked', until: '2026-12-24' } as const;
    expect(await items.answerValue('10001')).toBeUndefined();
    await items.writeDecision('10001', decision);
    await items.writeDecision('10001', decision);
    const there = { method: 'GET', path: '/rest/api/3/issue/10001/properties/ladder-decision' };
    expect((await raw(there)).status).toBe(200);
    await items.writeDecision('10001', null);
    await items.writeDecision('10001', null);
    expect((await raw(there)).status).toBe(404);
    await expect(items.read('99999')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('gives types, statuses and a project property', async () => {
    const { projects } = portsOf(side);
    expect((await projects.types('1', 'app')).map(({ id, level }) => [id, level])).toContainEqual([
      TYPE.epic,
      1,
    ]);
    expect((await projects.statuses('1', 'app')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.values(STATUS)),
    );
    const path = '/rest/api/3/project/1/properties/ladder-gate';
    expect((await raw({ method: 'GET', path })).status).toBe(404);
    expect((await raw({ method: 'PUT', path, body: { v: 1 } })).status).toBe(201);
    expect((await raw({ method: 'PUT', path, body: { v: 1 } })).status).toBe(200);
    expect((await raw({ method: 'GET', path: '/rest/api/3/project/77/statuses' })).status).toBe(
      404,
    );
  });

  test('refuses what names items, types or projects that are not there', async () => {
    const status = async (jql: string) =>
      (await raw({ method: 'POST', path: '/rest/api/3/search/approximate-count', body: { jql } }))
        .status;
    expect(await status('project = 1 AND parent in (10001)')).toBe(200);
    expect(await status('project = 1 AND parent in (99999)')).toBe(400);
    expect(await status('project = 1 AND issuetype in (999)')).toBe(400);
    expect(await status('project = 77')).toBe(400);
    expect(await status('project = 1 AND (created <= -3d')).toBe(400);
    expect(await status('project = 1 AND ladderNothing = 1')).toBe(400);
  });

  test('goes on from a token, and refuses one of another search', async () => {
    const path = '/rest/api/3/search/jql';
    const page = async (jql: string, nextPageToken?: string) => {
      const body = { jql, maxResults: 2, fields: ['summary'], nextPageToken };
      const reply = await raw({ method: 'POST', path, body });
      return { status: reply.status, ...(JSON.parse(await reply.text()) as object) } as {
        status: number;
        issues?: { id: string }[];
        nextPageToken?: string;
        isLast?: boolean;
      };
    };
    const jql = 'project = 1 ORDER BY created ASC, key ASC';
    const first = await page(jql);
    expect(first.issues?.map(({ id }) => id)).toEqual(['10001', '10002']);
    expect(first.isLast).toBe(false);
    const second = await page(jql, first.nextPageToken);
    expect(second.issues?.map(({ id }) => id)).toEqual(['10003']);
    expect(second).not.toHaveProperty('nextPageToken');
    expect((await page('project = 2 ORDER BY created ASC', first.nextPageToken)).status).toBe(400);
  });

  test('answers a new comment with what is kept of it', async () => {
    const path = '/rest/api/3/issue/10001/comment';
    const said = [
      { type: 'mention', attrs: { id: 'acc-po' } },
      { type: 'text', text: ' a' },
    ];
    const content = [{ type: 'paragraph', content: said }];
    const body = { type: 'doc', version: 1, content };
    const made = await raw({ method: 'POST', path, body: { body } });
    const listed = await raw({ method: 'GET', path });
    const comment = JSON.parse(await made.text()) as unknown;
    expect([made.status, comment]).toEqual([201, expect.objectContaining({ body })]);
    expect(JSON.parse(await listed.text())).toMatchObject({ comments: [comment] });
  });

  test('asks for a task that was never begun in vain', async () => {
    expect((await raw({ method: 'GET', path: '/rest/api/3/task/4' })).status).toBe(404);
  });
});

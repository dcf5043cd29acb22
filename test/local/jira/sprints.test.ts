import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type SiteSprint } from '../../../local/jira/api';
import { rankBetween } from '../../../local/jira/rank';
import { anonymous, as, asBrowser, createTestSite, DAY, makeIssue, NOW } from './support';

const sprint = (id: number, state: SiteSprint['state'], more: Partial<SiteSprint> = {}) => ({
  id,
  boardId: 1,
  name: `SHOP Sprint ${String(id)}`,
  state,
  startDate: state === 'future' ? null : NOW - 3 * DAY,
  endDate: state === 'future' ? null : NOW + 11 * DAY,
  completeDate: state === 'closed' ? NOW : null,
  goal: state === 'active' ? 'Fewer questions at the till' : '',
  ...more,
});

function board(scopes?: readonly string[]) {
  const site = createTestSite(scopes ? { app: { scopes } } : {});
  const { site: fill } = site.jira;
  fill.addBoard({ id: 1, name: 'SHOP board', type: 'scrum', projectId: '1', sprints: true });
  fill.addBoard({ id: 2, name: 'SHOP flow', type: 'kanban', projectId: '1', sprints: false });
  fill.addBoard({ id: 3, name: 'LAB board', type: 'simple', projectId: '2', sprints: true });
  [sprint(10, 'closed'), sprint(11, 'active'), sprint(12, 'future')].forEach(fill.addSprint);
  fill.addSprint(sprint(20, 'active', { boardId: 3, name: 'LAB Sprint 1' }));
  fill.addIssues([
    makeIssue(1, { sprintIds: [10, 11] }),
    makeIssue(2, { sprintIds: [11] }),
    makeIssue(3, { sprintIds: [12] }),
    makeIssue(4),
  ]);
  const agile = (
    caller: Parameters<typeof site.call>[0],
    method: string,
    path: string,
    body?: unknown,
  ) => site.call(caller, method, `/rest/agile/1.0${path}`, body);
  const rank = (caller: Parameters<typeof site.call>[0], body: unknown) =>
    agile(caller, 'PUT', '/issue/rank', body);
  return { ...site, agile, rank };
}

test('boards are those of projects that the caller sees', async () => {
  const { agile } = board();
  const names = async (name: string, query = '') => {
    const { json } = await agile(as(name), 'GET', `/board${query}`);
    return (json as { values: { name: string }[] }).values.map((one) => one.name);
  };
  expect(await names('admin')).toEqual(['SHOP board', 'SHOP flow', 'LAB board']);
  expect(await names('viewer')).toEqual(['SHOP board', 'SHOP flow']);
  expect(await names('outsider')).toEqual([]);
  expect(await names('admin', '?projectKeyOrId=SHOP&type=scrum')).toEqual(['SHOP board']);
  expect(await names('admin', '?startAt=1&maxResults=1')).toEqual(['SHOP flow']);
  expect(await agile(as('viewer'), 'GET', '/board?projectKeyOrId=LAB')).toMatchObject({
    status: 400,
    json: { errorMessages: ["No project could be found with key or id 'LAB'."] },
  });
  expect((await agile(anonymous, 'GET', '/board')).status).toBe(401);
});

test('sprints are listed by state, with their goal; a board without sprints and a hidden one refuse', async () => {
  const { agile } = board();
  expect(await agile(as('viewer'), 'GET', '/board/1/sprint?state=active,future')).toMatchObject({
    status: 200,
    json: {
      total: 2,
      isLast: true,
      values: [
        { id: 11, state: 'active', goal: 'Fewer questions at the till', originBoardId: 1 },
        { id: 12, state: 'future' },
      ],
    },
  });
  expect((await agile(as('viewer'), 'GET', '/board/2/sprint')).status).toBe(400);
  expect((await agile(as('viewer'), 'GET', '/board/3/sprint')).status).toBe(404);
  expect((await agile(as('viewer'), 'GET', '/board/1/sprint?state=open')).status).toBe(400);
});

test('pages of an app without the scopes of the agile calls are refused', async () => {
  const { agile } = board(['read:jira-work']);
  for (const [method, path] of [
    ['GET', '/board'],
    ['GET', '/board/1/sprint'],
    ['PUT', '/issue/rank'],
  ] as const) {
    expect((await agile(asBrowser('dev'), method, path)).status).toBe(403);
  }
});

test.each([
  ['sprint = 11', ['SHOP-1', 'SHOP-2']],
  ['sprint in (10, 12)', ['SHOP-1', 'SHOP-3']],
  ['sprint = "shop sprint 12"', ['SHOP-3']],
  ['sprint is EMPTY', ['SHOP-4']],
  ['sprint in openSprints()', ['SHOP-1', 'SHOP-2']],
  ['sprint in futureSprints()', ['SHOP-3']],
  ['sprint in openSprints() AND sprint not in closedSprints()', ['SHOP-2']],
  ['cf[10020] = 12', ['SHOP-3']],
])('the search %s', async (jql, keys) => {
  const { find } = board();
  expect(await find(as('viewer'), `project = SHOP AND ${jql} ORDER BY key`)).toEqual(keys);
});

test('a sprint that does not exist, or that the caller cannot see, is an error', async () => {
  const { find } = board();
  expect(await find(as('admin'), 'sprint = 99')).toMatch(/^Sprint with name '99' does not exist/);
  expect(await find(as('viewer'), 'sprint = 20')).toMatch(/^Sprint with name '20' does not exist/);
  expect(await find(as('admin'), 'rank = 1')).toMatch(/operator '=' is not supported/);
});

test('an issue tells its sprints and rank when they are asked for', async () => {
  const { call } = board();
  const path = '/issue/SHOP-1?fields=customfield_10020,customfield_10019';
  expect((await call(as('viewer'), 'GET', path)).json).toMatchObject({
    fields: {
      customfield_10020: [
        { id: 10, state: 'closed', boardId: 1 },
        { id: 11, state: 'active', name: 'SHOP Sprint 11' },
      ],
      customfield_10019: '0|000000010001:',
    },
  });
  const none = await call(as('viewer'), 'GET', '/issue/SHOP-4?fields=customfield_10020');
  expect(none.json).toMatchObject({ fields: { customfield_10020: null } });
});

test('issues move next to another one in rank, in the order given', async () => {
  const { rank, find } = board();
  const order = () => find(as('viewer'), 'project = SHOP ORDER BY Rank ASC');
  expect(
    await rank(as('dev'), { issues: ['SHOP-4', '10003'], rankBeforeIssue: 'SHOP-1' }),
  ).toMatchObject({ status: 204, json: undefined });
  expect(await order()).toEqual(['SHOP-4', 'SHOP-3', 'SHOP-1', 'SHOP-2']);
  await rank(as('dev'), { issues: ['SHOP-4'], rankAfterIssue: 'SHOP-2' });
  await rank(as('dev'), { issues: ['SHOP-3'], rankAfterIssue: 'SHOP-1' });
  expect(await order()).toEqual(['SHOP-1', 'SHOP-3', 'SHOP-2', 'SHOP-4']);
});

test('who may not schedule ranks nothing; what cannot be found is told apart', async () => {
  const { rank, find } = board();
  const body = { issues: ['SHOP-4'], rankBeforeIssue: 'SHOP-1' };
  expect((await rank(as('viewer'), body)).status).toBe(403);
  expect((await rank(anonymous, body)).status).toBe(401);
  expect((await rank(as('dev'), { ...body, rankAfterIssue: 'SHOP-2' })).status).toBe(400);
  expect((await rank(as('dev'), { ...body, rankBeforeIssue: 'SHOP-9' })).status).toBe(400);
  const many = Array.from({ length: 51 }, () => 'SHOP-4');
  expect((await rank(as('dev'), { ...body, issues: many })).status).toBe(400);
  expect(await rank(as('dev'), { ...body, issues: ['SHOP-9', 'SHOP-3'] })).toMatchObject({
    status: 207,
    json: {
      entries: [
        { issueKey: 'SHOP-9', status: 404 },
        { issueKey: 'SHOP-3', issueId: 10_003, status: 200 },
      ],
    },
  });
  expect(await find(as('dev'), 'project = SHOP ORDER BY Rank')).toEqual([
    'SHOP-3',
    'SHOP-1',
    'SHOP-2',
    'SHOP-4',
  ]);
});

test('there is always room between two ranks', () => {
  const places = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(places, (at) => {
      const ranks = ['0|000000010001:', '0|000000010002:', '0|000000010040:'];
      for (const place of at) {
        const n = place % (ranks.length + 1);
        ranks.splice(n, 0, rankBetween(ranks[n - 1], ranks[n]));
      }
      expect(ranks).toEqual([...new Set(ranks)].sort());
    }),
  );
});

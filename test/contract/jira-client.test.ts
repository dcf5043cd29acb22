import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { allRoutes } from '../../local/jira/routes';
import type { Route } from '../../local/jira/services';
import { createTestSite, DAY, makeIssue, NOW } from '../local/jira/support';
import { serveJira } from '../support/jira-server';

/** What jira.js has no function for. */
const NOT_IN_CLIENT = [
  'GET /issuetype/project',
  'GET /resolution',
  'GET /resolution/search',
  'GET /user/bulk',
  'POST /forge/panel/action/bulk/status',
];
/** What the client of test/local/jira/strict-client.test.ts calls. */
const ELSEWHERE = ['GET /issueLinkType', 'POST /changelog/bulkfetch', 'POST /issueLink'];

const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`;

/** The route that answers a call; names of things last, as the local Jira does. */
function routeOf(method: string, asked: string): string {
  const fits = allRoutes.filter(({ path, ...route }) => {
    const full = path.startsWith('/rest/') ? path : `/rest/api/3${path}`;
    return (
      route.method === method && new RegExp(`^${full.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked)
    );
  });
  const [first] = fits.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  return first ? nameOf(first) : asked;
}

test('an independent client that is strict about answers searches, reads, creates, edits and transitions', async () => {
  const { jira } = createTestSite();
  jira.site.addIssues([
    makeIssue(1, { typeId: '103' }),
    makeIssue(2, {
      parentId: '10001',
      labels: ['x'],
      componentIds: ['501'],
      fixVersionNames: ['1.0'],
      dueDate: '2026-12-01',
      assigneeAccountId: 'acc-dev',
      estimate: 3,
      properties: { 'shop-answer': { goal: 'G1' } },
      links: [
        {
          id: '7',
          typeName: 'Blocks',
          inward: 'is blocked by',
          outward: 'blocks',
          otherKey: 'SHOP-1',
          direction: 'outward',
        },
      ],
    }),
    makeIssue(3, { typeId: '104', parentId: '10002' }),
  ]);
  const { site } = jira;
  site.addBoard({ id: 1, name: 'SHOP board', type: 'scrum', projectId: '1', sprints: true });
  const days = { startDate: NOW, endDate: NOW + 14 * DAY, completeDate: null };
  site.addSprint({ id: 4, boardId: 1, name: 'Sprint 4', state: 'active', goal: 'Sell', ...days });
  const server = await serveJira(jira);
  try {
    // The client is an ES module, which Jest does not load: it runs in a process of its own.
    const script = join(__dirname, 'jira-client.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, server.url]);
    expect(JSON.parse(stdout)).toEqual({
      myself: 'The po',
      projects: ['LAB', 'SHOP'],
      project: 'Web shop',
      statuses: 4,
      components: ['Checkout', 'Search'],
      lastComponent: 'Search',
      fields: 26,
      found: ['SHOP-1', 'SHOP-2', 'SHOP-3'],
      count: 3,
      created: 'SHOP-4',
      read: ['Changed', 'Done', 'Done'],
      changes: 2,
      log: 2,
      property: { goal: 'G1' },
      mayEdit: true,
      boards: ['SHOP board'],
      sprints: ['Sprint 4'],
      transitions: ['Create', 'To Do', 'In Progress', 'Done'],
      problems: [],
      version: 2,
      pinned: 'COMPLETE',
      missing: 404,
      site: 'Cloud',
      people: ['The dev'],
      mayBrowse: 1,
      mayEditThese: [10_001, 10_002],
      wrongQueries: [0, 1],
      fetched: [['SHOP-2', { 'shop-answer': { goal: 'G1' } }]],
      value: 'SHOP-2',
      comments: 0,
      table: { on: true },
    });
    const asked = new Set(server.calls.map(({ method, path }) => routeOf(method, path)));
    const left = allRoutes.map(nameOf).filter((name) => !asked.has(name));
    expect(left.sort()).toEqual([...NOT_IN_CLIENT, ...ELSEWHERE].sort());
  } finally {
    await server.close();
  }
}, 30_000);

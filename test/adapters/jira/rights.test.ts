// The user's rights, whatever Jira answers.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jiraClient } from '../../../src/adapters/jira/client';
import { jiraRights } from '../../../src/adapters/jira/rights';
import type { JiraCall } from '../../../src/adapters/jira/transport';

const NAMES = [
  ...['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADMINISTER_PROJECTS'],
  ...['ADMINISTER', 'DELETE_ISSUES', 'SYSTEM_ADMIN'],
];
const ON_ITEM = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES'];
const ON_PROJECT = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'];

function rightsUnder(status: number, text: string) {
  const calls: JiraCall[] = [];
  const client = jiraClient(async (call) => {
    calls.push(call);
    return { status, header: () => null, text: async () => text };
  });
  return { rights: jiraRights(client), calls };
}

const permissions = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.record({ havePermission: fc.boolean() }),
);

test('rights held are those that were asked about and that Jira affirms, for the very id, as the user', async () => {
  await fc.assert(
    fc.asyncProperty(permissions, fc.nat(), fc.boolean(), async (given, id, onItem) => {
      const { rights, calls } = rightsUnder(200, JSON.stringify({ permissions: given }));
      const held = await (onItem ? rights.onItem(String(id)) : rights.onProject(String(id)));
      const wanted = onItem ? ON_ITEM : ON_PROJECT;
      expect([...held].sort()).toEqual(
        wanted.filter((name) => given[name]?.havePermission === true).sort(),
      );
      const [call] = calls;
      const query = new URL(call?.path ?? '', 'https://shop.example').searchParams;
      expect([calls.length, call?.as, call?.method]).toEqual([1, 'user', 'GET']);
      expect(Object.fromEntries(query)).toEqual({
        [onItem ? 'issueId' : 'projectId']: String(id),
        permissions: wanted.join(','),
      });
    }),
  );
});

test('an answer of another shape, and a refusal, are no rights but an error', async () => {
  const bodies = fc.oneof(
    fc.jsonValue().filter((value) => JSON.stringify(value) !== '{"permissions":{}}'),
    fc.constantFrom({ permissions: { BROWSE_PROJECTS: { havePermission: 'true' } } }),
    fc.constantFrom({ permissions: { BROWSE_PROJECTS: true } }, { permissions: [] }),
  );
  const statuses = fc.constantFrom(200, 200, 401, 403, 404, 429, 500);
  await fc.assert(
    fc.asyncProperty(bodies, statuses, async (body, status) => {
      const { rights } = rightsUnder(status, JSON.stringify(body));
      await expect(rights.onItem('1')).rejects.toThrow();
      await expect(rights.seen(['1'])).rejects.toThrow();
      await expect(rights.me()).rejects.toThrow();
    }),
  );
});

test('who a rule runs as is the account that Jira names', async () => {
  const { rights, calls } = rightsUnder(200, JSON.stringify({ accountId: 'acc-dev' }));
  expect(await rights.me()).toBe('acc-dev');
  expect(calls).toMatchObject([{ as: 'user', path: '/rest/api/3/myself' }]);
});

test('an item that is named twice is asked about once, as Jira takes nothing twice', async () => {
  const { rights, calls } = rightsUnder(200, JSON.stringify({ projectPermissions: [] }));
  await rights.seen(['7', '8', '7']);
  expect(calls.map(({ body }) => body)).toEqual([
    { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [7, 8] }] },
  ]);
});

import { expect, test } from '@jest/globals';
import { as, asApp, createTestSite, makeIssue } from './support';

function site() {
  const made = createTestSite();
  made.jira.site.addIssues([
    makeIssue(1, { assigneeAccountId: 'acc-dev', reporterAccountId: 'acc-po' }),
    makeIssue(2, { visibleTo: ['acc-po'], assigneeAccountId: null }),
  ]);
  const notify = async (body: object, key = 'SHOP-1', who = asApp) =>
    (await made.call(who, 'POST', `/issue/${key}/notify`, { subject: 's', textBody: 't', ...body }))
      .status;
  const users = (...ids: string[]) => ({ users: ids.map((accountId) => ({ accountId })) });
  const told = () => made.jira.outbox().map(({ toAccountIds }) => toAccountIds);
  return { ...made, notify, users, told };
}

test('an email is kept for those who are named, and for the people of the issue', async () => {
  const { notify, users, jira } = site();
  expect(await notify({ to: users('acc-viewer') })).toBe(204);
  expect(await notify({ to: { assignee: true, reporter: true } })).toBe(204);
  expect(jira.outbox()).toMatchObject([
    { toAccountIds: ['acc-po', 'acc-dev'], issueKey: 'SHOP-1', subject: 's', text: 't' },
    { toAccountIds: ['acc-viewer'] },
  ]);
});

test('nobody is written to who lacks the permission, does not see the issue, or asks for it', async () => {
  const { notify, users, told } = site();
  const restrict = { permissions: [{ key: 'BROWSE_PROJECTS' }] };
  expect(await notify({ to: users('acc-dev'), restrict }, 'SHOP-2')).toBe(400);
  expect(await notify({ to: users('acc-dev', 'acc-po'), restrict }, 'SHOP-2')).toBe(204);
  expect(await notify({ to: users('acc-po') }, 'SHOP-1', as('po'))).toBe(400);
  expect(told()).toEqual([['acc-po']]);
});

test('what is no notification is refused, and what is not imitated says so', async () => {
  const { notify, users, told } = site();
  const to = users('acc-dev');
  expect(await notify({ to: users('nobody') })).toBe(400);
  expect(await notify({ to: {} })).toBe(400);
  expect(await notify({ to: { assignee: true } }, 'SHOP-2')).toBe(400);
  expect(await notify({ to, restrict: { permissions: [{ key: 'FLY' }] } })).toBe(400);
  expect(await notify({ to, cc: [] })).toBe(400);
  expect(await notify({ to }, 'SHOP-9')).toBe(404);
  expect(await notify({ to: { watchers: true } })).toBe(501);
  expect(told()).toEqual([]);
});

test('whether somebody may see an issue is told by its key', async () => {
  const { call } = site();
  const found = async (key: string, accountId: string) =>
    (await call(asApp, 'GET', `/user/viewissue/search?issueKey=${key}&accountId=${accountId}`))
      .json;
  expect(await found('SHOP-1', 'acc-dev')).toMatchObject([{ accountId: 'acc-dev' }]);
  expect(await found('SHOP-2', 'acc-dev')).toEqual([]);
});

// Messages of a night: who gets one, once, and what becomes of one that does not go out.
import { expect, test } from '@jest/globals';
import type { DigestMode } from '../../src/domain/digest';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { previewDigest } from '../../src/usecases/notices/preview-digest';
import { NOTICES_A_NIGHT } from '../../src/usecases/notices/send-notices';
import { addGoal, PROJECT } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts, limited } from './app-ports';
import { done, DUE, night, refusing, scan, sent } from './notices-world';
import { codeOf, TEN_PAST } from './scan-world';

const THURSDAY = 4;

test('a due result is told once, to its assignee, with counts and links alone', async () => {
  const loop = await night([done(1), done(2, { assigneeAccountId: null })]);
  await scan(loop);
  await scan(loop);
  loop.pass(1);
  await scan(loop);
  // Whoever reported both hears of both, in one message.
  expect(sent(loop)).toEqual([[account('dev'), 'SHOP-1', DUE]]);
  const [mail] = loop.host.jira.outbox();
  expect(mail?.text).toContain('Results that are due from you: 2');
  expect(mail?.text).toMatch(
    /\/jira\/software\/projects\/SHOP\/apps\/app\/environment\?tab=results/,
  );
  expect(JSON.stringify(mail)).not.toContain('canary');
}, 30_000);

test('a summary comes on its day, with what is due folded into it, and once that week', async () => {
  const forum = { name: '', memberIds: [account('po')], cadence: 'none', next: null };
  const flag = { v: 1, flag: 'candidate', reason: 'aged', since: '2026-06-01' };
  const loop = await night([done(1)], { weekday: THURSDAY }, { forum });
  await loop.rest('dev', 'POST', '/issue', {
    fields: { project: { id: PROJECT }, issuetype: { id: '101' }, summary: 'old' },
  });
  const key = 'SHOP-2';
  await loop.rest('admin', 'PUT', `/issue/${key}/properties/ladder-flag`, flag);
  loop.host.jira.settle();
  const ports = appPorts(loop);
  const preview = (mode: DigestMode) => previewDigest(ports, { projectId: PROJECT, mode });
  const told = { tonight: 1, week: 2, unplaced: 0, atLeast: false };
  expect(await preview('notify')).toEqual(told);
  // The night takes the flag away: the item is not old.
  await scan(loop);
  loop.pass(1);
  await scan(loop);
  expect(sent(loop)).toEqual([[account('dev'), 'SHOP-1', 'this week']]);
  loop.pass(6);
  await scan(loop);
  expect(sent(loop)).toHaveLength(2);
  // An owner of a goal that no item is answered for hears of it by email alone.
  await addGoal(loop, { metric: 'Returns', ownerAccountId: account('viewer') });
  const { week } = await preview('notify');
  expect(await preview('comment')).toMatchObject({ week: week - 1, unplaced: 1 });
  expect(await preview('off')).toEqual({ ...told, tonight: 0, week: 0 });
}, 30_000);

test('who said no gets nothing, and is told again once they say yes', async () => {
  const loop = await night([done(1)]);
  const mine = (off?: boolean) =>
    loop.call('dev', 'digest.mine', { projectId: PROJECT, ...(off !== undefined && { off }) });
  expect(await mine()).toEqual({ off: false });
  expect(await mine(true)).toEqual({ off: true });
  await scan(loop);
  expect(sent(loop)).toEqual([]);
  await mine(false);
  loop.pass(1);
  await scan(loop);
  expect(sent(loop)).toEqual([[account('dev'), 'SHOP-1', DUE]]);
}, 30_000);

test('what Jira refuses for its limits goes out when it takes calls again, once', async () => {
  const loop = await night([done(1)]);
  const instead = (call: JiraCall) =>
    call.path.endsWith('/notify') ? limited('jira-burst-based', 5) : null;
  expect(await codeOf(scan(loop, instead))).toBe('rate_limited');
  const { last, progress } = (await appPorts(loop).scans.read(PROJECT)) ?? {};
  // The night's numbers are there, and its turn is not over.
  expect([last?.lastDay, progress?.done.includes('publish')]).toEqual(['2026-06-11', true]);
  loop.clock.set(TEN_PAST + 10_000);
  await scan(loop);
  expect(sent(loop)).toEqual([[account('dev'), 'SHOP-1', DUE]]);
}, 30_000);

test('what may have gone out is never sent again', async () => {
  const loop = await night([done(1)]);
  expect(await codeOf(scan(loop, refusing(503)))).toBe('jira_unavailable');
  await scan(loop);
  loop.pass(1);
  await scan(loop);
  expect(sent(loop)).toEqual([]);
}, 30_000);

test('a message that Jira refuses is tried three nights, then the page says so', async () => {
  const loop = await night([done(1)]);
  const failures: unknown[] = [];
  let calls = 0;
  for (let n = 0; n < 4; n += 1) {
    await scan(loop, (call) => {
      if (call.path.endsWith('/notify')) calls += 1;
      return refusing(400)(call);
    });
    const state = await loop.call('viewer', 'project.open', { projectId: PROJECT });
    failures.push(state.scan.failed?.part);
    loop.pass(1);
  }
  expect([calls, failures]).toEqual([3, [undefined, undefined, 'notice', undefined]]);
  expect(sent(loop)).toEqual([]);
}, 30_000);

test('comments mention the person, and nobody who left is mentioned', async () => {
  const gone = done(2, { assigneeAccountId: 'nobody-any-more' });
  const loop = await night([done(1), gone], { mode: 'comment' });
  await scan(loop);
  await scan(loop);
  const comments = async (key: string) =>
    (await loop.rest('admin', 'GET', `/issue/${key}/comment`)).json as { comments: unknown[] };
  const [first, second] = [await comments('SHOP-1'), await comments('SHOP-2')];
  expect([first.comments.length, second.comments.length]).toEqual([1, 0]);
  expect(JSON.stringify(first.comments)).toContain(`{"id":"${account('dev')}"}`);
  // Customers of a service project do not see what the app writes.
  expect(first.comments).toMatchObject([{ jsdPublic: false }]);
  expect(sent(loop)).toEqual([]);
}, 30_000);

test('a night sends so many at most, the next one the rest', async () => {
  const people = Array.from({ length: NOTICES_A_NIGHT + 2 }, (_none, n) => `person-${n}`);
  const loop = await night(people.map((one, n) => done(n + 1, { assigneeAccountId: one })));
  for (const accountId of people)
    loop.host.jira.site.addUser({
      ...{ accountId, name: accountId, displayName: accountId, timeZone: 'UTC' },
      ...{ locale: 'en-US', siteAdmin: true },
    });
  await scan(loop);
  loop.clock.set(TEN_PAST + 3_600_000);
  await scan(loop);
  expect(sent(loop)).toHaveLength(NOTICES_A_NIGHT);
  loop.pass(1);
  await scan(loop);
  expect(new Set(sent(loop).map(([to]) => to)).size).toBe(people.length);
  expect(sent(loop)).toHaveLength(people.length);
}, 60_000);

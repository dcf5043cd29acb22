// Numbers in messages: none is larger than what their reader may see, and few calls make it so.
import { expect, test } from '@jest/globals';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { DUES_AT_ONCE, LOOKED_AT } from '../../src/domain/digest';
import { keepNotices } from '../../src/usecases/notices/keep-notices';
import { sendNotices } from '../../src/usecases/notices/send-notices';
import { issue, PROJECT } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';
import { done, night, scan } from './notices-world';

const hidden = { visibleTo: [account('po')] };
const THURSDAY = 4;
const texts = ({ host }: Awaited<ReturnType<typeof night>>) =>
  host.jira.outbox().map(({ text }) => text);

test('a due result that its reader may not see is not in the number that they are told', async () => {
  const loop = await night([done(1, hidden), done(2), done(3)]);
  await scan(loop);
  expect(texts(loop)).toHaveLength(1);
  expect(texts(loop)[0]).toContain('Results that are due from you: 2');
}, 30_000);

test('who sees nothing of the agenda is told nothing, who sees a part of it that part', async () => {
  const memberIds = (['po', 'dev', 'viewer'] as const).map(account);
  const forum = { name: '', memberIds, cadence: 'none', next: null };
  const flag = { v: 1, flag: 'candidate', reason: 'aged', since: '2026-06-01' };
  const flagged = (number: number, ...names: ('po' | 'dev')[]) =>
    issue(number, { visibleTo: names.map(account), properties: { 'ladder-flag': flag } });
  const all = [flagged(1, 'po'), flagged(2, 'po', 'dev')];
  const loop = await night(all, { weekday: THURSDAY }, { forum });
  const ports = appPorts(loop);
  const settings = await ports.settings.load(PROJECT);
  const types = await ports.projects.types(PROJECT, 'app');
  const today = '2026-06-11';
  await keepNotices(ports, settings, types, { today, lastDay: null });
  await sendNotices(ports, { settings, today });
  const told = loop.host.jira
    .outbox()
    .map(({ toAccountIds, text }) => [toAccountIds.join(), /forum: (.*)/.exec(text)?.[1]]);
  expect(told.sort()).toEqual([
    [account('dev'), '1'],
    [account('po'), '2'],
  ]);
}, 30_000);

test('a message looks at so many items at most, in one call and one for each', async () => {
  const most = DUES_AT_ONCE + LOOKED_AT;
  const loop = await night(
    Array.from({ length: most + 4 }, (_none, n) => done(n + 1)),
    { weekday: THURSDAY },
  );
  const paths: string[] = [];
  await scan(loop, ({ path }: JiraCall) => {
    paths.push(path);
    return null;
  });
  const calls = (part: string) => paths.filter((path) => path.includes(part)).length;
  expect(texts(loop)[0]).toContain(`Results that are due from you: ${String(most)} or more`);
  expect([calls('/issue/bulkfetch'), calls('/user/viewissue/search')]).toEqual([1, most]);
}, 30_000);

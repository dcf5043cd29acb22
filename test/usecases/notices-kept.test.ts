// Messages: where each hangs, what is kept of it, and how many people would get one.
import { expect, test } from '@jest/globals';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { DAY_MS } from '../../src/domain/days';
import { planNotices } from '../../src/domain/digest';
import { beginJob, freshJob } from '../../src/usecases/data/jobs';
import { forgottenOn } from '../../src/usecases/notices/forgotten-on';
import { keepNotices } from '../../src/usecases/notices/keep-notices';
import { sendNotices } from '../../src/usecases/notices/send-notices';
import { addGoal, answerFor, issue, PROJECT } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';
import { done, DUE, gathered, MONDAY, night, scan, sent, TODAY } from './notices-world';

test('a message hangs on an item that its reader sees; where there is none, nobody is told', async () => {
  const hidden = { visibleTo: [account('po')] };
  const gone = { assigneeAccountId: 'nobody-any-more' };
  const loop = await night([done(1, hidden), done(2), done(3, gone)]);
  let calls = 0;
  const counting = (call: JiraCall) => {
    if (call.path.endsWith('/notify')) calls += 1;
    return null;
  };
  await scan(loop, counting);
  loop.pass(1);
  await scan(loop, counting);
  expect([calls, sent(loop)]).toEqual([1, [[account('dev'), 'SHOP-2', DUE]]]);
}, 30_000);

test('a message that somebody else has taken over leaves the others their turn', async () => {
  const loop = await night([done(1), done(2, { assigneeAccountId: account('po') })]);
  const ports = appPorts(loop);
  const settings = await ports.settings.load(PROJECT);
  const types = await ports.projects.types(PROJECT, 'app');
  await keepNotices(ports, settings, types, { today: TODAY, lastDay: null });
  let isFirst = true;
  const { save } = ports.notices;
  ports.notices.save = async (notice) => {
    if (isFirst) await save(notice);
    isFirst = false;
    return save(notice);
  };
  expect(await sendNotices(ports, { settings, today: TODAY })).toBe(null);
  expect(sent(loop)).toHaveLength(1);
}, 30_000);

test('what came due before the data was erased is counted, not told again', async () => {
  const loop = await night([done(1)], { weekday: 4 });
  const { acts, settings: all } = appPorts(loop);
  const settings = await all.load(PROJECT);
  const told = async () => {
    const forgotten = await forgottenOn(appPorts(loop), settings);
    return planNotices(await gathered(loop, { today: '2026-06-12', forgotten })).length;
  };
  expect([await forgottenOn(appPorts(loop), settings), await told()]).toEqual([null, 1]);
  // Neither a file besides what is there nor acts that a file brings forget anything.
  const act = { projectId: PROJECT, subject: 'data', by: 'po', before: null, after: null };
  for (const kind of ['data.import', 'data.erase'] as const)
    await acts.append({ ...act, kind, at: loop.clock.now() + 9 * DAY_MS });
  const ports = appPorts(loop);
  const job = freshJob(ports, 'po', { kind: 'import', step: 'rows' });
  const { rev } = await beginJob(ports, PROJECT, job);
  expect(await told()).toBe(1);
  await ports.data.saveJob(PROJECT, { ...job, forgotten: loop.clock.now() }, rev, null);
  expect(await told()).toBe(0);
  // On the very day nobody knows any more who has had the week's summary.
  await scan(loop);
  expect(sent(loop)).toEqual([]);
  loop.pass(7);
  await scan(loop);
  expect(sent(loop)).toEqual([[account('dev'), 'SHOP-1', 'this week']]);
}, 30_000);

test('of what the project forgot only that is old which was due by then: done, and its day come', async () => {
  const on = (day: string) => ({ categoryChanged: Date.parse(`${day}T09:00:00Z`) });
  // The day of all of them came on the first of June.
  const loop = await night([
    done(1, on('2026-05-20')),
    done(2, on('2026-06-05')),
    done(3, on('2026-06-10')),
  ]);
  const told = async (forgotten: string) =>
    planNotices(await gathered(loop, { forgotten })).flatMap(({ dues }) =>
      dues.map(({ itemId }) => itemId),
    );
  const [first, second, third] = [issue(1).id, issue(2).id, issue(3).id];
  expect(await told('2026-05-31')).toEqual([first, second, third]);
  expect(await told('2026-06-01')).toEqual([second, third]);
  expect(await told('2026-06-09')).toEqual([third]);
  expect(await told('2026-06-10')).toEqual([]);
}, 30_000);

test('the owner of a goal that no item is answered for is told at another item', async () => {
  const loop = await night([done(1, { assigneeAccountId: account('po') })], { weekday: 4 });
  await addGoal(loop, { achieve: 'Nobody works towards it', ownerAccountId: account('dev') });
  await scan(loop);
  expect(sent(loop)).toContainEqual([account('dev'), 'SHOP-1', 'this week']);
}, 30_000);

test('a look at who would be told is short, and says that there may be more', async () => {
  const old = { v: 1, state: 'answered' };
  const loop = await night([done(1), done(2), done(3)]);
  await loop.rest('po', 'PUT', '/issue/SHOP-2/properties/ladder-answer', {
    ...{ ...old, ...answerFor(await addGoal(loop)) },
    checkBy: '2026-01-01',
  });
  loop.host.jira.settle();
  const ports = appPorts(loop);
  const asked: string[] = [];
  const { isTold } = ports.notices;
  ports.notices.isTold = (itemId, checkBy) => {
    asked.push(checkBy);
    return isTold(itemId, checkBy);
  };
  expect((await gathered(loop, { week: MONDAY }, ports)).isPart).toBe(false);
  // What is overdue for long is counted, not told.
  expect(asked).toEqual(['2026-06-01', '2026-06-01']);
  const few = await gathered(loop, { week: MONDAY, most: 2 }, ports);
  expect([few.isPart, few.dues.length]).toEqual([true, 2]);
}, 30_000);

test('the outbox shows what went out, and links lead to the page', async () => {
  const loop = await night([done(1)]);
  await scan(loop);
  const { url } = loop.host;
  const { mails } = (await (await fetch(`${url}/local/outbox`)).json()) as { mails: object[] };
  expect(mails).toMatchObject([{ issueKey: 'SHOP-1', toAccountIds: [account('dev')] }]);
  const page = await (await fetch(`${url}/outbox`)).text();
  const link = /href="([^"]*tab=results)"/.exec(page)?.[1] ?? '';
  const { status, headers } = await fetch(new URL(new URL(link).pathname + '?tab=results', url), {
    redirect: 'manual',
  });
  expect([status, headers.get('location')]).toEqual([303, '/projects/SHOP/ladder?tab=results']);
}, 30_000);

test('messages go with the data of the project, a No to messages stays', async () => {
  const loop = await night([done(1)]);
  await loop.call('viewer', 'digest.mine', { projectId: PROJECT, off: true });
  await scan(loop);
  const kept = () => [
    ...loop.records('job', 'by-project', [PROJECT]).filter(({ kind }) => kind === 'notice'),
    ...loop.records('draft', 'by-project', [PROJECT, 'digest']),
  ];
  expect(kept()).toHaveLength(2);
  let state = 'open';
  for (let n = 0; state === 'open' && n < 20; n += 1) {
    const { job } = await loop.call('po', 'data.erase', { projectId: PROJECT, begin: n === 0 });
    state = job.state;
    loop.host.jira.settle();
  }
  expect([state, kept()]).toMatchObject(['done', [{ kind: 'digest', owner: account('viewer') }]]);
}, 30_000);

// Which results a night holds for due, and what it asks for to know it.
import { expect, test } from '@jest/globals';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { issue, PROJECT, STATUS, TYPE } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';
import { done, gathered, MONDAY, night } from './notices-world';

const id = (number: number) => String(10_000 + number);
const dueIds = async (...args: Parameters<typeof gathered>) =>
  (await gathered(...args)).dues.map(({ itemId }) => itemId);

const ANSWER = 'ladder-answer';

test('what was closed without being delivered is not due, by its resolution or its status', async () => {
  const loop = await night([
    done(1),
    done(2, { resolutionId: '2' }),
    done(3, { resolutionId: null }),
  ]);
  const { site } = loop.host.jira;
  const rejected = { id: '19', name: 'Rejected', category: 'done' as const };
  for (const project of site.projects())
    site.addProject({ ...project, statuses: [...project.statuses, rejected] });
  const answer = await loop.property(1, ANSWER);
  site.addIssues([done(4, { statusId: rejected.id, properties: { [ANSWER]: answer } })]);
  expect(await dueIds(loop)).toEqual([id(1), id(3)]);
}, 30_000);

test('an epic can be a bet whose result is due, a sub-task is none', async () => {
  const part = { typeId: TYPE.subtask, parentId: id(1) };
  const loop = await night([done(1, { typeId: TYPE.epic }), done(2), done(3, part)]);
  expect(await dueIds(loop)).toEqual([id(1), id(2)]);
}, 30_000);

test('what the item could not be told counts: a result that was given, and a later day', async () => {
  const loop = await night([done(1), done(2), done(3)]);
  const { site } = loop.host.jira;
  site.setStatusProperties(PROJECT, STATUS.done, { 'jira.issue.editable': 'false' });
  const given = { itemId: id(1), result: 'moved' as const, rev: 0 };
  expect(await loop.call('dev', 'result.give', given)).toMatchObject({ written: false });
  const later = { itemId: id(2), checkBy: '2026-06-20', delivered: true, rev: 0 };
  expect((await loop.call('dev', 'result.later', later)).result.later).toMatchObject([
    { written: false },
  ]);
  expect(await dueIds(loop)).toEqual([id(3)]);
  const { dues } = await gathered(loop, { today: '2026-06-20' });
  expect(dues.map(({ itemId, checkBy }) => [itemId, checkBy])).toEqual([
    [id(2), '2026-06-20'],
    [id(3), '2026-06-01'],
  ]);
}, 30_000);

test('results that are due for long crowd out no new one, and are counted once a week', async () => {
  const loop = await night([done(1), done(2)]);
  const answer = (await loop.property(1, ANSWER)) as object;
  const old = { ...answer, checkBy: '2026-01-01' };
  await loop.rest('po', 'PUT', `/issue/SHOP-1/properties/${ANSWER}`, old);
  loop.host.jira.settle();
  expect(await dueIds(loop, { most: 1 })).toEqual([id(2)]);
  expect(await dueIds(loop, { week: MONDAY })).toEqual([id(1), id(2)]);
}, 30_000);

test('a night asks Jira for nothing that its messages do not tell', async () => {
  const forum = { name: '', memberIds: [account('po')], cadence: 'none' as const, next: null };
  const loop = await night([done(1), issue(2)]);
  const asked: string[] = [];
  const ports = appPorts(loop, ({ path }: JiraCall) => {
    if (/search|count/.test(path)) asked.push(path.replace(/.*\/search\//, ''));
    return null;
  });
  const asking = async (more: Parameters<typeof gathered>[1]) => {
    await gathered(loop, more, ports);
    return asked.splice(0);
  };
  // Due results.
  expect(await asking({ rules: { forum } })).toEqual(['jql']);
  expect(await asking({ goals: [] })).toEqual([]);
  expect(await asking({ goals: [], week: MONDAY })).toEqual([]);
  // With the week's candidates, of which there are none to be counted.
  expect(await asking({ week: MONDAY, rules: { forum } })).toEqual(['jql', 'jql']);
  expect(await asking({ goals: [], week: MONDAY, rules: { forum } })).toEqual(['jql']);
}, 30_000);

test('storage is asked once for each due result, and for no more than ten at a time', async () => {
  const loop = await night(Array.from({ length: 21 }, (_none, n) => done(n + 1)));
  const ports = appPorts(loop);
  const { isTold } = ports.notices;
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  ports.notices.isTold = async (itemId, checkBy) => {
    asked.push(itemId);
    most = Math.max(most, (open += 1));
    const told = await isTold(itemId, checkBy);
    open -= 1;
    return told || itemId === id(21);
  };
  const { dues, isTold: wasTold } = await gathered(loop, {}, ports);
  expect([asked.length, new Set(asked).size]).toEqual([21, 21]);
  expect([most > 1, most <= 10]).toEqual([true, true]);
  expect(dues.filter(wasTold).map(({ itemId }) => itemId)).toEqual([id(21)]);
}, 30_000);

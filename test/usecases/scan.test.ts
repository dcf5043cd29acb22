import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  addGoal,
  answerFor,
  DAY,
  issue,
  NOW,
  PROJECT,
  setRules,
  startLoop,
  STATUS,
  TYPE,
  type Loop,
} from '../support/loop';

let loop: Loop;
const old = (days: number) => ({
  created: NOW - days * DAY,
  updated: NOW - days * DAY,
  categoryChanged: NOW - days * DAY,
});

beforeEach(async () => {
  loop = await startLoop([
    issue(1, old(400)),
    issue(2, old(120)),
    issue(3, old(20)),
    issue(4, { ...old(300), statusId: STATUS.doing, categoryChanged: NOW - 100 * DAY }),
    issue(5, { ...old(400), statusId: STATUS.done, resolutionId: '1' }),
    issue(6, { ...old(400), typeId: TYPE.subtask, parentId: '10001' }),
    issue(7, { ...old(400), typeId: TYPE.epic }),
    issue(8, { ...old(400), typeId: TYPE.chore }),
    issue(9, { ...old(400), parentId: '10007', updated: NOW - DAY }),
  ]);
  await setRules(loop, { scan: true, exemptTypeIds: [TYPE.chore] });
}, 60_000);
afterEach(() => loop.close());

const flagged = async (flag: string) =>
  loop.count('viewer', `project = SHOP AND ladderFlag = ${flag}`);
const flagOf = async (number: number) =>
  ((await loop.property(number, 'ladder-flag')) as { flag?: string } | undefined)?.flag;
const writes = () =>
  loop.host.jira
    .ledger()
    .calls.filter(({ route }) => route.startsWith('/rest/api/3/issue/properties'))
    .reduce((sum, { count }) => sum + count, 0);

test('warns first, and flags once the age is reached and the warning has stood for the grace', async () => {
  await loop.scan();
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map(flagOf))).toEqual([
    'warned',
    'warned',
    undefined,
    'warned',
    undefined,
    undefined,
    undefined,
    undefined,
    'warned',
  ]);
  loop.pass(13);
  await loop.scan();
  expect(await flagged('candidate')).toBe(0);
  loop.pass(1);
  await loop.scan();
  // 120 and 100 days are not 180 yet.
  expect([await flagOf(1), await flagOf(2), await flagOf(4), await flagOf(9)]).toEqual([
    'candidate',
    'warned',
    'warned',
    'candidate',
  ]);
});

test('forced again, or a day later, it writes nothing that has not changed', async () => {
  await loop.scan();
  const before = writes();
  expect(before).toBeGreaterThan(0);
  await loop.scan();
  loop.pass(1);
  await loop.scan();
  expect(writes()).toBe(before);
});

test('an answer, and an answer of the parent, take the flag away', async () => {
  await loop.scan();
  const goal = await addGoal(loop);
  for (const itemId of ['10001', '10007'])
    await loop.call('dev', 'answer.save', { itemId, seen: null, answer: answerFor(goal) });
  loop.host.jira.settle();
  // Item 1 was last changed 400 days ago: an answer touches it, though Jira does not count it.
  await loop.scan();
  for (const number of [1, 9]) expect([number, await flagOf(number)]).toEqual([number, undefined]);
});

test('says on the page when it ran, what it listed and changed, and when the next one is due', async () => {
  await loop.scan();
  const { scan } = await loop.call('viewer', 'project.open', { projectId: PROJECT });
  expect(scan).toMatchObject({
    lastDay: '2026-06-10',
    changed: 4,
    warned: 4,
    candidates: 0,
  });
  // The clock of a running function goes on by itself.
  expect(scan.lastAt).toBeGreaterThanOrEqual(NOW);
  expect(scan.lastAt).toBeLessThan(NOW + DAY);
  expect(scan.nextAt).toBe(Date.parse('2026-06-11T02:00:00Z'));
});

test('runs by itself once a day after two in the morning of the project’s zone, and only where it is on', async () => {
  const run = async () => (await loop.host.schedule({})).queue.processed;
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  loop.clock.set(Date.parse('2026-06-11T01:59:00Z'));
  expect(await run()).toBe(0);
  loop.clock.set(Date.parse('2026-06-11T02:00:00Z'));
  expect(await run()).toBe(1);
});

test('a scan that is switched off flags nothing, and its turn only tells the gate the rules', async () => {
  await setRules(loop, { scan: false, gate: 'block' });
  await loop.rest('admin', 'DELETE', '/project/SHOP/properties/ladder-gate');
  await loop.scan();
  expect(await flagged('warned')).toBe(0);
  const gate = await loop.rest('admin', 'GET', '/project/SHOP/properties/ladder-gate');
  expect(gate.json).toMatchObject({ value: { mode: 'block' } });
  const { scan } = await loop.call('viewer', 'project.open', { projectId: PROJECT });
  expect(scan).toMatchObject({ lastAt: null, nextAt: null });
});

test('an exempt type that the project no longer has does not stop the scan', async () => {
  await setRules(loop, { exemptTypeIds: ['999'] });
  await loop.scan();
  expect(await flagOf(1)).toBe('warned');
});

test('an item that was answered long ago and is flagged for another reason says so', async () => {
  await loop.scan();
  const answered = { v: 1, why: 'run', state: 'answered', answered: '2025-11-01' };
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', answered);
  loop.host.jira.settle();
  await loop.scan();
  expect(await loop.property(1, 'ladder-flag')).toMatchObject({ flag: 'warned', reason: 'idle' });
});

test('nothing but flags is written: no item is moved, closed or touched', async () => {
  const before = await loop.rest('admin', 'GET', '/issue/SHOP-1?fields=status,updated');
  await loop.scan();
  loop.pass(15);
  await loop.scan();
  const after = await loop.rest('admin', 'GET', '/issue/SHOP-1?fields=status,updated');
  expect(after.json).toEqual(before.json);
});

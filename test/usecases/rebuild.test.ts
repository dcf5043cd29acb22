// Properties only show what storage holds. Here all of them are destroyed, and come back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  addGoal,
  answerFor,
  issue,
  PROJECT,
  setRules,
  startLoop,
  STATUS,
  TYPE,
  type Loop,
} from '../support/loop';

const DONE = { statusId: STATUS.done, resolutionId: '1' };
const id = (number: number) => String(10_000 + number);
/**
 * 1 to 3 have results, 4 has one that was taken back, 5 and 6 are sorted, 11 to 14 may start anyway, 21
 * is parked, 22 kept, 23 was killed, 24 was parked until it was taken back.
 */
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 21, 22, 23, 24];
const PROJECTIONS = ['ladder-result', 'ladder-pass', 'ladder-decision'];
/** Every number that rests on a projection, as Jira counts it. */
const COUNTS = [
  ...['moved', 'flat', 'unclear'].map((value) => `ladderResult = ${value}`),
  'ladderResult is not EMPTY',
  ...['measured', 'judged'].map((value) => `ladderEvidence = ${value}`),
  'ladderResultAt = "2026-06-10"',
  'ladderPassUntil >= "2026-06-10"',
  ...['killed', 'parked', 'kept'].map((value) => `ladderDecision = ${value}`),
  'ladderUntil = "2026-09-01"',
];

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop([
    ...[1, 2, 3, 4, 5, 6].map((number) => issue(number, DONE)),
    issue(7, { ...DONE, parentId: id(20) }),
    issue(20, { ...DONE, typeId: TYPE.epic }),
    ...[11, 12, 13, 14, 15, 21, 22, 23, 24].map((number) => issue(number)),
  ]);
  await setRules(loop, { gate: 'block' });
  const goal = await addGoal(loop);
  const cited = { goalId: goal, day: '2026-06-01' };
  await loop.call('po', 'reading.save', { projectId: PROJECT, ...cited, value: 2.4, rev: 0 });
  const answer = answerFor(goal);
  for (const number of [1, 2, 3, 4, 20])
    await loop.call('dev', 'answer.save', { itemId: id(number), seen: null, answer });
  const give = (number: number, result: 'moved' | 'flat' | 'unclear', more: object = {}) =>
    loop.call('dev', 'result.give', { itemId: id(number), result, rev: 0, ...more });
  await give(1, 'moved', { reading: cited });
  const { rev } = await give(2, 'flat');
  await give(2, 'moved', { rev });
  await give(3, 'unclear', { note: 'too little traffic' });
  const taken = await give(4, 'flat');
  const early = { itemId: id(4), checkBy: '2026-09-01', delivered: true, rev: taken.rev };
  await loop.call('dev', 'result.later', early);
  await give(20, 'moved');
  for (const [number, sort] of [
    [5, 'tested'],
    [6, 'run'],
  ] as const)
    await loop.call('dev', 'sort.give', { itemId: id(number), sort, seen: null, rev: 0 });
  const decide = (number: number, kind: 'kill' | 'park' | 'keep') =>
    loop.call('dev', 'decision.begin', {
      itemId: id(number),
      decision: { kind, reason: 'x', ...(kind !== 'kill' && { until: '2026-09-01' }) },
      seen: { statusId: STATUS.todo, flag: null, answer: null, rev: 0 },
    });
  await decide(21, 'park');
  await decide(22, 'keep');
  const { intent } = await decide(23, 'kill');
  await loop.move(23, STATUS.done);
  await loop.call('dev', 'decision.finish', { itemId: id(23), intent: intent?.id ?? '' });
  const undone = await decide(24, 'park');
  await loop.call('dev', 'decision.undo', { itemId: id(24), rev: undone.rev });
  // 11 lets start; 12 was taken back; 13 has run out by the time of the test; 14 comes later.
  const start = (number: number) =>
    loop.call('dev', 'start.anyway', { itemId: id(number), reason: 'The shop is down.' });
  await start(13);
  loop.clock.set(loop.clock.now() + 6.9 * 86_400_000);
  for (const number of [11, 12, 14]) await start(number);
  loop.clock.set(loop.clock.now() + 0.2 * 86_400_000);
  await loop.call('dev', 'start.withdraw', { itemId: id(12) });
  loop.clock.set(loop.clock.now() + 60_000);
}, 60_000);
afterAll(() => loop.close());

const paths = () =>
  [...NUMBERS, 20].flatMap((number) =>
    PROJECTIONS.map((key) => `/issue/${id(number)}/properties/${key}`),
  );
const GATE = `/project/${PROJECT}/properties/ladder-gate`;

/** What Jira shows of it, what it counts, and which items it lets start. */
async function picture() {
  const properties: Record<string, unknown> = {};
  for (const path of [...paths(), GATE])
    properties[path] = (await loop.rest('admin', 'GET', path)).json;
  const counts: Record<string, number> = {};
  for (const jql of COUNTS) counts[jql] = await loop.count('viewer', `project = SHOP AND ${jql}`);
  return { properties, counts };
}

/** As an admin asks for it, call by call. */
async function rebuild() {
  for (let call = 0; call < 10; call += 1) {
    const { job } = await loop.call('po', 'data.rebuild', {
      projectId: PROJECT,
      begin: call === 0,
    });
    if (job.state !== 'open') return job;
  }
  throw new Error('it never ends');
}

test('everything that the app shows is rebuilt from storage, to the last property and number', async () => {
  const before = await picture();
  expect(before.counts['ladderResult is not EMPTY']).toBe(5);
  for (const path of [...paths(), GATE]) await loop.rest('admin', 'DELETE', path);
  const bare = await picture();
  expect(Object.values(bare.counts).every((count) => count === 0)).toBe(true);
  expect(await loop.move(15, STATUS.doing)).toBe(true);

  expect(await rebuild()).toMatchObject({ state: 'done', left: 0 });
  expect(await picture()).toEqual(before);
});

test('the gate lets the same items start as before', async () => {
  expect(await loop.move(11, STATUS.doing)).toBe(true);
  expect(await loop.move(14, STATUS.doing)).toBe(true);
  for (const number of [12, 13]) expect(await loop.move(number, STATUS.doing)).not.toBe(true);
});

test('rebuilt twice it is the same, and what storage holds of it is told the same', async () => {
  const read = () =>
    loop
      .call('viewer', 'results.read', { itemIds: [1, 2, 3, 4, 5].map(id) })
      .then(({ results }) => results.map(({ rev: _rev, ...result }) => result));
  const [before, told] = [await picture(), await read()];
  await rebuild();
  expect(await picture()).toEqual(before);
  expect(await read()).toEqual(told);
});

test('what was overwritten past Ladder says again what storage says', async () => {
  const path = `/issue/${id(1)}/properties/ladder-result`;
  const forged = { v: 1, result: 'flat', evidence: 'measured', at: '2020-01-01' };
  await loop.rest('dev', 'PUT', path, forged);
  await rebuild();
  expect((await loop.rest('dev', 'GET', path)).json).toMatchObject({
    value: { result: 'moved', evidence: 'measured', at: '2026-06-10' },
  });
});

test('a pass that was taken back opens nothing, whatever somebody wrote over it', async () => {
  const path = `/issue/${id(12)}/properties/ladder-pass`;
  const stood = (await loop.rest('dev', 'GET', path)).json;
  await loop.rest('dev', 'PUT', path, { v: 1, until: '2030-01-01', untilAt: 1_893_456_000_000 });
  await rebuild();
  expect((await loop.rest('dev', 'GET', path)).json).toEqual(stood);
  expect(await loop.move(12, STATUS.doing)).not.toBe(true);
});

test('a pass that the gate was not told of is told by the nightly round', async () => {
  const { site } = loop.host.jira;
  site.setStatusProperties(PROJECT, STATUS.todo, { 'jira.issue.editable': 'false' });
  const start = { itemId: id(13), reason: 'Once more.' };
  expect(await loop.call('dev', 'start.anyway', start)).toMatchObject({ written: false });
  site.setStatusProperties(PROJECT, STATUS.todo, {});
  await loop.scan();
  expect(await loop.move(13, STATUS.doing)).toBe(true);
});

test('a decision that somebody wrote over says again what was decided', async () => {
  const path = (number: number) => `/issue/${id(number)}/properties/ladder-decision`;
  await loop.rest('dev', 'PUT', path(21), { v: 1, decision: 'killed' });
  await loop.rest('dev', 'PUT', path(24), { v: 1, decision: 'kept', until: '2030-01-01' });
  await rebuild();
  expect((await loop.rest('dev', 'GET', path(21))).json).toMatchObject({
    value: { decision: 'parked', until: '2026-09-01' },
  });
  expect((await loop.rest('dev', 'GET', path(24))).status).toBe(404);
});

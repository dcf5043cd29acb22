// The record of acts under a clock that does not go on as it should: nothing of it is written over.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  addGoal,
  answerFor,
  DAY,
  issue,
  NOW,
  PROJECT,
  startLoop,
  STATUS,
  type Loop,
} from '../../support/loop';

const FINISHED = '10002';

let loop: Loop;
beforeAll(async () => {
  const answer = { v: 1, ...answerFor('none'), state: 'answered' };
  loop = await startLoop([
    issue(1),
    issue(2, { statusId: STATUS.done, resolutionId: '1', properties: { 'ladder-answer': answer } }),
  ]);
  const goal = await addGoal(loop);
  const path = `/issue/${FINISHED}/properties/ladder-answer`;
  await loop.rest('dev', 'PUT', path, { ...answer, goal });
}, 60_000);
afterAll(() => loop.close());

const actsOn = (subject: string) =>
  loop
    .records('act', 'by-subject', [subject])
    .map(({ kind, by }) => `${String(kind)} ${String(by)}`);

test('set back between two acts, the clock loses neither, and the later word stands', async () => {
  const given = { itemId: FINISHED, note: 'first', rev: 0 };
  const { rev } = await loop.call('dev', 'result.give', { ...given, result: 'moved' });
  loop.pass(-400);
  const second = { ...given, note: 'second', result: 'flat' as const, rev };
  const kept = await loop.call('po', 'result.give', second);
  expect(kept).toMatchObject({
    given: { result: 'flat', note: 'second', by: 'acc-po' },
    earlier: [{ result: 'moved', note: 'first', by: 'acc-dev' }],
  });
  // Whoever still has the first before them does not write over the second, whatever the clock says.
  const stale = { ...given, note: 'third', result: 'unclear', rev };
  expect(await loop.refusal('dev', 'result.give', stale)).toMatchObject({ code: 'conflict' });
  loop.pass(400);
  expect(actsOn(FINISHED).sort()).toEqual(['result.give acc-dev', 'result.give acc-po']);
  const { acts } = await loop.call('viewer', 'acts.list', { projectId: PROJECT });
  const times = acts.filter(({ subject }) => subject === FINISHED).map(({ at }) => at);
  // Each says the time that the platform gave; a reader sees that one is out of order.
  const apart = Math.abs((times[0] ?? 0) - (times[1] ?? 0));
  expect(Math.round(apart / DAY)).toBe(400);
});

test('acts of a moment that comes again and again are as many as were done', async () => {
  const itemId = '10001';
  for (let turn = 0; turn < 3; turn += 1) {
    loop.clock.set(NOW);
    await loop.call('dev', 'start.anyway', { itemId, reason: `turn ${turn}` });
    loop.clock.set(NOW);
    await loop.call('po', 'start.withdraw', { itemId });
  }
  expect(actsOn(itemId).sort()).toEqual([
    ...Array<string>(3).fill('start.anyway acc-dev'),
    ...Array<string>(3).fill('start.withdraw acc-po'),
  ]);
});

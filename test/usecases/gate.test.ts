import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MESSAGES } from '../../src/domain/messages';
import {
  addGoal,
  answerFor,
  issue,
  setRules,
  startLoop,
  STATUS,
  TYPE,
  type Loop,
} from '../support/loop';

let loop: Loop;
let goal: string;
beforeEach(async () => {
  loop = await startLoop([
    issue(1),
    issue(2, { parentId: '10009' }),
    issue(3, { typeId: TYPE.chore }),
    issue(4, { labels: ['ops'] }),
    issue(5, { typeId: TYPE.subtask, parentId: '10001' }),
    issue(6),
    issue(7, { statusId: STATUS.done, resolutionId: '1' }),
    issue(9, { typeId: TYPE.epic }),
  ]);
  goal = await addGoal(loop);
  await setRules(loop, { gate: 'block', exemptTypeIds: [TYPE.chore], exemptLabels: ['ops'] });
}, 60_000);
afterEach(() => loop.close());

const move = (number: number, statusId: string) => loop.move(number, statusId);

const answer = (number: number, more: object = {}) =>
  loop.call('dev', 'answer.save', {
    itemId: String(10_000 + number),
    seen: null,
    answer: { ...answerFor(goal), ...more },
  });

test('an item without an answer is stopped with a sentence, and starts once it has answered', async () => {
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.none);
  await answer(1);
  expect(await move(1, STATUS.doing)).toBe(true);
});

test('a half answer is told apart', async () => {
  await answer(1, { expect: '' });
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.half);
});

test('the parent’s answer, keep it running, exempt types and labels, and sub-tasks pass', async () => {
  await answer(9);
  await loop.call('dev', 'answer.save', { itemId: '10001', seen: null, answer: { why: 'run' } });
  for (const number of [1, 2, 3, 4, 5, 9]) expect(await move(number, STATUS.doing)).toBe(true);
});

test('an ended goal stops the item as long as another goal is active; without any the gate opens', async () => {
  await answer(1);
  const other = await addGoal(loop, { metric: 'Order value' });
  const end = async (goalId: string) => {
    const { rev } = await loop.call('po', 'settings.open', { projectId: '1' });
    await loop.call('po', 'goal.end', { projectId: '1', rev, goalId });
  };
  await end(goal);
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.goal);
  await end(other);
  expect(await move(1, STATUS.doing)).toBe(true);
});

test('the days of the goals count by themselves: past the last one the gate is open', async () => {
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.none);
  loop.clock.set(Date.parse('2026-10-01T00:00:00Z'));
  expect(await move(1, STATUS.doing)).toBe(true);
});

test('with warn or off nothing is stopped, and the moves out of progress never are', async () => {
  await setRules(loop, { gate: 'warn' });
  expect(await move(1, STATUS.doing)).toBe(true);
  await setRules(loop, { gate: 'block' });
  expect(await move(1, STATUS.done)).toBe(true);
  expect(await move(1, STATUS.todo)).toBe(true);
  expect(await move(1, STATUS.review)).toBe(MESSAGES.gate.none);
});

test('a whole answer for a goal of another project asks for a goal, not for the rest of the sentence', async () => {
  const foreign = { v: 1, ...answerFor('elsewhere'), state: 'answered' };
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', foreign);
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.goal);
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', { any: 'thing' });
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.none);
});

test('junk in place of an answer asks for one, with a sentence and not with an error page', async () => {
  for (const junk of ['text', 7, [1]]) {
    await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', junk);
    expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.none);
  }
});

test('start anyway opens the gate for one item and seven days, by the clock', async () => {
  const itemId = '10001';
  const given = await loop.call('dev', 'start.anyway', { itemId, reason: 'The shop is down.' });
  expect(given).toMatchObject({ until: '2026-06-17', by: 'acc-dev', written: true });
  expect(await loop.count('viewer', 'ladderPassUntil = "2026-06-17"')).toBe(1);
  loop.clock.set(given.untilAt - 1);
  expect(await move(1, STATUS.doing)).toBe(true);
  expect(await move(6, STATUS.doing)).toBe(MESSAGES.gate.none);
  expect(await move(1, STATUS.todo)).toBe(true);
  loop.clock.set(given.untilAt);
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.none);
  // Why it could start stays to be read.
  const { pass } = await loop.call('viewer', 'item.open', { itemId });
  expect(pass).toEqual(given);
});

test('a pass that is taken back closes the gate again, and needs a reason to be given', async () => {
  const itemId = '10001';
  const none = await loop.refusal('po', 'start.withdraw', { itemId });
  expect(none).toMatchObject({ code: 'not_found', message: MESSAGES.pass.none });
  for (const reason of ['', '   ', 'x'.repeat(501)])
    expect(await loop.refusal('dev', 'start.anyway', { itemId, reason })).toMatchObject({
      code: 'invalid_input',
      fields: { reason: expect.any(String) },
    });
  await loop.call('dev', 'start.anyway', { itemId, reason: '  “Нет” 🚒 \u202b עכשיו  ' });
  const { passes } = await loop.call('viewer', 'passes.read', { itemIds: [itemId, '10006'] });
  expect(passes).toMatchObject([{ itemId, reason: '“Нет” 🚒 \u202b עכשיו' }]);
  // Records are kept in the order of their time.
  loop.clock.set(loop.clock.now() + 60_000);
  expect(await loop.call('po', 'start.withdraw', { itemId })).toMatchObject({ withdrawn: true });
  loop.clock.set(loop.clock.now() + 60_000);
  expect(await move(1, STATUS.doing)).toBe(MESSAGES.gate.none);
  expect(loop.records('act', 'by-subject', [itemId]).map(({ kind, by }) => [kind, by])).toEqual([
    ['start.anyway', 'acc-dev'],
    ['start.withdraw', 'acc-po'],
  ]);
});

test('what is done, a sub-task or an epic needs nobody to let it start', async () => {
  for (const number of [5, 7, 9]) {
    const start = { itemId: String(10_000 + number), reason: 'now' };
    expect(await loop.refusal('dev', 'start.anyway', start)).toMatchObject({
      code: 'invalid_input',
    });
    expect(await loop.property(number, 'ladder-pass')).toBeUndefined();
  }
});

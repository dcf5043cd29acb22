import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addGoal, answerFor, issue, startLoop, STATUS, TYPE, type Loop } from '../support/loop';

let loop: Loop;
let goal: string;
const ITEM = '10001';

beforeEach(async () => {
  loop = await startLoop([
    issue(1, { statusId: STATUS.done, resolutionId: '1' }),
    issue(2),
    issue(3, { statusId: STATUS.done, resolutionId: '1', parentId: '10004' }),
    issue(4, { typeId: TYPE.epic }),
  ]);
  goal = await addGoal(loop);
  for (const itemId of [ITEM, '10002', '10004'])
    await loop.call('dev', 'answer.save', { itemId, seen: null, answer: answerFor(goal) });
}, 60_000);
afterEach(() => loop.close());

test('one result with three choices: kept in storage and shown on the item', async () => {
  const given = await loop.call('dev', 'result.give', {
    itemId: ITEM,
    result: 'moved',
    rev: 0,
    note: 'saw it',
  });
  expect(given).toMatchObject({
    given: { result: 'moved', evidence: 'judged', at: '2026-06-10', by: 'acc-dev' },
    written: true,
  });
  expect(await loop.property(1, 'ladder-result')).toEqual({
    v: 1,
    result: 'moved',
    evidence: 'judged',
    at: '2026-06-10',
  });
  const opened = await loop.call('viewer', 'item.open', { itemId: ITEM });
  expect(opened.result).toMatchObject({ given: { result: 'moved', note: 'saw it' } });
  expect(await loop.count('viewer', 'ladderResult = moved')).toBe(1);
});

test('a result can be changed by who saw the last one; who did not, sees a conflict', async () => {
  const first = await loop.call('dev', 'result.give', { itemId: ITEM, result: 'moved', rev: 0 });
  expect(
    await loop.refusal('po', 'result.give', { itemId: ITEM, result: 'flat', rev: 0 }),
  ).toMatchObject({
    code: 'conflict',
    details: { given: { result: 'moved', by: 'acc-dev' } },
  });
  const second = await loop.call('po', 'result.give', {
    itemId: ITEM,
    result: 'flat',
    rev: first.rev,
  });
  expect(second).toMatchObject({
    given: { result: 'flat', by: 'acc-po' },
    earlier: [{ result: 'moved', by: 'acc-dev' }],
  });
});

test('an open item, and one without a sentence of its own, take no result', async () => {
  const open = { itemId: '10002', result: 'moved', rev: 0 };
  expect(await loop.refusal('dev', 'result.give', open)).toMatchObject({ code: 'invalid_input' });
  const child = { itemId: '10003', result: 'moved', rev: 0 };
  expect(await loop.refusal('dev', 'result.give', child)).toMatchObject({ code: 'invalid_input' });
});

test('a viewer gives no result', async () => {
  expect(
    await loop.refusal('viewer', 'result.give', { itemId: ITEM, result: 'moved', rev: 0 }),
  ).toMatchObject({
    code: 'forbidden',
  });
  expect(await loop.property(1, 'ladder-result')).toBeUndefined();
});

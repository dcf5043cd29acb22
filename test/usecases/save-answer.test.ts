import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import {
  addGoal,
  answerFor,
  issue,
  NOW,
  DAY,
  startLoop,
  STATUS,
  TYPE,
  type Loop,
} from '../support/loop';

let loop: Loop;
let goal: string;
const ITEM = '10001';

beforeEach(async () => {
  loop = await startLoop([
    issue(1),
    issue(2, { statusId: STATUS.doing }),
    issue(3, { statusId: STATUS.done, resolutionId: '1' }),
    issue(4, {
      history: [
        {
          id: '900',
          created: NOW - 3 * DAY,
          authorAccountId: null,
          items: [
            {
              field: 'status',
              fieldId: 'status',
              from: STATUS.todo,
              fromString: 'To Do',
              to: STATUS.doing,
              toString: 'In Progress',
            },
          ],
        },
      ],
    }),
    issue(5, { typeId: TYPE.subtask, parentId: '10001' }),
  ]);
  goal = await addGoal(loop);
}, 60_000);
afterEach(() => loop.close());

const save = (number: number, more: object = {}, seen: string | null = null) => ({
  itemId: String(10_000 + number),
  seen,
  answer: { ...answerFor(goal), ...more },
});

test('a complete answer is kept on the item and found by JQL', async () => {
  const { answer, seen } = await loop.call('dev', 'answer.save', save(1));
  expect(answer).toMatchObject({
    v: 1,
    state: 'answered',
    when: 'before',
    answered: '2026-06-10',
    goal,
  });
  expect(await loop.property(1, 'ladder-answer')).toEqual(answer);
  expect(seen).toBe(fingerprint(answer));
  expect(await loop.count('viewer', `ladderGoal = "${goal}" AND ladderState = answered`)).toBe(1);
});

test('says whether the answer came before start, after start or after done', async () => {
  const when = async (number: number) =>
    (await loop.call('dev', 'answer.save', save(number))).answer.when;
  expect(await when(2)).toBe('started');
  expect(await when(3)).toBe('done');
  // Back in To Do, but it had been started.
  expect(await when(4)).toBe('started');
});

test('a half answer is kept as half, and becomes answered when it is finished', async () => {
  const half = await loop.call('dev', 'answer.save', save(1, { expect: ' ' }));
  expect(half.answer).toMatchObject({ state: 'half' });
  expect(half.answer.when).toBeUndefined();
  const whole = await loop.call('dev', 'answer.save', save(1, {}, half.seen));
  expect(whole.answer.state).toBe('answered');
});

test('a save over somebody else’s answer is a conflict that shows theirs, and overwrites nothing', async () => {
  const theirs = await loop.call('dev', 'answer.save', save(1, { by: 'their way' }));
  const error = await loop.refusal('po', 'answer.save', save(1, { by: 'my way' }));
  expect(error.code).toBe('conflict');
  expect(error.details).toMatchObject({
    found: { kind: 'value', answer: { by: 'their way' } },
    seen: theirs.seen,
    by: 'acc-dev',
  });
  expect(await loop.property(1, 'ladder-answer')).toMatchObject({ by: 'their way' });
  const mine = await loop.call('po', 'answer.save', save(1, { by: 'my way' }, theirs.seen));
  expect(mine.answer.by).toBe('my way');
});

test('a write from outside Ladder is noticed', async () => {
  const { seen, answer } = await loop.call('dev', 'answer.save', save(1));
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', {
    ...answer,
    by: 'elsewhere',
  });
  const error = await loop.refusal('po', 'answer.save', save(1, {}, seen));
  expect(error).toMatchObject({
    code: 'conflict',
    details: { found: { kind: 'value', answer: { by: 'elsewhere' } } },
  });
});

test('an answer that was taken away meanwhile is told as none', async () => {
  const { seen } = await loop.call('dev', 'answer.save', save(1));
  await loop.rest('dev', 'DELETE', '/issue/SHOP-1/properties/ladder-answer');
  const error = await loop.refusal('po', 'answer.save', save(1, {}, seen));
  expect(error.details).toEqual({ seen: null, found: { kind: 'none' } });
});

test('an answer of a newer version that the page has not seen is shown as it is', async () => {
  const newer = { v: 2, why: 'move', shape: 'unknown' };
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', newer);
  const error = await loop.refusal('po', 'answer.save', save(1));
  expect(error.details).toMatchObject({ found: { kind: 'newer', raw: newer } });
});

test('nobody is named for a value from outside that the panel has noticed', async () => {
  const { answer, seen } = await loop.call('dev', 'answer.save', save(1));
  const path = '/issue/SHOP-1/properties/ladder-answer';
  await loop.rest('dev', 'PUT', path, { ...answer, by: 'elsewhere' });
  await loop.call('po', 'item.open', { itemId: ITEM });
  const error = await loop.refusal('po', 'answer.save', save(1, {}, seen));
  expect(error.details).not.toHaveProperty('by');
});

test('an answer from outside that says no moment does not become one from before the start', async () => {
  const outside = { v: 1, ...answerFor(goal), state: 'answered' };
  await loop.rest('dev', 'PUT', '/issue/SHOP-3/properties/ladder-answer', outside);
  const saved = await loop.call('dev', 'answer.save', save(3, { by: 'x' }, fingerprint(outside)));
  expect(saved.answer.when).toBe('done');
});

test('a key that is too long to be read back is refused at its field', async () => {
  const enables = `${'A'.repeat(60)}-1`;
  const error = await loop.refusal('dev', 'answer.save', save(1, { enables }));
  expect(error.fields).toHaveProperty(['answer.enables']);
});

test('two saves at the same moment: one is kept, the other sees a conflict', async () => {
  const answers = await Promise.all([
    loop.invoke('dev', 'answer.save', save(1, { by: 'one' })),
    loop.invoke('po', 'answer.save', save(1, { by: 'two' })),
  ]);
  const kept = answers.flatMap((answer) => (answer.ok ? [answer.data.answer.by] : []));
  expect(kept).toHaveLength(1);
  expect(await loop.property(1, 'ladder-answer')).toMatchObject({ by: kept[0] });
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('who may not edit is refused, and nothing changes', async () => {
  expect(await loop.refusal('viewer', 'answer.save', save(1))).toMatchObject({ code: 'forbidden' });
  expect(await loop.refusal('outsider', 'answer.save', save(1))).toMatchObject({
    code: 'not_found',
  });
  expect(await loop.property(1, 'ladder-answer')).toBeUndefined();
});

test('bad input is named by field and nothing is lost', async () => {
  const long = await loop.refusal('dev', 'answer.save', save(1, { by: 'x'.repeat(40_000) }));
  expect(long).toMatchObject({
    code: 'invalid_input',
    fields: { 'answer.by': 'This is longer than 1000 characters.' },
  });
  const types = await loop.refusal('dev', 'answer.save', { itemId: 5, seen: 3, answer: 'x' });
  expect(Object.keys(types.fields ?? {})).toEqual(['itemId', 'seen', 'answer']);
  const foreign = await loop.refusal('dev', 'answer.save', save(1, { goal: 'another-project' }));
  expect(foreign.fields).toHaveProperty(['answer.goal']);
  const day = await loop.refusal('dev', 'answer.save', save(1, { checkBy: '2026-02-30' }));
  expect(day.fields).toHaveProperty(['answer.checkBy']);
  const past = await loop.refusal('dev', 'answer.save', save(1, { checkBy: '2026-06-09' }));
  expect(past.fields).toHaveProperty(['answer.checkBy']);
  expect(await loop.refusal('dev', 'answer.save', save(99))).toMatchObject({ code: 'not_found' });
  expect(await loop.refusal('dev', 'answer.save', save(5))).toMatchObject({
    code: 'invalid_input',
  });
});

test('a day that has passed is refused only where somebody says it anew of open work', async () => {
  const today = await loop.call('dev', 'answer.save', save(1, { checkBy: '2026-06-10' }));
  loop.pass(5);
  const reworded = save(1, { checkBy: '2026-06-10', by: 'another way' }, today.seen);
  expect((await loop.call('dev', 'answer.save', reworded)).answer.checkBy).toBe('2026-06-10');
  const done = await loop.call('dev', 'answer.save', save(3, { checkBy: '2026-06-01' }));
  expect(done.answer.checkBy).toBe('2026-06-01');
  const anew = await loop.refusal('dev', 'answer.save', save(2, { checkBy: '2026-06-14' }));
  expect(anew.fields).toHaveProperty(['answer.checkBy']);
});

test('junk in the property is shown as unreadable, kept, and replaced only by a person who saw it', async () => {
  for (const junk of ['text', 5, [1, 2], { v: 1, why: 'win' }, { a: { b: { c: null } } }]) {
    await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', junk);
    expect(await loop.refusal('po', 'answer.save', save(1))).toMatchObject({
      code: 'conflict',
      details: { found: { kind: 'unreadable', raw: junk } },
    });
    expect(await loop.property(1, 'ladder-answer')).toEqual(junk);
  }
  const seen = fingerprint({ a: { b: { c: null } } });
  expect((await loop.call('po', 'answer.save', save(1, {}, seen))).answer.state).toBe('answered');
});

test('an answer of a newer version is read-only', async () => {
  const newer = { v: 2, why: 'move', shape: 'unknown' };
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-answer', newer);
  const error = await loop.refusal('po', 'answer.save', save(1, {}, fingerprint(newer)));
  expect(error.code).toBe('invalid_input');
  expect(await loop.property(1, 'ladder-answer')).toEqual(newer);
});

test('keep it running needs no goal and no sentence', async () => {
  const { answer } = await loop.call('dev', 'answer.save', {
    itemId: ITEM,
    seen: null,
    answer: { why: 'run', goal, by: 'left over' },
  });
  expect(answer).toEqual({
    v: 1,
    why: 'run',
    state: 'answered',
    when: 'before',
    answered: '2026-06-10',
  });
});

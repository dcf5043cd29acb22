// Results over the local host: what they rest on, what is kept of them, and what Jira does not take.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Payload } from '../../src/contract/procedures';
import { MESSAGES } from '../../src/domain/messages';
import {
  addGoal,
  answerFor,
  issue,
  PROJECT,
  startLoop,
  STATUS,
  type Loop,
  type Person,
} from '../support/loop';

const ITEMS = 24;
const SECRET = 30;
const DONE = { statusId: STATUS.done, resolutionId: '1' };
const id = (number: number) => String(10_000 + number);
const SAY = MESSAGES.result;

let loop: Loop;
let goal: string;
let next = 1;
let number = 0;
let itemId = '';

beforeAll(async () => {
  // The page stands on the first one, which so stays.
  next = 1;
  loop = await startLoop([
    ...Array.from({ length: ITEMS }, (_none, n) => issue(1 + n, DONE)),
    issue(SECRET, { ...DONE, visibleTo: ['acc-po'] }),
    issue(31),
  ]);
  goal = await addGoal(loop);
  // All were finished on the last day of May.
  for (const [day, value] of [
    ['2026-05-30', 2.2],
    ['2026-05-31', 2.3],
    ['2026-06-01', 2.4],
    ['2026-06-02', 2.5],
  ] as const) {
    const reading = { projectId: PROJECT, goalId: goal, day, value, rev: 0 };
    await loop.call('po', 'reading.save', reading);
  }
}, 60_000);
afterAll(() => loop.close());

/** Each test has a finished item of its own that has answered. */
beforeEach(async () => {
  close({});
  number = next += 1;
  itemId = id(number);
  await loop.call('dev', 'answer.save', { itemId, seen: null, answer: answerFor(goal) });
});

const close = (properties: Record<string, string>) =>
  loop.host.jira.site.setStatusProperties(PROJECT, STATUS.done, properties);
const READ_ONLY = { 'jira.issue.editable': 'false' };
/** Only po may edit what is done; everybody else may still move it. */
const ONLY_PO = { 'jira.permission.edit.user': 'acc-po' };

type Given = Partial<Payload<'result.give'>>;
const give = (more: Given = {}, as: Person = 'dev') =>
  loop.call(as, 'result.give', { itemId, result: 'moved', rev: 0, ...more });
const later = (more: Partial<Payload<'result.later'>> = {}, as: Person = 'dev') =>
  loop.call(as, 'result.later', {
    itemId,
    checkBy: '2026-09-01',
    delivered: true,
    rev: 0,
    ...more,
  });
const shown = () => loop.property(number, 'ladder-result');
const unwritten = async (as: Person) =>
  (await loop.call(as, 'results.unwritten', { projectId: PROJECT })).itemIds;

test.each([
  ['2026-05-30', 'judged'],
  ['2026-05-31', 'judged'],
  ['2026-06-01', 'measured'],
] as const)('a result that cites the reading of %s is %s', async (day, evidence) => {
  const { given } = await give({ reading: { goalId: goal, day } });
  expect(given).toMatchObject({ evidence, reading: { goalId: goal, day } });
  expect(await shown()).toEqual({ v: 1, result: 'moved', evidence, at: '2026-06-10' });
});

test('a cited number stays what it was when somebody corrects the reading', async () => {
  await give({ reading: { goalId: goal, day: '2026-06-02' } });
  const correction = { projectId: PROJECT, goalId: goal, day: '2026-06-02', value: 9, rev: 1 };
  await loop.call('po', 'reading.save', correction);
  const { results } = await loop.call('viewer', 'results.read', { itemIds: [itemId, id(31)] });
  expect(results).toMatchObject([{ itemId, given: { reading: { value: 2.5 } } }]);
  expect(results).toHaveLength(1);
});

test('what was said before is kept with who said it, why and on what', async () => {
  const first = await give({ note: 'saw it', reading: { goalId: goal, day: '2026-06-01' } });
  loop.clock.set(loop.clock.now() + 1_000);
  const second = await give({ result: 'flat', rev: first.rev }, 'po');
  expect(second).toMatchObject({
    given: { result: 'flat', by: 'acc-po', evidence: 'judged' },
    earlier: [{ result: 'moved', by: 'acc-dev', note: 'saw it', reading: { value: 2.4 } }],
  });
  expect(second.given?.note).toBeUndefined();
  expect(loop.records('act', 'by-subject', [itemId])).toMatchObject([
    { kind: 'result.give', by: 'acc-dev' },
    { kind: 'result.give', by: 'acc-po', body: { before: { given: { result: 'moved' } } } },
  ]);
});

test('two who give a result at once: one counts, the other is told', async () => {
  const answers = await Promise.all(
    (['dev', 'po'] as const).map((as) =>
      loop.invoke(as, 'result.give', { itemId, result: as === 'dev' ? 'moved' : 'flat', rev: 0 }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  const { result } = await loop.call('viewer', 'item.open', { itemId });
  expect(await shown()).toMatchObject({ result: result?.given?.result });
});

test('too early: the date goes into the answer, each time is kept, and the page can go on from it', async () => {
  const first = await later({ checkBy: '2026-09-01', note: 'no traffic yet' });
  expect(first.answer).toMatchObject({ checkBy: '2026-09-01', by: answerFor(goal).by });
  expect(await loop.property(number, 'ladder-answer')).toEqual(first.answer);
  const second = await later({ checkBy: '2026-10-01', rev: first.result.rev, delivered: false });
  const third = await later({ checkBy: '2026-11-01', rev: second.result.rev }, 'po');
  expect(third.result.later).toMatchObject([
    { from: '2026-08-01', to: '2026-09-01', note: 'no traffic yet', written: true, by: 'acc-dev' },
    { from: '2026-09-01', to: '2026-10-01', delivered: false, written: true },
    { from: '2026-10-01', to: '2026-11-01', by: 'acc-po', written: true },
  ]);
  expect(loop.records('act', 'by-kind', [PROJECT, 'result.later'])).toEqual(
    expect.arrayContaining([expect.objectContaining({ subject: itemId, by: 'acc-po' })]),
  );
  const save = { itemId, seen: third.seen, answer: { ...answerFor(goal), by: 'reworded' } };
  expect((await loop.call('dev', 'answer.save', save)).answer.by).toBe('reworded');
});

test.each(['2026-06-10', '2026-06-09'])('%s is no day to come', async (checkBy) => {
  expect(
    await loop.refusal('dev', 'result.later', { itemId, checkBy, delivered: true, rev: 0 }),
  ).toMatchObject({ code: 'invalid_input', fields: { checkBy: SAY.laterPast } });
});

test('too early after a result opens the question again; the result is kept as an earlier one', async () => {
  const { rev } = await give();
  const { result } = await later({ rev });
  expect(result).toMatchObject({ given: null, written: true, earlier: [{ result: 'moved' }] });
  expect(await shown()).toBeUndefined();
  expect(await loop.count('viewer', `key = SHOP-${number} AND ladderResult is not EMPTY`)).toBe(0);
});

test('who may only transition agrees on a date that storage keeps until somebody can write it', async () => {
  close(ONLY_PO);
  const { result, answer } = await later();
  expect(result.later).toMatchObject([{ to: '2026-09-01', written: false, by: 'acc-dev' }]);
  expect(answer.checkBy).toBe('2026-08-01');
  expect(await unwritten('viewer')).toEqual([itemId]);
  expect(await loop.call('po', 'results.repair', { projectId: PROJECT })).toEqual({
    written: 1,
    left: 0,
    next: null,
    remaining: 0,
  });
  expect(await loop.property(number, 'ladder-answer')).toMatchObject({ checkBy: '2026-09-01' });
  expect(await unwritten('viewer')).toEqual([]);
});

test('a date that could not be written is moot once a later one is, or a result is given', async () => {
  close(ONLY_PO);
  const first = await later();
  const second = await later({ checkBy: '2026-10-01', rev: first.result.rev }, 'po');
  expect(second.result.later.map(({ written }) => written)).toEqual([false, true]);
  expect(await unwritten('po')).toEqual([]);
  const third = await later({ checkBy: '2026-11-01', rev: second.result.rev });
  expect(await unwritten('po')).toEqual([itemId]);
  close({});
  await give({ rev: third.result.rev });
  expect(await unwritten('po')).toEqual([]);
});

test('a result on a read-only item is kept, listed for who sees it, and shown by the nightly round', async () => {
  const answer = { itemId: id(SECRET), seen: null, answer: answerFor(goal) };
  await loop.call('po', 'answer.save', answer);
  close(READ_ONLY);
  const given = await give({ note: 'kept all the same' });
  expect(given).toMatchObject({ written: false, given: { result: 'moved' } });
  await give({ itemId: id(SECRET) }, 'po');
  expect(await shown()).toBeUndefined();
  expect((await loop.call('viewer', 'item.open', { itemId })).result).toEqual(given);
  expect(await unwritten('viewer')).toEqual([itemId]);
  expect([...(await unwritten('po'))].sort()).toEqual([itemId, id(SECRET)].sort());
  // Whose right to repair ends at what they see is told of that alone.
  expect(await loop.call('admin', 'results.repair', { projectId: PROJECT })).toEqual({
    written: 0,
    left: 1,
    next: null,
    remaining: 0,
  });
  await loop.scan();
  expect(await shown()).toBeUndefined();
  close({});
  await loop.scan();
  expect(await shown()).toMatchObject({ result: 'moved' });
  const secret = `/issue/SHOP-${SECRET}/properties/ladder-result`;
  expect(await loop.rest('po', 'GET', secret)).toMatchObject({ json: { value: { v: 1 } } });
  expect(await unwritten('po')).toEqual([]);
});

test('a result that Jira takes again is shown when an administrator presses the button', async () => {
  close(READ_ONLY);
  await give();
  close({});
  const repair = { projectId: PROJECT };
  expect(await loop.call('po', 'results.repair', repair)).toMatchObject({ written: 1, left: 0 });
  expect(await shown()).toMatchObject({ result: 'moved' });
  expect(await loop.call('po', 'results.repair', repair)).toMatchObject({ written: 0, left: 0 });
});

test('what is open, deleted or hidden takes no result and no date, in words that give nothing away', async () => {
  expect((await loop.rest('admin', 'DELETE', `/issue/${itemId}`)).status).toBe(204);
  for (const [name, more] of [
    ['result.give', { result: 'moved', rev: 0 }],
    ['result.later', { checkBy: '2026-09-01', delivered: true, rev: 0 }],
  ] as const) {
    const refused = async (of: string) => {
      const { requestId, ...error } = await loop.refusal('dev', name, { ...more, itemId: of });
      expect(requestId).not.toBe('');
      return error;
    };
    expect(await refused(id(31))).toEqual({
      code: 'invalid_input',
      message: SAY.notDone,
      reason: 'item_not_done',
    });
    const missing = await refused('99999999');
    expect(missing.code).toBe('not_found');
    expect(await refused(id(SECRET))).toEqual(missing);
    expect(await refused(itemId)).toEqual(missing);
  }
});

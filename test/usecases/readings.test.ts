// Readings of goals over the local host: who may add them, what becomes of what stood there, and
// which of them a result may cite.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Payload } from '../../src/contract/procedures';
import { MESSAGES } from '../../src/domain/messages';
import {
  addGoal,
  answerFor,
  goalInput,
  issue,
  OTHER_PROJECT,
  PROJECT,
  startLoop,
  STATUS,
  type Loop,
  type Person,
} from '../support/loop';

const ITEM = '10001';
const SAY = MESSAGES.reading;

let loop: Loop;
/** dev owns `goal` and administers nothing; nobody owns `other`; `foreign` is of the other project. */
let goal: string;
let other: string;
let foreign: string;
let used = 0;
let day = '';

beforeAll(async () => {
  used = 0;
  loop = await startLoop([issue(1, { statusId: STATUS.done, resolutionId: '1' })]);
  goal = await addGoal(loop, { ownerAccountId: 'acc-dev' });
  other = await addGoal(loop, { metric: 'Order value' });
  const { rev } = await loop.call('po', 'settings.open', { projectId: OTHER_PROJECT });
  const lab = { projectId: OTHER_PROJECT, rev, goal: goalInput({ ownerAccountId: 'acc-dev' }) };
  foreign = (await loop.call('po', 'goal.save', lab)).goals[0]?.id ?? '';
  await loop.call('dev', 'answer.save', { itemId: ITEM, seen: null, answer: answerFor(goal) });
}, 60_000);
afterAll(() => loop.close());
/** Each test has a day of its own, after the delivery on 31 May. */
beforeEach(() => {
  used += 1;
  day = `2026-06-${String(used).padStart(2, '0')}`;
});

type Save = Payload<'reading.save'>;
const reading = (more: Partial<Save> = {}): Save => ({
  projectId: PROJECT,
  goalId: goal,
  day,
  value: 2.4,
  rev: 0,
  ...more,
});
const save = (more: Partial<Save> = {}, as: Person = 'dev') =>
  loop.call(as, 'reading.save', reading(more));
const withdraw = (rev: number, withdrawn = true) => {
  const what = { projectId: PROJECT, goalId: goal, day, withdrawn, rev };
  return loop.call('dev', 'reading.withdraw', what);
};
const cardOf = async (as: Person = 'viewer') => {
  const { goals } = await loop.call(as, 'project.open', { projectId: PROJECT });
  const card = goals.find(({ id }) => id === goal);
  const here = (one: { day: string }) => one.day === day;
  return {
    stands: card?.readings.filter(here) ?? [],
    withdrawn: card?.withdrawnReadings.filter(here) ?? [],
  };
};

test('the owner of a goal and administrators add readings, with a note and a link', async () => {
  await save({ note: 'from the shop', link: 'https://shop.example/board' });
  await save({ goalId: other, value: 40 }, 'po');
  expect((await cardOf()).stands).toMatchObject([
    {
      value: 2.4,
      note: 'from the shop',
      link: 'https://shop.example/board',
      by: 'acc-dev',
      rev: 1,
    },
  ]);
});

test('owning a goal gives no right to another one, and being able to edit none at all', async () => {
  for (const [as, goalId] of [
    ['dev', other],
    ['viewer', goal],
  ] as const) {
    const refusal = await loop.refusal(as, 'reading.save', reading({ goalId }));
    expect(refusal).toMatchObject({ code: 'forbidden', message: MESSAGES.denied.report });
  }
});

test('a goal of another project is unknown under this one, to its owner as to everybody', async () => {
  const plain = async (as: Person, more: Partial<Save>) => {
    const { requestId, ...error } = await loop.refusal(as, 'reading.save', reading(more));
    expect(requestId).not.toBe('');
    return error;
  };
  for (const as of ['po', 'dev', 'viewer'] as const) {
    const missing = await plain(as, { goalId: 'no-such-goal' });
    expect(missing).toEqual({ code: 'not_found', message: MESSAGES.goal.unknown });
    expect(await plain(as, { goalId: foreign })).toEqual(missing);
  }
  // Who can't see the project learns nothing of its goals either.
  expect(await plain('outsider', {})).toEqual(await plain('outsider', { goalId: 'no-such-goal' }));
  expect(await plain('outsider', { projectId: OTHER_PROJECT })).toMatchObject({
    code: 'not_found',
  });
});

test('a correction keeps what stood before, and who had said it', async () => {
  const link = 'https://example.com/funnel';
  await save({ note: 'without the test shop', link });
  await save({ value: 2.6, rev: 1 }, 'po');
  await withdraw(2);
  await save({ value: 2.5, rev: 3 });
  const { stands } = await cardOf();
  expect(stands).toMatchObject([
    {
      value: 2.5,
      rev: 4,
      earlier: [
        { value: 2.4, note: 'without the test shop', link, by: 'acc-dev', withdrawn: false },
        { value: 2.6, by: 'acc-po', withdrawn: false },
        { value: 2.6, by: 'acc-dev', withdrawn: true },
      ],
    },
  ]);
});

test('a reading that is taken back is still there, and can stand again', async () => {
  await save();
  await withdraw(1);
  expect(await cardOf()).toMatchObject({ stands: [], withdrawn: [{ value: 2.4, rev: 2 }] });
  await withdraw(2, false);
  expect(await cardOf()).toMatchObject({ stands: [{ value: 2.4, rev: 3 }], withdrawn: [] });
  const kinds = loop.records('act', 'by-subject', [goal]).map(({ kind, by }) => [kind, by]);
  expect(kinds).toEqual(
    expect.arrayContaining([
      ['reading.withdraw', 'acc-dev'],
      ['reading.save', 'acc-dev'],
    ]),
  );
  // To say so twice changes nothing.
  await withdraw(3, false);
  expect((await cardOf()).stands).toMatchObject([{ rev: 3 }]);
});

test('a day to come, and one without a reading', async () => {
  expect(await loop.refusal('dev', 'reading.save', reading({ day: '2026-06-11' }))).toMatchObject({
    code: 'invalid_input',
    fields: { day: SAY.future },
  });
  await save({ day: '2026-06-10' });
  const none = { projectId: PROJECT, goalId: goal, day: '2026-03-03', withdrawn: true, rev: 1 };
  expect(await loop.refusal('dev', 'reading.withdraw', none)).toMatchObject({
    code: 'not_found',
    message: SAY.unknown,
  });
});

test('who has not seen the reading of that day is shown it', async () => {
  await save({ value: 2.9 });
  expect(await loop.refusal('po', 'reading.save', reading({ value: 1 }))).toMatchObject({
    code: 'conflict',
    message: SAY.changed,
    details: { value: 2.9 },
  });
});

test('of two readings of one day at once one is kept and the other is told', async () => {
  const answers = await Promise.all(
    (['dev', 'po'] as const).map((as, n) => loop.invoke(as, 'reading.save', reading({ value: n }))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  expect((await cardOf()).stands).toMatchObject([{ rev: 1, earlier: [] }]);
});

test('only a reading that stands, of the goal of the item, can be cited', async () => {
  await save({ projectId: OTHER_PROJECT, goalId: foreign });
  await save({ goalId: other }, 'po');
  await save();
  await withdraw(1);
  for (const [cited, message] of [
    [{ goalId: other, day }, MESSAGES.result.otherGoal],
    [{ goalId: foreign, day }, MESSAGES.result.otherGoal],
    [{ goalId: goal, day: '2026-03-03' }, MESSAGES.result.noReading],
    [{ goalId: goal, day }, MESSAGES.result.noReading],
  ] as const)
    expect(
      await loop.refusal('dev', 'result.give', {
        itemId: ITEM,
        result: 'moved',
        rev: 0,
        reading: cited,
      }),
    ).toMatchObject({ code: 'invalid_input', fields: { reading: message } });
  expect(await loop.property(1, 'ladder-result')).toBeUndefined();
  await withdraw(2, false);
  const reading = { goalId: goal, day };
  const { given } = await loop.call('dev', 'result.give', {
    itemId: ITEM,
    result: 'moved',
    rev: 0,
    reading,
  });
  expect(given).toMatchObject({ evidence: 'measured', reading: { value: 2.4 } });
});

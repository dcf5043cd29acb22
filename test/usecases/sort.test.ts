// Sorting finished items over the local host: what is refused, what is put back, what survives.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import type { Output, Payload } from '../../src/contract/procedures';
import { MESSAGES } from '../../src/domain/messages';
import {
  addGoal,
  answerFor,
  issue,
  PROJECT,
  startLoop,
  STATUS,
  TYPE,
  type Loop,
} from '../support/loop';

const DONE = { statusId: STATUS.done, resolutionId: '1' };
const id = (number: number) => String(10_000 + number);
const SAY = MESSAGES.sort;
const OPEN = 50;
const EPIC = 51;
const CHILD = 52;
const SUBTASK = 53;

let loop: Loop;
let goal: string;
let number = 0;
let itemId = '';

beforeAll(async () => {
  number = 0;
  loop = await startLoop([
    ...Array.from({ length: 24 }, (_none, n) => issue(1 + n, DONE)),
    issue(OPEN),
    issue(EPIC, { ...DONE, typeId: TYPE.epic }),
    issue(CHILD, { ...DONE, parentId: id(EPIC) }),
    issue(SUBTASK, { ...DONE, typeId: TYPE.subtask, parentId: id(1) }),
  ]);
  goal = await addGoal(loop);
  const reading = { goalId: goal, day: '2026-06-01', value: 2.4, rev: 0 };
  await loop.call('po', 'reading.save', { projectId: PROJECT, ...reading });
}, 60_000);
afterAll(() => loop.close());
beforeEach(() => {
  number += 1;
  itemId = id(number);
});

const HALF = { v: 1, why: 'test', state: 'half', by: 'half a thought', measure: 'calls' } as const;
const put = (value: unknown, of = itemId) =>
  loop.rest('dev', 'PUT', `/issue/${of}/properties/ladder-answer`, value);
const answer = () => loop.property(number, 'ladder-answer');
const shown = () => loop.property(number, 'ladder-result');

type Give = Partial<Payload<'sort.give'>>;
const given = (more: Give = {}): Payload<'sort.give'> => ({
  itemId,
  sort: 'moved',
  seen: null,
  rev: 0,
  ...more,
});
const sort = (more: Give = {}) => loop.call('dev', 'sort.give', given(more));
/** What a page sends to take back what it was just told. */
const undo = ({ seen, result }: Output<'sort.give'>, restore: Payload<'sort.undo'>['restore']) => ({
  itemId,
  restore,
  seen,
  rev: result?.rev ?? 0,
});

test.each([
  ['moved', 'move', 'half', 'moved'],
  ['tested', 'test', 'half', 'unclear'],
  ['run', 'run', 'answered', null],
] as const)(
  '%s: why, result and since when, without a sentence',
  async (kind, why, state, result) => {
    const sorted = await sort({ sort: kind });
    expect(await answer()).toEqual(sorted.answer);
    expect(sorted.answer).toMatchObject({ why, state, when: 'sorted' });
    expect(sorted.answer?.goal).toBeUndefined();
    expect(sorted.result?.given?.result ?? null).toBe(result);
    if (result) expect(await shown()).toMatchObject({ result, evidence: 'judged' });
    else expect(await shown()).toBeUndefined();
    const jql = `key = SHOP-${number} AND ladderWhen = sorted AND ladderWhy = ${why}`;
    expect(await loop.count('viewer', jql)).toBe(1);
  },
);

test('a sorting that cites a reading from after the delivery is measured', async () => {
  const reading = { goalId: goal, day: '2026-06-01' };
  const { result } = await sort({ reading });
  expect(result?.given).toMatchObject({ evidence: 'measured', reading: { value: 2.4 } });
});

test('what is open, above or below the standard level, answered or spoken for is refused', async () => {
  const refused = async (of: string, seen: string | null = null) => {
    const { code, message } = await loop.refusal('dev', 'sort.give', given({ itemId: of, seen }));
    return code === 'invalid_input' ? message : code;
  };
  expect(await refused(id(OPEN))).toBe(SAY.open);
  expect(await refused(id(EPIC))).toBe(SAY.level);
  expect(await refused(id(SUBTASK))).toBe(SAY.level);
  const save = { seen: null, answer: answerFor(goal) };
  const { seen } = await loop.call('dev', 'answer.save', { itemId, ...save });
  expect(await refused(itemId, seen)).toBe(SAY.answered);
  await loop.call('dev', 'answer.save', { itemId: id(EPIC), ...save });
  expect(await refused(id(CHILD))).toBe(SAY.parent);
  expect(await loop.property(CHILD, 'ladder-answer')).toBeUndefined();
});

test('a half text survives being sorted and is there again when that is taken back', async () => {
  await put(HALF);
  const sorted = await sort({ seen: fingerprint(HALF) });
  expect(sorted.answer).toMatchObject({ why: 'move', by: 'half a thought', measure: 'calls' });
  const back = await loop.call('dev', 'sort.undo', undo(sorted, HALF));
  expect(await answer()).toEqual(HALF);
  expect(back.result).toMatchObject({ given: null, earlier: [{ result: 'moved' }] });
  expect(await shown()).toBeUndefined();
});

test('sorted anew and taken back, the sorting before it stands again with its result', async () => {
  const reading = { goalId: goal, day: '2026-06-01' };
  const first = await sort({ sort: 'tested', reading });
  const second = await sort({ seen: first.seen, rev: first.result?.rev ?? 0 });
  expect(await shown()).toMatchObject({ result: 'moved' });
  const back = await loop.call('dev', 'sort.undo', undo(second, first.answer));
  expect(back.answer).toEqual(first.answer);
  expect(back.result?.given).toEqual(first.result?.given);
  expect(await shown()).toMatchObject({ result: 'unclear', evidence: 'measured' });
});

test('from kept it running to moved and back the result comes and goes', async () => {
  const run = await sort({ sort: 'run' });
  const moved = await sort({ seen: run.seen });
  expect(await shown()).toMatchObject({ result: 'moved' });
  const back = await loop.call('dev', 'sort.undo', undo(moved, run.answer));
  expect(back).toMatchObject({ answer: run.answer, result: { given: null } });
  expect(await shown()).toBeUndefined();
  const nothing = await loop.call('dev', 'sort.undo', undo(back, null));
  expect(nothing.answer).toBeNull();
  expect(await answer()).toBeUndefined();
});

test.each(['moved', 'run'] as const)(
  'a result that stood before it was sorted as %s stands again once that is taken back',
  async (kind) => {
    const save = { itemId, seen: null, answer: answerFor(goal) };
    const saved = await loop.call('dev', 'answer.save', save);
    const note = 'seen in the funnel';
    const first = await loop.call('dev', 'result.give', { itemId, result: 'flat', note, rev: 0 });
    const stood = await shown();
    await put(HALF);
    expect(saved.answer.state).toBe('answered');
    const { rev } = first;
    const sorted = await sort({ sort: kind, seen: fingerprint(HALF), rev });
    const told = { seen: sorted.seen, rev: sorted.result?.rev ?? rev };
    const again = await sort({ sort: 'tested', ...told });
    const back = await loop.call('dev', 'sort.undo', undo(again, sorted.answer));
    expect(back.result?.given?.result).toBe(kind === 'run' ? undefined : 'moved');
    const whole = await loop.call('dev', 'sort.undo', undo(back, HALF));
    expect(whole.result?.given).toEqual(first.given);
    expect(await shown()).toEqual(stood);
    // Sorted and taken back once more it is the same: nothing older comes up.
    const once = await sort({ sort: 'run', seen: whole.seen, rev: whole.result?.rev ?? 0 });
    const end = await loop.call('dev', 'sort.undo', undo(once, HALF));
    expect(end.result?.given).toEqual(first.given);
  },
);

test('answered in the panel afterwards it is a bet, answered after done, and no sorting any more', async () => {
  const sorted = await sort();
  const save = { itemId, seen: sorted.seen, answer: answerFor(goal) };
  const saved = await loop.call('dev', 'answer.save', save);
  expect(saved.answer).toMatchObject({ state: 'answered', when: 'done', goal });
  expect(await shown()).toMatchObject({ result: 'moved', evidence: 'judged' });
  // The page that sorted it does not know yet; one that has looked again is told why not.
  expect(await loop.refusal('po', 'sort.undo', undo(sorted, null))).toMatchObject({
    code: 'conflict',
  });
  const looked = undo({ ...sorted, seen: saved.seen }, null);
  expect(await loop.refusal('po', 'sort.undo', looked)).toMatchObject({
    message: SAY.notSorted,
    reason: 'not_sorted',
  });
  expect(await answer()).toEqual(saved.answer);
});

test('a whole answer cannot be slipped in by taking a sorting back', async () => {
  const sorted = await sort();
  const whole = { v: 1 as const, ...answerFor(goal), state: 'answered' as const };
  for (const restore of [
    whole,
    { ...whole, when: 'before' as const },
    { ...whole, when: 'sorted' as const },
  ])
    expect(await loop.refusal('dev', 'sort.undo', undo(sorted, restore))).toMatchObject({
      code: 'invalid_input',
      message: SAY.restore,
    });
  expect(await answer()).toEqual(sorted.answer);
});

test('an answer with the goal of another project is put back as it was', async () => {
  const foreign = { v: 1 as const, ...answerFor('elsewhere'), state: 'answered' as const };
  await put(foreign);
  const sorted = await sort({ seen: fingerprint(foreign) });
  expect(sorted.answer).toMatchObject({ state: 'half', goal: 'elsewhere' });
  await loop.call('dev', 'sort.undo', undo(sorted, foreign));
  expect(await answer()).toEqual(foreign);
});

test('what another page has sorted meanwhile is a conflict that shows it', async () => {
  const sorted = await sort();
  expect(await loop.refusal('po', 'sort.give', given({ sort: 'run' }))).toMatchObject({
    code: 'conflict',
    details: { seen: sorted.seen, found: { kind: 'value', answer: { when: 'sorted' } } },
  });
});

test('where Jira takes no answer nothing is kept of the sorting', async () => {
  const { site } = loop.host.jira;
  site.setStatusProperties(PROJECT, STATUS.done, { 'jira.issue.editable': 'false' });
  const { code } = await loop.refusal('dev', 'sort.give', given());
  site.setStatusProperties(PROJECT, STATUS.done, {});
  expect(code).toBe('forbidden');
  expect(await answer()).toBeUndefined();
  expect((await loop.call('dev', 'item.open', { itemId })).result).toBeNull();
  // The item is free again at once.
  expect((await sort()).result?.given?.result).toBe('moved');
});

test('a result and "too early" are not for what is only sorted', async () => {
  const { result } = await sort();
  const rev = result?.rev ?? 0;
  const say = { code: 'invalid_input', message: MESSAGES.result.notTheBet };
  const gives = { itemId, result: 'flat', rev };
  expect(await loop.refusal('dev', 'result.give', gives)).toMatchObject(say);
  const early = { itemId, checkBy: '2026-09-01', delivered: true, rev };
  expect(await loop.refusal('dev', 'result.later', early)).toMatchObject(say);
});

// What happens around an item while somebody answers: goals end, items move, others write.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import { dayOf } from '../../src/domain/days';
import { answerOf } from '../../src/domain/inherit';
import { readAnswer } from '../../src/contract/properties';
import { MESSAGES } from '../../src/domain/messages';
import {
  addGoal,
  answerFor,
  goalInput,
  issue,
  OTHER_PROJECT,
  PROJECT,
  startLoop,
  type Loop,
} from '../support/loop';
import { aGoal, anItem, someRules } from '../support/builders';

let loop: Loop;
const id = (number: number) => String(10_000 + number);
const LAB_ITEM = '19999';

beforeAll(async () => {
  loop = await startLoop(Array.from({ length: 9 }, (_one, n) => issue(1 + n)));
}, 60_000);
afterAll(() => loop.close());

const save = (itemId: string, goal: string, more: object = {}, seen: string | null = null) => ({
  itemId,
  seen,
  answer: { ...answerFor(goal), ...more },
});
async function end(goalId: string): Promise<void> {
  const { rev } = await loop.call('po', 'settings.open', { projectId: PROJECT });
  await loop.call('po', 'goal.end', { projectId: PROJECT, rev, goalId });
}

test('a goal that ends while somebody answers with it is told at its field, and the draft stays', async () => {
  const goal = await addGoal(loop);
  const texts = { goal, by: 'begun while it was active' };
  await loop.call('dev', 'draft.save', { itemId: id(1), seen: null, texts, over: null });
  await end(goal);
  const refused = await loop.refusal('dev', 'answer.save', save(id(1), goal));
  expect(refused).toMatchObject({
    code: 'invalid_input',
    fields: { 'answer.goal': MESSAGES.answer.goalNotActive },
  });
  expect(await loop.property(1, 'ladder-answer')).toBeUndefined();
  expect((await loop.call('dev', 'item.open', { itemId: id(1) })).draft).toMatchObject({ texts });
});

test('an answer whose goal has ended keeps it and can be reworded; a new one cannot take it', async () => {
  const goal = await addGoal(loop);
  const { seen } = await loop.call('dev', 'answer.save', save(id(2), goal));
  await end(goal);
  const saved = await loop.call('dev', 'answer.save', save(id(2), goal, { by: 'reworded' }, seen));
  expect(saved.answer).toMatchObject({ goal, by: 'reworded', state: 'answered' });
  expect(await loop.refusal('dev', 'answer.save', save(id(3), goal))).toMatchObject({
    fields: { 'answer.goal': MESSAGES.answer.goalNotActive },
  });
});

test('a goal that has not begun yet takes no answer', async () => {
  const goal = await addGoal(loop, { firstDay: '2026-06-11' });
  expect(await loop.refusal('dev', 'answer.save', save(id(3), goal))).toMatchObject({
    fields: { 'answer.goal': MESSAGES.answer.goalNotActive },
  });
  loop.pass(1);
  const { answer } = await loop.call('dev', 'answer.save', save(id(3), goal));
  expect(answer.answered).toBe('2026-06-11');
});

test('an item from another project brings its answer along, which counts once it names a goal of this one', async () => {
  const foreign = await addGoal(loop);
  const { rev } = await loop.call('po', 'settings.open', { projectId: OTHER_PROJECT });
  const added = await loop.call('po', 'goal.save', {
    projectId: OTHER_PROJECT,
    rev,
    goal: goalInput(),
  });
  const here = added.goals[0]?.id ?? '';
  const then = { when: 'before', answered: '2026-06-01' };
  const moved = { v: 1, ...answerFor(foreign), state: 'answered', ...then };
  await loop.rest('dev', 'PUT', '/issue/LAB-1/properties/ladder-answer', moved);
  const seen = fingerprint(moved);
  // The old goal is refused, the text stays in view.
  expect(await loop.refusal('dev', 'answer.save', save(LAB_ITEM, foreign, {}, seen))).toMatchObject(
    {
      fields: { 'answer.goal': MESSAGES.answer.otherProject },
    },
  );
  expect(
    (await loop.rest('dev', 'GET', '/issue/LAB-1/properties/ladder-answer')).json,
  ).toMatchObject({
    value: moved,
  });
  const saved = await loop.call('dev', 'answer.save', save(LAB_ITEM, here, {}, seen));
  // When it was answered for this project is now, not when it was for the other one.
  const today = dayOf(loop.clock.now(), 'UTC');
  expect(saved.answer).toMatchObject({ goal: here, state: 'answered', answered: today });
});

test('the goal of another project is a message, and the text is kept', () => {
  const foreign = { v: 1, ...answerFor('elsewhere'), state: 'answered' };
  const item = anItem({ answer: readAnswer(foreign) });
  const shown = answerOf(item, null, { goals: [aGoal()], rules: someRules() }, () => false);
  expect(shown).toMatchObject({
    state: 'half',
    message: 'other-project',
    answer: { by: 'asking for the address once' },
  });
});

test('the longest answer that the fields take fits into a property, in any script', async () => {
  const goal = await addGoal(loop);
  const wide = 'あ'.repeat(1_000);
  const more = { by: wide, expect: wide, measure: wide.slice(0, 500), whom: wide.slice(0, 500) };
  const { answer } = await loop.call('dev', 'answer.save', save(id(4), goal, more));
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(32_768);
  expect(await loop.property(4, 'ladder-answer')).toEqual(answer);
});

test('after a write from outside the draft, the other text and the answer of storage are all there', async () => {
  const goal = await addGoal(loop);
  const { answer, seen } = await loop.call('dev', 'answer.save', save(id(5), goal));
  await loop.call('po', 'draft.save', {
    itemId: id(5),
    seen,
    texts: { by: 'what po types' },
    over: null,
  });
  const path = '/issue/SHOP-5/properties/ladder-answer';
  await loop.rest('dev', 'PUT', path, { ...answer, by: 'past Ladder' });
  const conflict = await loop.refusal('po', 'answer.save', save(id(5), goal, { by: 'po' }, seen));
  expect(conflict).toMatchObject({
    code: 'conflict',
    details: { found: { kind: 'value', answer: { by: 'past Ladder' } } },
  });
  // Nobody is named for it: Ladder does not know who it was.
  expect(conflict.details).not.toHaveProperty('by');
  const opened = await loop.call('po', 'item.open', { itemId: id(5) });
  expect(opened.draft).toMatchObject({ seen, texts: { by: 'what po types' } });
  expect(opened.outsideSince).not.toBeNull();
});

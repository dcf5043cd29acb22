// Goals that are changed, ended and taken up again: what else stays as it is, and what is refused.
import { expect, test } from '@jest/globals';
import { GOALS_LIMIT } from '../../src/contract/limits';
import type { Payload } from '../../src/contract/procedures';
import { MESSAGES, withLimit } from '../../src/domain/messages';
import { aGoal } from '../support/builders';
import { addGoal, goalInput, PROJECT } from '../support/loop';
import { keepSettings, loop, open } from './settings-site';

const SAY = MESSAGES.goal;

const here = async () => ({ projectId: PROJECT, rev: (await open()).rev });
const save = async (goalId: string, more: Parameters<typeof goalInput>[0] = {}) =>
  loop.call('po', 'goal.save', { ...(await here()), goalId, goal: goalInput(more) });
const end = async (goalId: string, more: Partial<Payload<'goal.end'>> = {}) =>
  loop.call('po', 'goal.end', { ...(await here()), goalId, ...more });
const resume = async (goalId: string) =>
  loop.call('po', 'goal.resume', { ...(await here()), goalId });
const acts = (kind: string) => loop.records('act', 'by-kind', [PROJECT, kind]);

test('of two goals only the one that is meant is changed, ended and taken up again', async () => {
  await addGoal(loop, { metric: 'Calls' });
  const [calls] = (await open()).goals;
  const id = await addGoal(loop);
  expect((await save(id, { target: 3 })).goals).toMatchObject([calls, { id, target: 3 }]);
  expect((await end(id)).goals).toMatchObject([calls, { id, endedOn: '2026-06-10' }]);
  const { goals } = await resume(id);
  expect(goals).toEqual([calls, expect.objectContaining({ id, active: true })]);
  expect(goals[1]).not.toHaveProperty('endedOn');
});

test('each change keeps what the goal was before it', async () => {
  const id = await addGoal(loop);
  const [kept] = acts('goal.save');
  expect(kept).toMatchObject({ subject: id, body: { before: null, after: { id, target: 2.6 } } });
  loop.clock.set(loop.clock.now() + 1_000);
  await save(id, { target: 3 });
  const of = { by: 'acc-po', subject: id };
  const changed = { before: { id, target: 2.6 }, after: { id, target: 3 } };
  expect(acts('goal.save')[1]).toMatchObject({ ...of, body: changed });
  await end(id);
  const ended = { before: { target: 3 }, after: { target: 3, endedOn: '2026-06-10' } };
  expect(acts('goal.end')).toMatchObject([{ ...of, body: ended }]);
  await resume(id);
  expect(acts('goal.resume')).toMatchObject([{ ...of, body: { before: ended.after } }]);
});

test('a goal that has ended keeps its end and its successor when it is changed', async () => {
  const next = await addGoal(loop, { metric: 'Calls' });
  const id = await addGoal(loop);
  await end(id, { successorId: next });
  const { goals } = await save(id, { achieve: 'fewer carts left behind' });
  expect(goals[1]).toMatchObject({
    ...{ achieve: 'fewer carts left behind', endedOn: '2026-06-10', successorId: next },
  });
  expect((await resume(id)).goals[1]).not.toHaveProperty('successorId');
});

test('to end it twice changes nothing, nor does to take up what has not ended', async () => {
  const id = await addGoal(loop);
  const next = await addGoal(loop, { metric: 'Calls' });
  await end(id);
  loop.pass(1);
  const { rev } = await open();
  expect(await end(id, { successorId: next })).toMatchObject({
    ...{ rev, goals: [{ id, endedOn: '2026-06-10' }, {}] },
  });
  expect(await resume(next)).toMatchObject({ rev });
  expect(acts('goal.resume')).toEqual([]);
});

test('only another goal of the project follows one that ends', async () => {
  const id = await addGoal(loop);
  await addGoal(loop, { metric: 'Calls' });
  for (const [successorId, sentence] of [
    ['elsewhere', SAY.successorUnknown],
    [id, SAY.successorSelf],
  ] as const)
    expect(
      await loop.refusal('po', 'goal.end', { ...(await here()), goalId: id, successorId }),
    ).toMatchObject({
      ...{ code: 'invalid_input', message: SAY.notEnded, fields: { successorId: sentence } },
    });
  expect((await open()).goals[0]).toMatchObject({ active: true });
});

test('a goal that the project does not have can’t be changed, ended or taken up again', async () => {
  await addGoal(loop);
  const { rev } = await here();
  const payload = { projectId: PROJECT, rev, goalId: 'elsewhere' };
  const refused = { code: 'not_found', message: SAY.unknown };
  const saved = { ...payload, goal: goalInput() };
  expect(await loop.refusal('po', 'goal.save', saved)).toMatchObject(refused);
  expect(await loop.refusal('po', 'goal.end', payload)).toMatchObject(refused);
  expect(await loop.refusal('po', 'goal.resume', payload)).toMatchObject(refused);
  expect((await open()).rev).toBe(rev);
});

test('a project that keeps as many goals as it can takes no more, and its goals can still be changed', async () => {
  const goals = Array.from({ length: GOALS_LIMIT - 1 }, (_none, n) => aGoal({ id: `g${n}` }));
  await keepSettings({ goals });
  const last = await addGoal(loop);
  expect(
    await loop.refusal('po', 'goal.save', { ...(await here()), goal: goalInput() }),
  ).toMatchObject({ code: 'limit_reached', message: withLimit(SAY.limit, GOALS_LIMIT) });
  expect((await save(last, { target: 3 })).goals).toHaveLength(GOALS_LIMIT);
});

test('an owner who has left does not keep a goal from being changed; a new one has to be there', async () => {
  await keepSettings({ goals: [aGoal({ ownerAccountId: 'acc-left' })] });
  const { goals } = await save('g1', { target: 3, ownerAccountId: 'acc-left' });
  expect(goals).toMatchObject([{ target: 3, ownerAccountId: 'acc-left' }]);
  expect((await save('g1')).goals[0]).not.toHaveProperty('ownerAccountId');
  for (const ownerAccountId of ['acc-outsider', 'nobody'])
    expect(
      await loop.refusal('po', 'goal.save', {
        ...{ ...(await here()), goalId: 'g1', goal: goalInput({ ownerAccountId }) },
      }),
    ).toMatchObject({
      ...{ code: 'invalid_input', message: SAY.notSaved },
      fields: { 'goal.ownerAccountId': SAY.ownerGone },
    });
});

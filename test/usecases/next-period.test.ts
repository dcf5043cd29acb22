import { expect, test } from '@jest/globals';
import { addDays } from '../../src/domain/days';
import { GOALS_LIMIT } from '../../src/contract/limits';
import { MESSAGES, withLimit } from '../../src/domain/messages';
import { aGoal } from '../support/builders';
import { addGoal, goalInput, PROJECT } from '../support/loop';
import { keepSettings, loop, open } from './settings-site';

const SAY = MESSAGES.goal;

const NEXT = { firstDay: '2027-01-01', lastDay: '2027-12-31' };

test('the next goals are saved together, and the old ones are told who follows them', async () => {
  const old = [await addGoal(loop, { share: 40 }), await addGoal(loop, { metric: 'Calls' })];
  const { rev } = await open();
  const { goals } = await loop.call('po', 'period.start', {
    projectId: PROJECT,
    rev,
    goals: old.map((follows) => ({ follows, goal: goalInput({ ...NEXT, share: 40 }) })),
  });
  expect(goals).toHaveLength(4);
  for (const [n, follows] of old.entries()) {
    const before = goals.find(({ id }) => id === follows);
    expect(before).toMatchObject({ active: true, successorId: goals[n + 2]?.id });
    expect(before?.endedOn).toBeUndefined();
    expect(goals[n + 2]).toMatchObject({ ...NEXT, share: 40, readings: [] });
  }
  expect(loop.records('act', 'by-kind', [PROJECT, 'period.start'])).toMatchObject([
    {
      ...{ by: 'acc-po', subject: 'goals' },
      body: {
        before: old,
        after: [
          { ...NEXT, id: goals[2]?.id },
          { ...NEXT, id: goals[3]?.id },
        ],
      },
    },
  ]);
});

test('nothing is saved while one of them cannot be, and each field says why', async () => {
  const old = await addGoal(loop);
  const { rev } = await open();
  const refuse = async (goal: object, follows = old) =>
    loop.refusal('po', 'period.start', {
      projectId: PROJECT,
      rev,
      goals: [
        { follows: old, goal: goalInput(NEXT) },
        { follows, goal: goalInput(goal) },
      ].slice(follows === old ? 1 : 0),
    });
  const fields = async (goal: object) => Object.keys((await refuse(goal)).fields ?? {});
  expect(await fields({ ...NEXT, target: 1 })).toEqual(['goals.0.target']);
  expect(await fields({ ...NEXT, firstDay: '2026-06-01' })).toEqual(['goals.0.firstDay']);
  expect(await fields({ ...NEXT, ownerAccountId: 'nobody' })).toEqual(['goals.0.ownerAccountId']);
  expect(await refuse({ ...NEXT, target: 1 })).toMatchObject({
    ...{ code: 'invalid_input', message: SAY.periodNotStarted },
  });
  expect((await refuse(NEXT, 'unknown')).code).toBe('not_found');
  expect((await open()).goals).toHaveLength(1);
});

test('a goal that was ended early can be followed from the day after', async () => {
  const goalId = await addGoal(loop);
  const ended = await loop.call('po', 'goal.end', {
    ...{ projectId: PROJECT, rev: (await open()).rev, goalId },
  });
  const endedOn = ended.goals[0]?.endedOn ?? '';
  const follow = (firstDay: string) => ({
    ...{ projectId: PROJECT, rev: ended.rev },
    goals: [{ follows: goalId, goal: goalInput({ ...NEXT, firstDay }) }],
  });
  expect((await loop.refusal('po', 'period.start', follow(endedOn))).fields).toHaveProperty([
    'goals.0.firstDay',
  ]);
  const { goals } = await loop.call('po', 'period.start', follow(addDays(endedOn, 1)));
  expect(goals[0]).toMatchObject({ endedOn, successorId: goals[1]?.id });
});

test('a goal is followed by one other, in one save as over time', async () => {
  const follows = await addGoal(loop);
  const start = async (times: number) => ({
    ...{ projectId: PROJECT, rev: (await open()).rev },
    goals: Array.from({ length: times }, () => ({ follows, goal: goalInput(NEXT) })),
  });
  const fieldsOf = async (times: number) =>
    (await loop.refusal('po', 'period.start', await start(times))).fields;
  expect(await fieldsOf(2)).toEqual({ 'goals.1.achieve': SAY.nextTwice });
  await loop.call('po', 'period.start', await start(1));
  expect(await fieldsOf(1)).toEqual({ 'goals.0.achieve': SAY.nextTwice });
  expect((await open()).goals).toHaveLength(2);
});

test('the next period fills a project up to as many goals as it can keep, and not further', async () => {
  const goals = Array.from({ length: GOALS_LIMIT - 1 }, (_none, n) => aGoal({ id: `g${n}` }));
  await keepSettings({ goals });
  const start = async (...ids: string[]) => ({
    ...{ projectId: PROJECT, rev: (await open()).rev },
    goals: ids.map((follows) => ({ follows, goal: goalInput(NEXT) })),
  });
  const refused = { code: 'limit_reached', message: withLimit(SAY.limit, GOALS_LIMIT) };
  expect(await loop.refusal('po', 'period.start', await start('g0', 'g1'))).toMatchObject(refused);
  const full = await loop.call('po', 'period.start', await start('g0'));
  expect(full.goals).toHaveLength(GOALS_LIMIT);
});

test('an owner who has left goes on owning the goal in the next period', async () => {
  await keepSettings({ goals: [aGoal({ ownerAccountId: 'acc-left' })] });
  const { goals } = await loop.call('po', 'period.start', {
    ...{ projectId: PROJECT, rev: (await open()).rev },
    goals: [{ follows: 'g1', goal: goalInput({ ...NEXT, ownerAccountId: 'acc-left' }) }],
  });
  expect(goals[1]).toMatchObject({ ...NEXT, ownerAccountId: 'acc-left' });
});

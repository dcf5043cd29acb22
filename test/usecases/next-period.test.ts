import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { forgePorts } from '../../src/adapters/forge-ports';
import { addDays } from '../../src/domain/days';
import { ownerProblem } from '../../src/usecases/save-goal';
import { addGoal, goalInput, PROJECT, startLoop, type Loop } from '../support/loop';

let loop: Loop;
beforeEach(async () => {
  loop = await startLoop();
}, 60_000);
afterEach(() => loop.close());

const open = () => loop.call('po', 'settings.open', { projectId: PROJECT });
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
  expect(loop.records('act', 'by-kind', [PROJECT, 'period.start'])).toHaveLength(1);
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

test('an owner has to exist and to see the project', async () => {
  const { rev } = await open();
  const save = (ownerAccountId: string) => ({
    projectId: PROJECT,
    rev,
    goal: goalInput({ ownerAccountId }),
  });
  for (const stranger of ['acc-outsider', 'nobody'])
    expect((await loop.refusal('po', 'goal.save', save(stranger))).fields).toHaveProperty([
      'goal.ownerAccountId',
    ]);
});

test('an owner who has left does not keep a goal from being changed', async () => {
  const { projects, ...rest } = forgePorts();
  const ports = { ...rest, projects: { ...projects, mayBrowse: async () => false } };
  const problem = (owner: string | undefined) => ownerProblem(ports, PROJECT, owner, ['me', 'old']);
  expect(await problem('old')).toBeUndefined();
  expect(await problem('me')).toBeUndefined();
  expect(await problem(undefined)).toBeUndefined();
  expect(await problem('new')).toMatch(/does not know this account/);
});

// Goals and rules that come with a file are held to what is asked of those that are typed.
import { expect, test } from '@jest/globals';
import type { Goal } from '../../../src/domain/goal';
import { MESSAGES } from '../../../src/domain/messages';
import { DEFAULT_RULES, type Rules } from '../../../src/domain/rules';
import { fillProject } from '../../support/data-states';
import { createDataWorld, ME, OTHER_PROJECT, PROJECT } from '../../support/data-world';

const FILE = 'a'.repeat(32);
const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  ...{ id, achieve: id, by: 'doing', metric: 'm', unit: '%', direction: 'up' },
  ...{ baseline: 1, target: 2, firstDay: '2026-01-01', lastDay: '2026-12-31' },
  ...more,
});

async function adopting() {
  const world = createDataWorld();
  await fillProject(world, { goals: ['one'], readings: [], items: [] });
  const { ports, means } = world;
  ports.projects.mayBrowse = async (_projectId, accountId) => accountId === ME;
  ports.projects.refusals = async (clauses) =>
    clauses.map((clause) => (clause.includes('nonsense') ? 'no such field' : null));
  const adopt = async (goals: Goal[], rules = DEFAULT_RULES, projectId = OTHER_PROJECT) => {
    const { rev } = await ports.settings.load(projectId);
    return means.call('data.adopt', { projectId, file: FILE, rev, goals, rules });
  };
  const settings = () => ports.settings.load(OTHER_PROJECT);
  const acts = () =>
    world.store.all('act').filter(({ value }) => value['projectId'] === OTHER_PROJECT);
  return { world, adopt, settings, acts };
}

test('goals and rules of another project come under ids of their own, the second time as none', async () => {
  const { world, adopt, settings } = await adopting();
  const { goals, rules } = await world.ports.settings.load(PROJECT);
  const strange = { ...rules, exemptTypeIds: ['101', '201'] };
  expect(await adopt(goals, strange)).toEqual({ added: 1, same: 0, left: ['exemptTypeIds'] });
  const first = await settings();
  expect(first.goals[0]).toMatchObject({ achieve: 'one' });
  expect(first.goals[0]?.id).not.toBe(goals[0]?.id);
  expect(first.rules.exemptTypeIds).toEqual(['201']);
  expect(await adopt(goals, strange)).toMatchObject({ added: 0, same: 1 });
  expect((await settings()).rev).toBe(first.rev);
});

test('goals that could not be saved are left out, and so are unknown owners and lost successors', async () => {
  const { adopt, settings } = await adopting();
  const answer = await adopt(
    [
      goal('a', { successorId: 'b', ownerAccountId: ME }),
      goal('b', { successorId: 'gone', ownerAccountId: 'acc-unknown' }),
      goal('c', { firstDay: '2027-01-01' }),
    ],
    DEFAULT_RULES,
  );
  expect(answer).toEqual({ added: 2, same: 0, left: ['goals', 'owners'] });
  const [a, b, ...more] = (await settings()).goals;
  expect(more).toEqual([]);
  expect(a).toMatchObject({ achieve: 'a', ownerAccountId: ME, successorId: b?.id });
  expect(b?.successorId).toBeUndefined();
  expect(b?.ownerAccountId).toBeUndefined();
});

test('of two goals that a file gives one id, the first comes', async () => {
  const { adopt, settings } = await adopting();
  const answer = await adopt([goal('a'), goal('a', { achieve: 'another' })]);
  expect(answer).toEqual({ added: 1, same: 0, left: ['goals'] });
  expect((await settings()).goals.map(({ achieve }) => achieve)).toEqual(['a']);
});

test('conditions that Jira refuses are left out, and the history tells of the change', async () => {
  const { world, adopt, settings } = await adopting();
  const good = { id: 's1', name: 'Good', clause: 'labels = x' };
  const streams = [{ id: 's2', name: 'Bad', clause: 'nonsense = 1' }, good];
  const rules: Rules = { ...DEFAULT_RULES, gate: 'block', streams, blocked: 'nonsense = 2' };
  expect(await adopt([], rules)).toEqual({ added: 0, same: 0, left: ['streams', 'blocked'] });
  const stored = (await settings()).rules;
  expect(stored).toMatchObject({ streams: [good], blocked: null });
  const { changes } = await world.means.call('settings.history', {
    projectId: OTHER_PROJECT,
    fields: ['gate'],
  });
  expect(changes).toMatchObject([{ by: ME, before: { gate: 'warn' }, after: { gate: 'block' } }]);
});

test('rules come without types and statuses that the project does not have', async () => {
  const { adopt, settings } = await adopting();
  const ages = { warnAfterDays: 1, flagAfterDays: 2 };
  const here = { typeId: '201', ...ages };
  const rules: Rules = {
    ...DEFAULT_RULES,
    agesByType: [{ typeId: '101', ...ages }, here],
    kill: { statusId: '13', resolutionId: '1' },
    undelivered: { resolutionIds: ['1'], statusIds: ['13', '113'] },
  };
  expect((await adopt([], rules)).left).toEqual(['agesByType', 'kill', 'undelivered']);
  const known = {
    agesByType: [here],
    kill: { statusId: null, resolutionId: '1' },
    undelivered: { resolutionIds: ['1'], statusIds: ['113'] },
  };
  expect((await settings()).rules).toEqual({ ...DEFAULT_RULES, ...known });
  const fits = { ...DEFAULT_RULES, ...known, kill: { statusId: '113', resolutionId: '1' } };
  expect((await adopt([], fits)).left).toEqual([]);
  expect((await settings()).rules).toEqual(fits);
});

test('one act says which goals and rules came with which file; rules have one besides if they change', async () => {
  const { adopt, settings, acts } = await adopting();
  await adopt([goal('a')]);
  const [{ id }] = (await settings()).goals as [Goal];
  const before = DEFAULT_RULES;
  const subject = 'settings';
  const adopted = { projectId: OTHER_PROJECT, subject, kind: 'data.adopt', by: ME };
  const first = { v: 1, before, after: { file: FILE, goals: [id], rules: before } };
  expect(acts().map(({ value }) => value)).toMatchObject([{ ...adopted, body: first }]);
  const rules: Rules = { ...DEFAULT_RULES, gate: 'block' };
  await adopt([goal('a')], rules);
  expect(
    acts()
      .slice(1)
      .map(({ value }) => value),
  ).toMatchObject([
    { ...adopted, body: { before, after: { file: FILE, goals: [], rules } } },
    { ...adopted, subject: 'rules', kind: 'rules.save', body: { before, after: rules } },
  ]);
});

test('the same goal has another id in another project, and is found by it again', async () => {
  const { world, adopt, settings } = await adopting();
  await adopt([goal('a')]);
  await adopt([goal('a')], DEFAULT_RULES, PROJECT);
  const [here] = (await settings()).goals;
  const there = (await world.ports.settings.load(PROJECT)).goals.at(-1);
  expect(there?.achieve).toBe('a');
  expect(there?.id).not.toBe(here?.id);
  // A goal that came before can be what another leads to; none leads to itself.
  await adopt([goal('b', { successorId: 'a' }), goal('c', { successorId: 'c' })]);
  const [a, b, c] = (await settings()).goals;
  expect([b?.successorId, c?.successorId]).toEqual([a?.id, undefined]);
});

test('who takes goals in may own them, whether or not Jira lists who sees the project', async () => {
  const { world, adopt, settings } = await adopting();
  world.ports.projects.mayBrowse = async () => false;
  expect((await adopt([goal('a', { ownerAccountId: ME })])).left).toEqual([]);
  expect((await settings()).goals[0]?.ownerAccountId).toBe(ME);
});

test('more goals than a project can keep, and rules that nobody could save, are refused whole', async () => {
  const { adopt, settings, acts } = await adopting();
  const many = Array.from({ length: 99 }, (_none, at) => goal(`g${String(at)}`));
  await adopt(many);
  const full = { code: 'limit_reached' };
  await expect(adopt([goal('x'), goal('y')])).rejects.toMatchObject(full);
  expect(await adopt([goal('x')])).toMatchObject({ added: 1 });
  const stood = await settings();
  const told = acts().length;
  const bad = adopt([], { ...DEFAULT_RULES, warnAfterDays: 90, flagAfterDays: 30 });
  await expect(bad).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await settings()).toEqual(stood);
  expect(acts()).toHaveLength(told);
});

test('settings of a file that could not be saved are refused; the history tells of replaced rules', async () => {
  const { world } = await adopting();
  const { means } = world;
  const section = 'settings' as const;
  const [row] = (await means.call('data.read', { projectId: PROJECT, section })).rows;
  if (!row) throw new Error('no settings');
  const body = row.value['body'] as { rules: Rules };
  const take = (change: object) =>
    means.call('data.import', {
      ...{ projectId: PROJECT, file: FILE, of: 9, from: 0, replace: true, section },
      rows: [{ ...row, value: { ...row.value, body: { ...body, ...change } } }],
    });
  for (const bad of [
    { goals: [goal('c', { firstDay: '2027-01-01' })] },
    { rules: { ...body.rules, warnAfterDays: 90, flagAfterDays: 30 } },
  ])
    expect((await take(bad)).refused).toMatchObject([{ why: MESSAGES.data.row.shape }]);
  const { tally } = await take({ rules: { ...body.rules, gate: 'block' } });
  expect(tally.replaced).toBe(1);
  const { changes } = await means.call('settings.history', {
    projectId: PROJECT,
    fields: ['gate'],
  });
  expect(changes).toMatchObject([{ by: ME, before: { gate: 'warn' }, after: { gate: 'block' } }]);
});

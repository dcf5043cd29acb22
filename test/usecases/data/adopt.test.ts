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
  const adopt = async (goals: Goal[], rules: Rules) => {
    const { rev } = await ports.settings.load(OTHER_PROJECT);
    return means.call('data.adopt', { projectId: OTHER_PROJECT, file: FILE, rev, goals, rules });
  };
  return { world, adopt, settings: () => ports.settings.load(OTHER_PROJECT) };
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

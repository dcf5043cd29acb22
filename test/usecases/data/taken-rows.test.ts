// How single rows of a file meet what is kept: what somebody does in the same moment, and what the
// history says of settings that are replaced.
import { expect, test } from '@jest/globals';
import { NO_ROWS, type StoredSection } from '../../../src/domain/data';
import { MESSAGES } from '../../../src/domain/messages';
import type { Rules } from '../../../src/domain/rules';
import { ME, OTHER_PROJECT, PROJECT, START } from '../../support/data-world';
import { filled, FULL } from '../../support/data-trips';

const SAY = MESSAGES.data.row;

/** A filled project; reads its first row of a part, and takes rows in. */
async function rows() {
  const world = await filled(FULL);
  const { means } = world;
  const rowOf = async (section: StoredSection) => {
    const [row] = (await means.call('data.read', { projectId: PROJECT, section })).rows;
    if (!row) throw new Error(`no ${section}`);
    return row;
  };
  const take = (section: StoredSection, ...all: Awaited<ReturnType<typeof rowOf>>[]) => {
    const part = { projectId: PROJECT, file: 'a'.repeat(32), of: 99, from: 0, replace: true };
    return means.call('data.import', { ...part, section, rows: all });
  };
  return { world, rowOf, take };
}

test('a record that somebody has only just begun gives way to that of a file', async () => {
  const { world, rowOf, take } = await rows();
  const row = await rowOf('results');
  await world.store.driver.set('result', row.key, { rev: 0 });
  expect((await take('results', row)).tally).toEqual({ ...NO_ROWS, added: 1 });
  expect(await world.store.driver.get('result', row.key)).toEqual(row.value);
});

test('a row whose place somebody writes at the same moment is tried again, at most three times', async () => {
  const { world, rowOf, take } = await rows();
  const row = await rowOf('results');
  const { data } = world.ports;
  const { put } = data;
  for (const [times, why] of [
    [2, null],
    [1_000, SAY.busy],
  ] as const) {
    await world.store.driver.remove('result', row.key);
    let tried = 0;
    data.put = async (...all) => ((tried += 1) > times ? put(...all) : false);
    const { tally, refused } = await take('results', row);
    expect(tally).toEqual({ ...NO_ROWS, [why === null ? 'added' : 'refused']: 1 });
    expect(refused).toEqual(why === null ? [] : [{ at: 0, why }]);
    expect(tried).toBe(3);
  }
});

test('what is there already is written by nobody', async () => {
  const { world, rowOf, take } = await rows();
  const { data } = world.ports;
  data.put = async () => {
    throw new Error('written');
  };
  for (const section of ['settings', 'readings', 'results', 'acts'] as const)
    expect((await take(section, await rowOf(section))).tally).toEqual({ ...NO_ROWS, same: 1 });
});

test('an act of this very moment is none of the future', async () => {
  const { world, rowOf, take } = await rows();
  const row = await rowOf('acts');
  world.ports.clock.now = () => START;
  const key = `${PROJECT}:${String(START + 1).padStart(15, '0')}:x`;
  const later = { key, value: { ...row.value, at: new Date(START + 1).toISOString() } };
  expect((await take('acts', row)).refused).toEqual([]);
  expect((await take('acts', later)).refused).toEqual([{ at: 0, why: SAY.shape }]);
});

test('the history tells of rules that a file replaces, and of nothing where they stay', async () => {
  const { world, rowOf, take } = await rows();
  const row = await rowOf('settings');
  const body = row.value['body'] as { rules: Rules; goals: { achieve: string }[] };
  const told = () => world.store.all('act').filter(({ value }) => value['subject'] === 'rules');
  const changed = (change: object) => ({
    ...row,
    value: { ...row.value, body: { ...body, ...change } },
  });
  const goals = body.goals.map((goal) => ({ ...goal, achieve: 'another' }));
  expect((await take('settings', changed({ goals }))).tally.replaced).toBe(1);
  expect(told()).toEqual([]);
  const after = { ...body.rules, graceDays: 8 };
  expect((await take('settings', changed({ rules: after }))).tally.replaced).toBe(1);
  const act = { projectId: PROJECT, kind: 'rules.save', by: ME };
  expect(told().map(({ value }) => value)).toMatchObject([
    { ...act, body: { before: body.rules, after } },
  ]);
});

/** Settings of the other project with this goal. */
async function goalElsewhere(id: string) {
  const { world, rowOf, take } = await rows();
  const { scans, settings } = world.ports;
  const [goal] = (await settings.load(PROJECT)).goals;
  if (!goal) throw new Error('no goal');
  const act = { projectId: OTHER_PROJECT, subject: id, kind: 'goal.save' as const, by: 'x' };
  await scans.plan(OTHER_PROJECT, true, START, () => START);
  await settings.save(
    { ...(await settings.load(OTHER_PROJECT)), goals: [{ ...goal, id }] },
    { ...act, at: START, before: null, after: null },
  );
  return { world, rowOf, take, goal };
}

test('a goal that the project has itself comes in, whoever else has one of this id', async () => {
  const { rowOf, take, goal } = await goalElsewhere('goal-0');
  const row = await rowOf('settings');
  const body = { ...(row.value['body'] as object), goals: [goal, { ...goal, id: 'goal-new' }] };
  const { tally } = await take('settings', { ...row, value: { ...row.value, body } });
  expect(tally).toEqual({ ...NO_ROWS, replaced: 1 });
});

test('where a file brings no goal that is new here, no other project is looked into', async () => {
  const { world, rowOf, take } = await goalElsewhere('goal-0');
  const row = await rowOf('settings');
  const { data } = world.ports;
  data.page = async () => {
    throw new Error('looked into');
  };
  expect((await take('settings', row)).tally).toEqual({ ...NO_ROWS, same: 1 });
});

test('what looks like settings among other rows keeps none of them out', async () => {
  const { rowOf, take } = await goalElsewhere('goal-theirs');
  const row = await rowOf('results');
  const body = { goals: [{ id: 'goal-theirs' }] };
  const forged = { key: 'x', value: { ...row.value, body } };
  const { tally, refused } = await take('results', row, forged);
  expect(tally).toEqual({ ...NO_ROWS, same: 1, refused: 1 });
  expect(refused).toEqual([{ at: 1, why: SAY.shape }]);
});

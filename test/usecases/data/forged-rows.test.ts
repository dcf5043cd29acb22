// Nothing that a file says is believed: what is not of this project is not taken.
import { expect, test } from '@jest/globals';
import type { DataRow } from '../../../src/contract/data-procedures';
import { NO_ROWS } from '../../../src/domain/data';
import { ME, OTHER_PROJECT, PROJECT, START } from '../../support/data-world';
import { idOf } from '../../support/data-states';
import { changed, FILE, filled, FOREIGN, SAY } from './forged';

test.each(['results', 'decisions', 'passes'] as const)(
  '%s of items that lie in another project, are hidden or gone are refused',
  async (section) => {
    const { world, rowOf, refusals } = await filled();
    const row = await rowOf(section);
    const of = (itemId: string) => changed(row, itemId, { itemId });
    expect(await refusals(section, of(FOREIGN))).toEqual([SAY.item]);
    expect(await refusals(section, of('99999'))).toEqual([SAY.item]);
    const item = world.site.items.get(idOf(0));
    if (item) item.visibleTo = ['acc-other'];
    expect(await refusals(section, row)).toEqual([SAY.item]);
    expect(world.store.all(section.replace(/e?s$/, '')).map(({ key }) => key)).not.toContain(
      FOREIGN,
    );
  },
);

test('a record that names another project, or does not fit its key, is refused', async () => {
  const { rowOf, refusals } = await filled();
  for (const section of ['results', 'readings', 'snapshots', 'acts', 'revisions'] as const) {
    const row = await rowOf(section);
    const other = changed(row, row.key, { projectId: OTHER_PROJECT });
    expect([section, await refusals(section, other)]).toEqual([section, [SAY.project]]);
    const moved = { ...row, key: section === 'acts' ? `2${row.key.slice(1)}` : 'settings:1' };
    expect([section, await refusals(section, moved)]).toEqual([section, [SAY.key]]);
    const torn = changed(row, row.key, { body: { v: 1 } });
    expect([section, await refusals(section, torn)]).toEqual([section, [SAY.shape]]);
    const newer = changed(row, row.key, { body: { v: 2 } });
    expect([section, await refusals(section, newer)]).toEqual([section, [SAY.newer]]);
    const strange = changed(row, row.key, { more: 1 });
    expect([section, await refusals(section, strange)]).toEqual([section, [SAY.shape]]);
  }
});

test('attributes that say something else than their body are refused', async () => {
  const { rowOf, refusals } = await filled();
  for (const [section, attributes] of [
    ['settings', { status: 'pending' }],
    ['revisions', { hash: 'other' }],
    ['readings', { rev: 7 }],
    ['results', { result: 'flat' }],
    ['results', { pending: 'yes' }],
    ['decisions', { decision: 'kill' }],
    ['decisions', { until: '2099-01-01' }],
    ['passes', { until: '2099-01-01' }],
  ] as const) {
    const row = await rowOf(section);
    expect([section, await refusals(section, changed(row, row.key, attributes))]).toEqual([
      section,
      [SAY.shape],
    ]);
  }
});

test('a signature has to be whole, in its place, and of the person who takes the file in', async () => {
  const { world, refusals } = await filled();
  const { ports, means } = world;
  const settings = await ports.settings.load(PROJECT);
  const days = { firstDay: '2026-01-01', lastDay: '2026-12-31', agreedOn: '2026-01-01' };
  const agreement = { id: 'agr-1', ...days, personIds: [ME, 'acc-dev'] };
  const act = {
    ...{ projectId: PROJECT, subject: 'agr-1', kind: 'agreement.save' as const, by: ME },
    ...{ at: START, before: null, after: agreement },
  };
  await ports.settings.save({ ...settings, agreements: [agreement] }, act);
  const signed = (accountId: string): DataRow => {
    const said = { agreementId: 'agr-1', accountId, says: 'signed', wording: 'w', at: START };
    const body = { v: 1, ...said, rev: 1 };
    const value = { projectId: PROJECT, subject: 'agr-1', rev: 1, hash: 'w', status: 'signed' };
    const at = new Date(START).toISOString();
    return { key: `signature:agr-1:${accountId}`, value: { ...value, at, body } };
  };
  const mine = signed(ME);
  const empty = changed(mine, mine.key, { body: {} });
  expect(await refusals('revisions', empty)).toEqual([SAY.shape]);
  const theirs = signed('acc-dev');
  expect(await refusals('revisions', { ...theirs, key: mine.key })).toEqual([SAY.key]);
  expect(await refusals('revisions', theirs)).toEqual([SAY.signature]);
  expect(await refusals('revisions', mine)).toEqual([]);
  // What is here just so is no new signature.
  await world.store.driver.set('revision', theirs.key, theirs.value);
  expect(await refusals('revisions', theirs)).toEqual([]);
  const read = { projectId: PROJECT, agreementId: 'agr-1' };
  expect((await means.call('signatures.read', read)).signatures).toHaveLength(2);
});

test('settings with two goals of one id are refused: neither could be changed by itself', async () => {
  const { rowOf, refusals } = await filled();
  const row = await rowOf('settings');
  const body = row.value['body'] as { goals: object[] };
  const twice = { ...body, goals: [...body.goals, ...body.goals] };
  expect(await refusals('settings', changed(row, row.key, { body: twice }))).toEqual([SAY.shape]);
});

test('a record of another project in the same place stays', async () => {
  const { world, rowOf, refusals } = await filled();
  const row = await rowOf('results');
  const theirs = { ...row.value, projectId: OTHER_PROJECT };
  await world.store.driver.set('result', row.key, theirs);
  expect(await refusals('results', row)).toEqual([SAY.project]);
  expect(await world.store.driver.get('result', row.key)).toEqual(theirs);
});

test('goals of another project are not taken in, and readings only of one’s own', async () => {
  const { world, rowOf, refusals } = await filled();
  const { ports } = world;
  const own = await ports.settings.load(PROJECT);
  await ports.scans.plan(OTHER_PROJECT, true, START, () => START);
  const [goal] = own.goals;
  if (!goal) throw new Error('no goal');
  const theirs = { ...goal, id: 'goal-theirs' };
  const act = {
    ...{ projectId: OTHER_PROJECT, subject: 'settings', kind: 'goal.save' as const, by: 'x' },
    ...{ at: START, before: null, after: null },
  };
  const empty = await ports.settings.load(OTHER_PROJECT);
  await ports.settings.save({ ...empty, goals: [theirs] }, act);
  const settings = await rowOf('settings');
  const body = { ...(settings.value['body'] as object), goals: [goal, theirs] };
  expect(await refusals('settings', changed(settings, settings.key, { body }))).toEqual([
    SAY.foreignGoals,
  ]);
  // Settings that this version can't read keep no other project from taking its own in.
  const [, stored] = world.store.all('revision').filter(({ key }) => key.startsWith('settings:'));
  const later = { ...stored?.value, body: { v: 2, goals: [theirs] } };
  await world.store.driver.set('revision', stored?.key ?? '', later);
  const fresh = { ...goal, id: 'goal-fresh' };
  const withFresh = { ...body, goals: [goal, fresh] };
  expect(await refusals('settings', changed(settings, settings.key, { body: withFresh }))).toEqual(
    [],
  );
  expect(await refusals('settings', changed(settings, settings.key, { body }))).toEqual([
    SAY.foreignGoals,
  ]);
  const reading = await rowOf('readings');
  const value = {
    goalId: 'goal-theirs',
    body: { ...(reading.value['body'] as object), goalId: 'goal-theirs' },
  };
  const forged = changed(reading, 'goal-theirs:2026-01-31', value);
  expect(await refusals('readings', forged)).toEqual([SAY.goal]);
});

test('flags are given to items of the project alone, and only as flags are', async () => {
  const { world } = await filled();
  const flag = { v: 1, flag: 'warned', reason: 'aged', since: '2026-06-01' };
  const { refused } = await world.means.call('data.items', {
    ...{ projectId: PROJECT, file: FILE, of: 9, from: 0, replace: false, tally: NO_ROWS },
    flags: [
      { itemId: idOf(0), flag },
      { itemId: FOREIGN, flag },
      { itemId: idOf(0), flag: { v: 1, flag: 'doomed' } },
    ],
  });
  expect(refused).toEqual([
    { at: 1, why: SAY.item },
    { at: 2, why: SAY.shape },
  ]);
  expect(world.site.items.get(FOREIGN)?.properties.size).toBe(0);
  expect(world.site.items.get(idOf(0))?.properties.get('ladder-flag')).toBe(JSON.stringify(flag));
});

test('while Jira works on flags neither items are read nor the job is written', async () => {
  const { world } = await filled();
  const { backlog, data, items } = world.ports;
  let isOver = false;
  const done: string[] = [];
  backlog.beginFlag = async () => 'a task';
  backlog.isOver = async () => isOver;
  const { inProject } = items;
  items.inProject = (...all) => (done.push('read'), inProject(...all));
  const { saveJob } = data;
  data.saveJob = (...all) => (done.push('write'), saveJob(...all));
  const ask = () =>
    world.means.call('data.items', {
      ...{ projectId: PROJECT, file: FILE, of: 9, from: 0, replace: false, tally: NO_ROWS },
      flags: [
        { itemId: idOf(0), flag: { v: 1, flag: 'warned', reason: 'aged', since: '2026-06-01' } },
      ],
    });
  expect((await ask()).job.waits).toBe(true);
  done.length = 0;
  expect((await ask()).job.waits).toBe(true);
  expect(done).toEqual([]);
  isOver = true;
  expect((await ask()).job.waits).toBe(false);
  expect(done).toEqual(['read', 'write']);
});

test('rows cannot begin in the middle, nor go on after other work has begun', async () => {
  const { world, rowOf, take } = await filled();
  const row = await rowOf('results');
  const part = { projectId: PROJECT, file: FILE, of: 9, replace: false };
  const later = { ...part, from: 3, section: 'results' as const, rows: [row] };
  await expect(world.means.call('data.import', later)).rejects.toMatchObject({ code: 'conflict' });
  await take('results', row);
  await world.means.call('data.rebuild', { projectId: PROJECT, begin: true });
  const next = { ...later, from: 1 };
  await expect(world.means.call('data.import', next)).rejects.toMatchObject({ code: 'conflict' });
});

test('the same flag for many items costs one task, and six different ones are too many', async () => {
  const { world } = await filled();
  const flags = Array.from({ length: 6 }, (_none, at) => ({
    itemId: idOf(0),
    flag: { v: 1, flag: 'warned', reason: 'aged', since: `2026-06-0${String(at + 1)}` },
  }));
  const base = { projectId: PROJECT, file: FILE, of: 9, from: 0, replace: false, tally: NO_ROWS };
  await expect(world.means.call('data.items', { ...base, flags })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

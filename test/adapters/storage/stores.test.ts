// What the app keeps, over the local host's storage and Atlassian's client.
import { expect, test } from '@jest/globals';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { ENTITIES, keys } from '../../../src/adapters/storage/keys';
import { answerRevisions, readings, settingsStore } from '../../../src/adapters/storage/stores';
import { readingRecord } from '../../../src/adapters/storage/records';
import { StorageBusyError } from '../../../src/domain/errors';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import type { AnswerRevision } from '../../../src/ports';
import { aGoal } from '../../support/builders';
import { aReading } from '../../support/readings';
import { act, actsKept, codeOf, ITEM, nextId, NOW, P, storage, withStorage } from './stored';

withStorage();

const settings = () => settingsStore(forgeDriver, nextId);
const withGoals = (rev: number, ...goals: string[]) => ({
  projectId: P,
  rev,
  goals: goals.map((id) => aGoal({ id })),
  agreements: [],
  rules: DEFAULT_RULES,
});

test('a project without settings has the default rules at revision 0, and reading writes nothing', async () => {
  expect(await settings().load(P)).toEqual(withGoals(0));
  expect(storage.asked.filter((path) => !path.endsWith('/get'))).toEqual([]);
});

test('settings are saved under the next revision, each with its act, for one project alone', async () => {
  const store = settings();
  expect((await store.save(withGoals(0, 'g1'), act())).rev).toBe(1);
  expect((await store.save(withGoals(1, 'g1', 'g2'), act({ subject: 'g2' }))).rev).toBe(2);
  expect(await store.load(P)).toEqual(withGoals(2, 'g1', 'g2'));
  expect(await store.load('11')).toEqual({ ...withGoals(0), projectId: '11' });
  expect(await actsKept()).toEqual([
    expect.objectContaining({ subject: 'g1', by: 'acc-po', at: '2026-11-21T12:00:00.000Z' }),
    expect.objectContaining({ subject: 'g2', body: { v: 1, before: null, after: { id: 'g1' } } }),
  ]);
});

test('a save over an old revision is a conflict: nothing is changed and no act is kept', async () => {
  const store = settings();
  await store.save(withGoals(0, 'g1'), act());
  expect(await codeOf(store.save(withGoals(0, 'mine'), act()))).toBe('conflict');
  expect(await codeOf(store.save(withGoals(5, 'mine'), act()))).toBe('conflict');
  expect(await store.load(P)).toEqual(withGoals(1, 'g1'));
  expect(await actsKept()).toHaveLength(1);
});

test('of two who save a first revision at the same moment one wins', async () => {
  const store = settings();
  const both = await Promise.all([
    codeOf(store.save(withGoals(0, 'a'), act())),
    codeOf(store.save(withGoals(0, 'b'), act())),
  ]);
  expect(both.filter((code) => code === 'conflict')).toHaveLength(1);
  expect((await store.load(P)).rev).toBe(1);
  expect(await actsKept()).toHaveLength(1);
});

test('a first save that ended half way leaves an empty project that can be saved', async () => {
  await forgeDriver.create(ENTITIES.revision, keys.settings(P), { rev: 0 });
  expect((await settings().load(P)).rev).toBe(0);
  expect((await settings().save(withGoals(0, 'g1'), act())).rev).toBe(1);
});

test.each([
  ['a later version', { v: 2, goals: [], rules: DEFAULT_RULES }],
  ['another shape', { v: 1, goals: 'none' }],
])('settings of %s are refused, not misread', async (_name, body) => {
  storage.setEntity(ENTITIES.revision, keys.settings(P), { rev: 3, body });
  expect(await codeOf(settings().load(P))).toBe('internal');
});

const revision = (rev: number, more: Partial<AnswerRevision> = {}): AnswerRevision => ({
  rev,
  hash: 'aa',
  previous: null,
  status: 'pending',
  by: 'acc-dev',
  at: NOW,
  ...more,
});

test('an answer has no revision before the first write, then the one that was written', async () => {
  const store = answerRevisions(forgeDriver);
  expect(await store.read(ITEM)).toBeNull();
  await store.write(ITEM, P, revision(1), 0);
  expect(await store.read(ITEM)).toMatchObject({ ...revision(1) });
  const confirmed = revision(2, { status: 'confirmed', hash: null, previous: 'aa' });
  await store.write(ITEM, P, confirmed, 1);
  expect(await store.read(ITEM)).toMatchObject({ ...confirmed });
  expect(await store.read('1000')).toBeNull();
});

test('of two answers written over one revision the second is a conflict', async () => {
  const store = answerRevisions(forgeDriver);
  await store.write(ITEM, P, revision(1), 0);
  expect(await codeOf(store.write(ITEM, P, revision(1, { by: 'acc-po' }), 0))).toBe('conflict');
  await store.write(ITEM, P, revision(2), 1);
  expect(await codeOf(store.write(ITEM, P, revision(2, { by: 'acc-po' }), 1))).toBe('conflict');
  expect((await store.read(ITEM))?.by).toBe('acc-dev');
});

test('a failure of storage that nobody else caused is no conflict', async () => {
  const store = answerRevisions(forgeDriver);
  await store.write(ITEM, P, revision(1), 0);
  storage.interrupt((path) => {
    if (path.endsWith('/transaction')) throw new Error('storage is away');
  });
  expect(await codeOf(store.write(ITEM, P, revision(2), 1))).toContain('storage is away');
  storage.interrupt(null);
  expect(await store.read(ITEM)).toMatchObject({ ...revision(1) });
});

test('readings come oldest first, past one page, and only of the project', async () => {
  const days = Array.from({ length: 130 }, (_none, i) =>
    new Date(NOW - i * 86_400_000).toISOString().slice(0, 10),
  );
  for (const [i, day] of days.entries()) {
    const reading = aReading({ goalId: `g${i % 2}`, day, value: i });
    storage.setEntity(
      ENTITIES.reading,
      keys.reading(reading.goalId, day),
      readingRecord(P, reading),
    );
  }
  const other = aReading({ goalId: 'gx', day: '2026-11-21', value: 1 });
  storage.setEntity(ENTITIES.reading, keys.reading('gx', other.day), readingRecord('11', other));
  const found = await readings(forgeDriver, nextId).ofProject(P);
  expect(found.map(({ day }) => day)).toEqual([...days].reverse());
});

test('a call that was one too many is made once more, and refused twice it is told as such', async () => {
  const record = { projectId: P, state: 'on', dueAt: 'a', lease: '', leaseUntil: 0, rev: 0 };
  storage.refuse(1);
  expect(await forgeDriver.create('scan', P, record)).toBe(true);
  const next = [{ entity: 'scan', key: P, value: { ...record, rev: 1 }, ifRev: 0 }];
  storage.refuse(1);
  expect(await forgeDriver.commit(next)).toBe(true);
  storage.refuse(2);
  await expect(forgeDriver.commit(next)).rejects.toBeInstanceOf(StorageBusyError);
  storage.refuse(2);
  await expect(
    forgeDriver.latest('scan', { index: 'by-state', partition: ['on'] }, null, 1),
  ).rejects.toBeInstanceOf(StorageBusyError);
  expect(await forgeDriver.get('scan', P)).toMatchObject({ rev: 1 });
});

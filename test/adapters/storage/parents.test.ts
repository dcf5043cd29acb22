// The answered parents that are kept from week to week, and the points of an hour.
import { expect, test } from '@jest/globals';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { ENTITIES, keys } from '../../../src/adapters/storage/keys';
import { parents } from '../../../src/adapters/storage/parents';
import { points } from '../../../src/adapters/storage/points';
import type { KnownParents } from '../../../src/ports';
import { anAnswer, aParent, value } from '../../support/builders';
import { NOW, P, withStorage } from './stored';

withStorage();
const store = parents(forgeDriver);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As many parents, each with what the scan's rules need of its answer. */
const known = (many: number, more: Partial<KnownParents> = {}): KnownParents => ({
  listedOn: '2026-11-21',
  counted: many,
  parents: Array.from({ length: many }, (_none, i) =>
    aParent({
      ...{ id: String(i), key: `SHOP-${i}` },
      answer: value({ why: 'move', goal: 'g1', state: 'answered', checkBy: '2026-12-01' }),
    }),
  ),
  ...more,
});

test.each([0, 1, 500, 501, 1_234])('%i parents are read as they were listed', async (many) => {
  expect(await store.read(P)).toBeNull();
  await store.save(P, known(many), NOW);
  expect(await store.read(P)).toEqual(known(many));
  expect(await store.read('2')).toBeNull();
});

test('no text of an answer is kept', async () => {
  const answer = value(anAnswer({ by: 'a secret thought', expect: 'another' }));
  await store.save(P, known(1, { parents: [aParent({ answer })] }), NOW);
  for (const set of [0, 1]) {
    const record = await forgeDriver.get(ENTITIES.scan, keys.parentsPart(P, set, 0));
    expect(JSON.stringify(record ?? null)).not.toMatch(/secret|another/);
  }
  expect((await store.read(P))?.parents[0]?.answer).toMatchObject({
    value: { why: 'move', goal: 'g1', state: 'answered' },
  });
});

test('a listing that was begun and not ended leaves the one before', async () => {
  await store.save(P, known(600), NOW);
  const broken = parents({
    ...forgeDriver,
    async set(entity, key, record) {
      if (key === keys.parents(P)) throw new Error('the process ended');
      await forgeDriver.set(entity, key, record);
    },
  });
  await expect(broken.save(P, known(700), NOW)).rejects.toThrow('ended');
  expect(await store.read(P)).toEqual(known(600));
  await store.save(P, known(700), NOW);
  expect(await store.read(P)).toEqual(known(700));
});

test('a part that is missing, or of another shape, makes them be listed anew', async () => {
  await store.save(P, known(600), NOW);
  for (const set of [0, 1]) await forgeDriver.remove(ENTITIES.scan, keys.parentsPart(P, set, 1));
  expect(await store.read(P)).toBeNull();
  await forgeDriver.set(ENTITIES.scan, keys.parents(P), { body: { v: 2 } });
  expect(await store.read(P)).toBeNull();
});

test('an answer that was saved makes them be listed anew, also one that search may show late', async () => {
  await store.save(P, known(3), NOW);
  await store.forget(P, NOW + HOUR);
  expect(await store.read(P)).toBeNull();
  // Listed a little after: search may not have shown it.
  await store.save(P, known(3), NOW + HOUR + 15 * MINUTE - 1);
  expect(await store.read(P)).toBeNull();
  await store.save(P, known(3), NOW + HOUR + 15 * MINUTE);
  expect(await store.read(P)).toEqual(known(3));
});

test('an answer that is saved while they are listed is not overlooked, whoever is faster', async () => {
  const during = parents({
    ...forgeDriver,
    async set(entity, key, record) {
      await forgeDriver.set(entity, key, record);
      if (key === keys.parents(P)) await store.forget(P, NOW + MINUTE);
    },
  });
  await during.save(P, known(3), NOW);
  expect(await store.read(P)).toBeNull();
  await store.forget(P, NOW + 2 * HOUR);
  await store.save(P, known(3), NOW + HOUR);
  expect(await store.read(P)).toBeNull();
});

test('points are summed by the hour of the clock', async () => {
  const spent = points(forgeDriver);
  expect(await spent.read(NOW)).toEqual({ spent: 0, closedUntil: 0 });
  await spent.add(NOW, 30);
  await spent.add(NOW + HOUR - 1, 12);
  await spent.add(NOW + HOUR, 5);
  expect((await spent.read(NOW + 5 * MINUTE)).spent).toBe(42);
  expect((await spent.read(NOW + HOUR)).spent).toBe(5);
});

test('points that several runs add at one moment are all counted', async () => {
  const spent = points(forgeDriver);
  await Promise.all([1, 2, 3, 4].map((more) => spent.add(NOW, more)));
  expect((await spent.read(NOW)).spent).toBe(10);
});

test('a site that Jira has closed is closed until then, past the hour, and never opened earlier', async () => {
  const spent = points(forgeDriver);
  await spent.close(NOW, NOW + 3 * HOUR);
  await spent.close(NOW + MINUTE, NOW + HOUR);
  expect((await spent.read(NOW)).closedUntil).toBe(NOW + 3 * HOUR);
  expect((await spent.read(NOW + 2 * HOUR)).closedUntil).toBe(NOW + 3 * HOUR);
});

// Results, passes and readings as they are kept, over the local host's storage and Atlassian's client.
import { expect, test } from '@jest/globals';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { ENTITIES } from '../../../src/adapters/storage/keys';
import { passes, readings, results } from '../../../src/adapters/storage/stores';
import type { KeptPass, KeptResult, Said } from '../../../src/ports';
import { at } from '../../support/builders';
import { aReading } from '../../support/readings';
import { act, actsKept, codeOf, ITEM, nextId, NOW, P, withStorage } from './stored';

withStorage();

const said = (more: Partial<Said> = {}): Said => ({
  result: 'moved',
  evidence: 'judged',
  at: '2026-11-21',
  by: 'acc-po',
  ...more,
});
const kept = (rev: number, more: Partial<KeptResult> = {}): KeptResult => ({
  rev,
  writes: rev,
  given: said(),
  written: false,
  earlier: [],
  later: [],
  ...more,
});

test('a result is kept with its act, and later without one, over the revision that was seen', async () => {
  const store = results(forgeDriver, nextId);
  expect(await store.read(ITEM)).toBeNull();
  await store.save(
    ITEM,
    P,
    kept(1, { given: said({ note: 'ok' }) }),
    0,
    act({ kind: 'result.give' }),
  );
  await store.save(ITEM, P, kept(2, { written: true }), 1, null);
  expect(await store.read(ITEM)).toMatchObject({ ...kept(2, { written: true }) });
  expect(await actsKept()).toHaveLength(1);

  const flat = kept(2, { given: said({ result: 'flat' }) });
  const late = store.save(ITEM, P, flat, 1, act({ kind: 'result.give' }));
  expect(await codeOf(late)).toBe('conflict');
  expect((await store.read(ITEM))?.given?.result).toBe('moved');
  expect(await actsKept()).toHaveLength(1);
});

test('results that Jira does not hold are found by that, of one project, and not before they say something', async () => {
  const store = results(forgeDriver, nextId);
  const postponed = (written: boolean) => ({
    from: null,
    to: '2026-12-01',
    at: '2026-11-21',
    by: 'acc-po',
    delivered: true,
    written,
  });
  const record = (itemId: string, more: Partial<KeptResult>, project = P) =>
    store.save(itemId, project, kept(1, more), 0, null);
  await record('1', { written: true });
  await record('2', { written: false });
  await record('3', { written: true, given: null, later: [postponed(true), postponed(false)] });
  await record('4', { written: true, given: null, later: [postponed(false), postponed(true)] });
  await record('5', { written: true, later: [postponed(false)] });
  await record('6', { written: false }, '11');
  await forgeDriver.create(ENTITIES.result, '7', { rev: 0, projectId: P, pending: 'yes', at: '' });
  const ids = async (which: 'all' | 'unwritten') =>
    (await store.ofProject(P, which)).map(({ itemId }) => itemId).sort();
  expect(await ids('unwritten')).toEqual(['2', '3']);
  expect(await ids('all')).toEqual(['1', '2', '3', '4', '5']);
});

test('passes that their items do not show are found of one project', async () => {
  const store = passes(forgeDriver, nextId);
  const pass = (until: string, written = true): KeptPass => ({
    rev: 1,
    until,
    untilAt: at(`${until}T12:00:00Z`),
    reason: 'The shop is down.',
    by: 'acc-dev',
    at: NOW,
    withdrawn: false,
    written,
  });
  await store.save('1', P, pass('2026-11-20'), 0, null);
  await store.save('2', P, pass('2026-11-21', false), 0, null);
  await store.save('3', P, pass('2026-11-28'), 0, null);
  await store.save('4', '11', pass('2026-11-28', false), 0, null);
  expect((await store.unwritten(P)).map(({ itemId }) => itemId)).toEqual(['2']);
});

test('of two readings of one day the second is a conflict, and a correction names its act', async () => {
  const store = readings(forgeDriver, nextId);
  const first = aReading({ goalId: 'g1', day: '2026-11-20', value: 2 });
  await store.save(P, first, 0, act({ kind: 'reading.save' }));
  expect(await codeOf(store.save(P, { ...first, value: 3 }, 0, act()))).toBe('conflict');
  await store.save(P, { ...first, rev: 2, value: 4 }, 1, act({ kind: 'reading.save' }));
  expect(await store.read('g1', '2026-11-20')).toMatchObject({ value: 4, rev: 2 });
  expect(await store.read('g1', '2026-11-19')).toBeNull();
  expect(await actsKept()).toHaveLength(2);
});

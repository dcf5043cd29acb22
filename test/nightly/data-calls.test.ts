// How many calls ten thousand rows cost, on each way.
import { expect, test } from '@jest/globals';
import '../contract/page-bridge';
import { readDataFile } from '../../src/contract/data-file';
import { exportData } from '../../static/src/surfaces/settings/data/export-run';
import { checkFile, takeFile } from '../../static/src/surfaces/settings/data/import-run';
import { runSteps } from '../../static/src/surfaces/settings/data/step-run';
import { createDataWorld, ME, PROJECT, START, type DataWorld } from '../support/data-world';

const RESULTS = 3_000;
const ITEMS = 3_000;
const ACTS = 4_000;
const WATCHER = { onPause: () => undefined, isStopped: () => false };
const nothing = () => undefined;
const iso = new Date(START).toISOString();

async function filled(): Promise<DataWorld> {
  const world = createDataWorld();
  const answer = JSON.stringify({ v: 1, why: 'run', state: 'answered', answered: '2026-06-10' });
  for (let at = 0; at < ITEMS; at += 1) {
    const itemId = String(20_000 + at);
    world.addItem(itemId, PROJECT, { properties: new Map([['ladder-answer', answer]]) });
    const given = { result: 'moved', evidence: 'judged', at: '2026-06-10', by: ME };
    await world.store.driver.set('result', itemId, {
      ...{ projectId: PROJECT, itemId, result: 'moved', rev: 1, pending: 'no', at: '2026-06-10' },
      body: { v: 1, rev: 1, given, written: true, earlier: [], later: [] },
    });
  }
  for (let at = 0; at < ACTS; at += 1)
    await world.store.driver.set('act', `1:00${String(START + at)}:id-${String(at)}`, {
      ...{ projectId: PROJECT, subject: '20000', kind: 'result.give', by: ME },
      ...{ at: new Date(START + at).toISOString(), body: { v: 1, before: null, after: iso } },
    });
  return world;
}

/** Calls of a piece of work, by name. */
async function callsOf(world: DataWorld, run: () => Promise<unknown>) {
  world.calls.length = 0;
  await run();
  const counts: Record<string, number> = {};
  for (const name of world.calls) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

test('ten thousand rows cost a hundred calls on each way, and one for each answer', async () => {
  const world = await filled();
  const { means } = world;
  let text = '';
  const out = await callsOf(world, async () => {
    const where = { projectId: PROJECT, projectKey: 'SHOP' };
    ({ text } = await exportData(means, WATCHER, where, nothing));
  });
  const read = readDataFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { file } = read;
  expect(file.rows).toHaveLength(RESULTS + ITEMS + ACTS);
  const name = 'data.erase';
  const away = await callsOf(world, () =>
    runSteps(means, WATCHER, { projectId: PROJECT, name, begin: true }, nothing),
  );
  const looked = await callsOf(world, () => checkFile(means, WATCHER, PROJECT, file, nothing));
  const how = { projectId: PROJECT, file, replace: false, done: 0 };
  const taken = await callsOf(world, () => takeFile(means, WATCHER, how, nothing));
  expect({ out, away, looked, taken }).toEqual({
    // One page more than is full for each empty part.
    out: { 'data.read': 76, search: 30 },
    // It is looked once which work there was before, so that a lost answer is told from none.
    away: { 'data.open': 1, 'data.erase': expect.any(Number) },
    looked: { 'data.check': 70, bulkFetch: 30 },
    taken: { 'data.import': 70, bulkFetch: 30, setIssueProperty: ITEMS, 'data.items': 30 },
  });
  expect(
    world.store.all('act').filter(({ value }) => value['kind'] === 'result.give'),
  ).toHaveLength(ACTS);
});

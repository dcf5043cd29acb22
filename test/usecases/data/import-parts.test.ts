// How a file comes in part by part: what its job counts, what its acts say, what follows from it.
import { expect, test } from '@jest/globals';
import type { DataFile, FileRow } from '../../../src/contract/data-file';
import { NO_ROWS, type StoredSection } from '../../../src/domain/data';
import { createDataWorld, ME, PROJECT, START, type DataWorld } from '../../support/data-world';
import { idOf } from '../../support/data-states';
import { exported, filled, FULL, nothing, take, WATCHER } from '../../support/data-trips';
import { failure } from './changed-ports';
import { checkFile } from '../../../static/src/surfaces/settings/data/import-run';

/** A file of a filled project, and one with its items and nothing else. */
async function before() {
  const { file } = await exported(await filled(FULL));
  const world = createDataWorld();
  for (const at of [0, 1, 2]) world.addItem(idOf(at));
  return { world, file };
}

const rowsOf = ({ rows }: DataFile, section: StoredSection): FileRow[] =>
  rows.filter((row) => row.section === section);

/** Sends rows of one part as if they were all of the file, or `of` were. */
function send(
  { means }: DataWorld,
  file: DataFile,
  { section, from = 0, of }: { section: StoredSection; from?: number; of?: number },
) {
  const rows = rowsOf(file, section).map(({ key, value }) => ({ key, value }));
  const base = { projectId: PROJECT, file: file.id, replace: false, section, rows };
  return means.call('data.import', { ...base, from, of: of ?? rows.length });
}

test('an import says in one act what it begins, and in another what came of it', async () => {
  const { world, file } = await before();
  await take(world, file);
  const own = world.store.all('act').filter(({ value }) => value['kind'] === 'data.import');
  const of = file.rows.length;
  const begun = { file: file.id, of };
  expect(own.map(({ value: { subject, by, body } }) => ({ subject, by, body }))).toEqual([
    { subject: 'data', by: ME, body: { v: 1, before: null, after: begun } },
    { subject: 'data', by: ME, body: { v: 1, before: begun, after: { ...NO_ROWS, added: of } } },
  ]);
});

test('the same file once more finds every row as it is', async () => {
  const world = await filled(FULL);
  const { file } = await exported(world);
  await take(world, file, true);
  const { job } = await world.means.call('data.open', { projectId: PROJECT });
  expect(job?.tally).toEqual({ ...NO_ROWS, same: file.rows.length });
});

test('who only looks writes nothing', async () => {
  const { world, file } = await before();
  const { tally } = await checkFile(world.means, WATCHER, PROJECT, file, nothing);
  expect(tally).toEqual({ ...NO_ROWS, added: file.rows.length });
  const entities = ['revision', 'result', 'decision', 'pass', 'reading', 'snapshot', 'act', 'job'];
  expect(entities.flatMap((entity) => world.store.all(entity))).toEqual([]);
});

test('rows whose answer was lost are sent again and counted once, the last ones, too', async () => {
  const { world, file } = await before();
  const of = file.rows.length;
  const first = await send(world, file, { section: 'results', of });
  expect(first.job).toMatchObject({ kind: 'import', done: 2, tally: { added: 2, same: 0 } });
  const again = await send(world, file, { section: 'results', of });
  expect(again.tally).toEqual({ ...NO_ROWS, same: 2 });
  expect(again.job).toEqual(first.job);
  const last = await send(world, file, { section: 'passes', from: 2, of: 3 });
  expect(last.job).toMatchObject({ kind: 'rebuild', state: 'open', step: 'results', done: 0 });
  expect(last.job.tally).toEqual({ ...NO_ROWS, added: 3 });
  const told = await send(world, file, { section: 'passes', from: 2, of: 3 });
  expect(told.job).toEqual(last.job);
});

test('rows after a gap are not taken', async () => {
  const { world, file } = await before();
  const of = file.rows.length;
  await send(world, file, { section: 'results', of });
  const gap = send(world, file, { section: 'passes', from: 3, of });
  await expect(gap).rejects.toMatchObject({ code: 'conflict' });
  expect(world.store.all('pass')).toEqual([]);
});

test('a file that is through and is only being shown can be taken in from its first row again', async () => {
  const { world, file } = await before();
  const { job } = await send(world, file, { section: 'results' });
  expect(job.kind).toBe('rebuild');
  const again = await send(world, file, { section: 'results', of: 9 });
  expect(again.job).toMatchObject({ kind: 'import', state: 'open', done: 2, step: 'rows' });
});

test('a file with settings gives the project its place in the round, and the gate its table', async () => {
  const { world, file } = await before();
  const gate = () => world.site.projects.get(PROJECT)?.properties.get('ladder-gate');
  await send(world, file, { section: 'results' });
  expect([await world.ports.scans.read(PROJECT), gate()]).toEqual([null, undefined]);
  await send(world, file, { section: 'settings' });
  const scan = await world.ports.scans.read(PROJECT);
  expect(scan).toMatchObject({ on: false, dueAt: Date.parse('2026-06-10T02:00:00Z') });
  expect(gate()).toBeDefined();
});

test('a project that had its turn today is not due again before tomorrow', async () => {
  const world = await filled(FULL);
  const { file } = await exported(world);
  const { scans } = world.ports;
  await scans.lease(PROJECT, 'a run', START, 900_000);
  const day = '2026-06-10';
  const found = { listed: 0, changed: 0, warned: 0, candidates: 0, differ: 0 };
  await scans.finish(PROJECT, 'a run', START, {
    outcome: { lastAt: START, lastDay: day, ...found },
    snapshot: { projectId: PROJECT, day, asked: 0, own: 0, parent: 0, warned: 0, candidates: 0 },
  });
  await take(world, file);
  expect((await scans.read(PROJECT))?.dueAt).toBe(Date.parse('2026-06-11T02:00:00Z'));
});

test('a gate that Jira does not take stops no import; who looks after the app is told', async () => {
  const { world, file } = await before();
  const { projects, log } = world.ports;
  const said: unknown[] = [];
  log.error = (message, _error, fields) => said.push([message, fields]);
  projects.publishGate = async () => {
    throw failure('forbidden');
  };
  const { job } = await send(world, file, { section: 'settings' });
  expect(job.kind).toBe('rebuild');
  expect(said).toEqual([['gate not published', { projectId: PROJECT }]]);
});

test('Jira is asked about each item that rows name once, and about nothing else', async () => {
  const { world, file } = await before();
  const { items } = world.ports;
  const asked: string[][] = [];
  const { inProject } = items;
  items.inProject = (projectId, ids) => (asked.push([...ids].sort()), inProject(projectId, ids));
  await send(world, file, { section: 'acts' });
  await send(world, file, { section: 'readings' });
  const torn = { key: idOf(2), value: { projectId: PROJECT, itemId: idOf(2) } };
  await world.means.call('data.check', {
    ...{ projectId: PROJECT, section: 'results', goalIds: [], rows: [torn] },
  });
  expect(asked.flat()).toEqual([idOf(0), idOf(1)]);
});

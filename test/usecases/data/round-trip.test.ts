// Everything goes out, away and in again, and is as before: whatever there was, and wherever the page
// was closed meanwhile.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY_MS } from '../../../src/domain/days';
import { createDataWorld, ME, PROJECT, START, type DataWorld } from '../../support/data-world';
import { dataState, idOf } from '../../support/data-states';
import {
  erase,
  exported,
  filled,
  FULL,
  keptOf,
  leftOf,
  linesOf,
  nothing,
  propertiesOf,
  take,
  WATCHER,
} from '../../support/data-trips';
import { forgottenOn } from '../../../src/usecases/notices/forgotten-on';
import { checkFile } from '../../../static/src/surfaces/settings/data/import-run';

test('whatever a project keeps is the same after export, erase and import', async () => {
  await fc.assert(
    fc.asyncProperty(dataState, async (state) => {
      const world = await filled(state);
      const before = { shown: propertiesOf(world), ...(await exported(world)) };
      const kept = keptOf(world);
      await erase(world);
      expect(leftOf(world)).toEqual([['act', expect.any(String), 'data.erase']]);
      const bare = propertiesOf(world);
      expect(bare.items.every(([, properties]) => properties?.length === 0)).toBe(true);
      expect(bare.gate).toBeUndefined();
      await take(world, before.file);
      expect(propertiesOf(world)).toEqual(before.shown);
      expect(linesOf((await exported(world)).text)).toEqual(linesOf(before.text));
      expect(keptOf(world)).toEqual(kept);
    }),
    { numRuns: 40 },
  );
});

test('a second import of the same file changes nothing', async () => {
  const world = await filled(FULL);
  const { text, file } = await exported(world);
  const { tally } = await checkFile(world.means, WATCHER, PROJECT, file, nothing);
  expect(tally).toEqual({ added: 0, same: file.rows.length, replaced: 0, kept: 0, refused: 0 });
  await take(world, file, true);
  expect(linesOf((await exported(world)).text)).toEqual(linesOf(text));
});

/** Runs work that is broken off at its n-th call, for every n, each time taken up again. */
async function atEveryCall(
  run: (world: DataWorld) => Promise<void>,
  make: () => Promise<DataWorld>,
) {
  const ends: unknown[] = [];
  for (let at = 1; ; at += 1) {
    const world = await make();
    let count = 0;
    world.setBetween(() => {
      count += 1;
      if (count === at) throw new Error('the page was closed');
    });
    const closed = await run(world).then(
      () => false,
      () => true,
    );
    world.setBetween(nothing);
    if (!closed) return ends;
    await run(world);
    ends.push({ shown: propertiesOf(world), lines: linesOf((await exported(world)).text) });
  }
}

test('an import that is broken off at any call comes to the same end', async () => {
  const source = await filled(FULL);
  const { file } = await exported(source);
  const empty = async () => {
    const world = await filled(FULL);
    await erase(world);
    return world;
  };
  const whole = await empty();
  await take(whole, file);
  const wanted = { shown: propertiesOf(whole), lines: linesOf((await exported(whole)).text) };
  const ends = await atEveryCall((world) => take(world, file), empty);
  expect(ends.length).toBeGreaterThan(20);
  for (const end of ends) expect(end).toEqual(wanted);
});

test('an erasure that is broken off at any call comes to the same end, with one act', async () => {
  let left: unknown[] = [];
  const ends = await atEveryCall(
    async (world) => {
      const { job } = await world.means.call('data.open', { projectId: PROJECT });
      const isOpen = job?.kind === 'erase' && job.state === 'open';
      if (job?.state !== 'done') await erase(world, !isOpen);
      left = leftOf(world);
      expect(left).toEqual([['act', expect.any(String), 'data.erase']]);
    },
    () => filled(FULL),
  );
  expect(ends.length).toBeGreaterThan(3);
});

test('tasks of Jira’s that come to nothing are begun again, and not for ever', async () => {
  const world = await filled(FULL);
  world.failTasks(7);
  await erase(world);
  expect(propertiesOf(world).items.every(([, properties]) => properties?.length === 0)).toBe(true);
  const other = await filled(FULL);
  other.failTasks(1_000);
  await expect(erase(other)).rejects.toMatchObject({ code: 'limit_reached' });
  other.failTasks(0);
  await erase(other, false);
  expect(leftOf(other)).toEqual([['act', expect.any(String), 'data.erase']]);
});

test('flags of a file that Jira is slow with, or drops, come to the items all the same', async () => {
  const world = await filled(FULL);
  const before = { shown: propertiesOf(world), ...(await exported(world)) };
  await erase(world);
  world.failTasks(2);
  const asked = world.calls.filter((name) => name === 'data.items').length;
  await take(world, before.file);
  expect(propertiesOf(world)).toEqual(before.shown);
  // Begun three times, each looked at, and the rows noted.
  expect(world.calls.filter((name) => name === 'data.items').length - asked).toBe(7);
});

test('an erasure waits until a scan that runs is over, and nothing is written after it', async () => {
  const world = await filled(FULL);
  const { ports, means } = world;
  await ports.scans.lease(PROJECT, 'a run', ports.clock.now(), 900_000);
  const { job } = await means.call('data.erase', { projectId: PROJECT, begin: true });
  expect(job).toMatchObject({ state: 'open', step: 'round', waits: true });
  expect(await ports.scans.read(PROJECT)).not.toBeNull();
  await ports.scans.release(PROJECT, 'a run');
  await erase(world, false);
  expect(leftOf(world)).toEqual([['act', expect.any(String), 'data.erase']]);
});

test('an answer that is saved while the project is erased goes as well', async () => {
  const world = await filled(FULL);
  let isLate = true;
  const { page } = world.ports.data;
  world.ports.data.page = (projectId, section, ...rest) => {
    const item = world.site.items.get(idOf(0));
    if (isLate && section === 'acts' && item) {
      isLate = false;
      world.jira.write(item, 'ladder-answer', '{"v":1,"state":"answered","why":"run"}', ME);
    }
    return page(projectId, section, ...rest);
  };
  await erase(world);
  expect(isLate).toBe(false);
  expect(propertiesOf(world).items.every(([, properties]) => properties?.length === 0)).toBe(true);
});

test('what stands otherwise is kept or replaced, and acts are never replaced', async () => {
  const world = await filled(FULL);
  const { file } = await exported(world);
  const kept = await world.ports.results.read(idOf(0));
  if (!kept?.given) throw new Error('no result');
  const changed = { ...kept, writes: 2, rev: 2, given: { ...kept.given, note: 'later' } };
  await world.ports.results.save(idOf(0), PROJECT, changed, 1, null);
  const [act] = world.store.all('act');
  await world.store.driver.set('act', act?.key ?? '', { ...act?.value, by: 'acc-other' });
  const looked = await checkFile(world.means, WATCHER, PROJECT, file, nothing);
  expect(looked.tally.kept).toBe(2);
  await take(world, file);
  expect((await world.ports.results.read(idOf(0)))?.given?.note).toBe('later');
  await take(world, file, true);
  expect((await world.ports.results.read(idOf(0)))?.given?.note).toBe('because "so"');
  expect((await world.store.driver.get('act', act?.key ?? '')) as object).toMatchObject({
    by: 'acc-other',
  });
});

test('nothing about items that the reader does not see goes out', async () => {
  const world = await filled(FULL);
  const item = world.site.items.get(idOf(0));
  if (item) item.visibleTo = ['acc-other'];
  const { text, file } = await exported(world);
  expect(text).not.toContain(`"${idOf(0)}"`);
  // Its result, its decision, its revision, and two acts.
  expect(file.header.hidden).toBe(5);
});

test('an import is known by its acts, and an interrupted one says how far it is', async () => {
  const world = await filled(FULL);
  const { file } = await exported(world);
  await erase(world);
  let parts = 0;
  world.setBetween((name, when) => {
    if (name === 'data.import' && when === 'before' && (parts += 1) === 4)
      throw new Error('closed');
  });
  await expect(take(world, file)).rejects.toThrow('closed');
  world.setBetween(nothing);
  const { job } = await world.means.call('data.open', { projectId: PROJECT });
  expect(job).toMatchObject({ kind: 'import', state: 'open', file: file.id, by: ME });
  expect(job?.done).toBeGreaterThan(0);
  expect(job?.done).toBeLessThan(file.rows.length);
  await take(world, file);
  const acts = world.store.all('act').filter(({ value }) => value['kind'] === 'data.import');
  expect(acts).toHaveLength(2);
});

test('an erasure, or a file where nothing was, forgets who was told; a file besides does not', async () => {
  const world = await filled(FULL);
  const { file } = await exported(world);
  const day = async ({ ports }: DataWorld) =>
    forgottenOn(ports, await ports.settings.load(PROJECT));
  await take(world, file);
  expect(await day(world)).toBe(null);
  await erase(world);
  await world.ports.sleep(3 * DAY_MS);
  await take(world, file);
  expect(await day(world)).toBe('2026-06-10');
  const fresh = createDataWorld();
  fresh.addItem(idOf(0));
  await take(fresh, file);
  await fresh.ports.sleep(3 * DAY_MS);
  await take(fresh, { ...file, id: 'b'.repeat(32) });
  expect(await day(fresh)).toBe('2026-06-10');
});

test('an act of a file that is dated in the future is refused', async () => {
  const { means } = await filled(FULL);
  const { rows } = await means.call('data.read', { projectId: PROJECT, section: 'acts' });
  const [row] = rows;
  if (!row) throw new Error('no act');
  const dated = (at: number) => ({
    key: `${PROJECT}:${String(at).padStart(15, '0')}:x`,
    value: {
      ...row.value,
      at: new Date(at).toISOString(),
      body: { ...(row.value['body'] as object), at },
    },
  });
  const look = { projectId: PROJECT, section: 'acts' as const, goalIds: [] };
  const both = [dated(START), dated(START + DAY_MS)];
  const { refused } = await means.call('data.check', { ...look, rows: both });
  expect(refused.map(({ at }) => at)).toEqual([1]);
});

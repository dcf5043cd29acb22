// What a project's erasure does step by step, and what its job and its act say of it.
import { expect, test } from '@jest/globals';
import { STORED_SECTIONS } from '../../../src/domain/data';
import { DAY_MS } from '../../../src/domain/days';
import { forgottenOn } from '../../../src/usecases/notices/forgotten-on';
import { ME, PROJECT, START, type DataWorld } from '../../support/data-world';
import { idOf } from '../../support/data-states';
import { filled, FULL, propertiesOf } from '../../support/data-trips';
import { changeBacklog, failure, watchPages } from './changed-ports';

const BARE = { ...FULL, items: [] };

const step = async ({ means }: DataWorld, begin = false) =>
  (await means.call('data.erase', { projectId: PROJECT, begin })).job;

/** Calls until it is done, at most twenty times. */
async function goOn(world: DataWorld, begin = true) {
  let job = await step(world, begin);
  for (let calls = 1; calls < 20 && job.state === 'open'; calls += 1) job = await step(world);
  return job;
}

async function countAll({ means }: DataWorld) {
  let sum = 0;
  for (const section of STORED_SECTIONS)
    sum += (await means.call('data.count', { projectId: PROJECT, section })).count;
  return sum;
}

const actOf = ({ store }: DataWorld) =>
  store.all('act').map(({ value: { body, subject, kind, by } }) => ({ body, subject, kind, by }));

const dayOf = async ({ ports }: DataWorld) =>
  forgottenOn(ports, await ports.settings.load(PROJECT));

test('where items show nothing one call erases all; the act says how many records are gone', async () => {
  const world = await filled(BARE);
  changeBacklog(world, () => ({
    beginBare: async () => {
      throw failure('invalid_input');
    },
  }));
  const records = await countAll(world);
  expect(records).toBeGreaterThan(5);
  const job = await step(world, true);
  expect(job).toMatchObject({ state: 'done', step: null, waits: false, file: '' });
  expect(job).toMatchObject({ done: records, items: 0 });
  const body = { v: 1, before: null, after: { records, items: 0 } };
  expect(actOf(world)).toEqual([{ subject: 'data', kind: 'data.erase', by: ME, body }]);
  expect(await world.ports.scans.read(PROJECT)).toBeNull();
});

test('while Jira works on items nothing else happens, and what is over is not asked about again', async () => {
  const world = await filled(FULL);
  const begun: string[][] = [];
  const asked: string[] = [];
  const slow = new Set<string>();
  changeBacklog(world, (real) => ({
    async beginBare(ids) {
      const tasks = await real.beginBare(ids);
      begun.push([...ids]);
      slow.add(tasks.at(-1) ?? '');
      return tasks;
    },
    isOver: async (task) => (asked.push(task), !slow.has(task)),
  }));
  const waiting = { state: 'open', step: 'properties', waits: true, items: 3 };
  expect(await step(world, true)).toMatchObject(waiting);
  expect(asked).toEqual([]);
  expect(await step(world)).toMatchObject(waiting);
  expect(asked.length).toBeGreaterThan(2);
  expect(new Set(asked).size).toBe(asked.length);
  asked.length = 0;
  expect(await step(world)).toMatchObject(waiting);
  expect(asked).toEqual([...slow]);
  slow.clear();
  expect(await step(world)).toMatchObject({ state: 'done', waits: false, items: 3 });
  expect(begun).toEqual([[idOf(0), idOf(1), idOf(2)]]);
});

test('items come in pages, some of them empty, and Jira’s search lags: each is bared once', async () => {
  const world = await filled(FULL);
  const pages = [[idOf(0)], [], [idOf(1)], [idOf(2)]];
  changeBacklog(world, () => ({
    async ids(_projectId, _clause, after) {
      const at = Number(after ?? '0');
      const ids = pages[at];
      if (!ids) throw failure('invalid_input');
      return { ids, next: at + 1 < pages.length ? String(at + 1) : null };
    },
  }));
  expect(await goOn(world)).toMatchObject({ state: 'done', items: 3 });
  for (const [, properties] of propertiesOf(world).items) expect(properties).toEqual([]);
});

test('a place in a search that Jira has forgotten is no place to stop', async () => {
  const world = await filled(FULL);
  changeBacklog(world, (real) => ({
    async ids(projectId, clause, after) {
      if (after !== null) throw failure('invalid_input');
      const [first] = (await real.ids(projectId, clause, null)).ids;
      return first === undefined ? { ids: [], next: null } : { ids: [first], next: 'gone' };
    },
  }));
  expect(await goOn(world)).toMatchObject({ state: 'done', items: 3 });
  for (const [, properties] of propertiesOf(world).items) expect(properties).toEqual([]);
});

test.each([
  ['at its beginning', null, 'invalid_input'],
  ['in the middle', 'p', 'forbidden'],
] as const)('what Jira refuses of a search %s is told', async (_where, place, code) => {
  const world = await filled(FULL);
  changeBacklog(world, () => ({
    async ids(_projectId, _clause, after) {
      if (after === place) throw failure(code);
      return { ids: [idOf(0)], next: place };
    },
  }));
  await expect(goOn(world)).rejects.toMatchObject({ code });
  const { job } = await world.means.call('data.open', { projectId: PROJECT });
  expect(job).toMatchObject({ state: 'open', step: 'properties' });
});

test('tasks that come to nothing are begun three more times before somebody is told', async () => {
  const world = await filled(FULL);
  let begun = 0;
  changeBacklog(world, (real) => ({ beginBare: (ids) => ((begun += 1), real.beginBare(ids)) }));
  world.failTasks(1_000);
  await expect(goOn(world)).rejects.toMatchObject({ code: 'limit_reached' });
  expect(begun).toBe(4);
});

test('a scan that began meanwhile is waited for before the settings go', async () => {
  const world = await filled(BARE);
  const { scans } = world.ports;
  let isOver = false;
  watchPages(world, async (section) => {
    if (section !== 'acts' || isOver) return;
    isOver = true;
    await scans.plan(PROJECT, true, START, () => START);
    await scans.lease(PROJECT, 'a run', START, DAY_MS);
  });
  const waiting = { state: 'open', step: 'settings', waits: true };
  expect(await step(world, true)).toMatchObject(waiting);
  expect(await step(world)).toMatchObject(waiting);
  expect(await world.ports.settings.load(PROJECT)).toMatchObject({ rev: 1 });
  await world.ports.sleep(2 * DAY_MS);
  expect(await step(world)).toMatchObject({ state: 'done' });
  // What was told while it waited is forgotten, too.
  expect(await dayOf(world)).toBe('2026-06-12');
});

test('while an erasure has taken no notes away, nobody is forgotten', async () => {
  const world = await filled(FULL);
  changeBacklog(world, () => ({ isOver: async () => false }));
  expect(await step(world, true)).toMatchObject({ step: 'properties' });
  expect(await step(world)).toMatchObject({ step: 'properties', waits: true });
  expect(await dayOf(world)).toBe(null);
});

test('who writes on an item again and again keeps no erasure from its end', async () => {
  const world = await filled(FULL);
  const item = world.site.items.get(idOf(0));
  watchPages(world, (section) => {
    if (section === 'acts' && item && !item.properties.has('ladder-answer'))
      world.jira.write(item, 'ladder-answer', '{"v":1,"state":"answered","why":"run"}', ME);
  });
  // The three items, and three times the one.
  expect(await goOn(world)).toMatchObject({ state: 'done', items: 6 });
});

test('a call takes about eight seconds, and the next one goes on', async () => {
  const world = await filled(BARE);
  let at = START;
  let pages = 0;
  world.ports.clock.now = () => at;
  watchPages(world, () => {
    pages += 1;
    at += 4_000;
  });
  expect(await step(world, true)).toMatchObject({ state: 'open', step: 'records', waits: false });
  expect(pages).toBe(2);
  await step(world);
  expect(pages).toBe(4);
  expect(await goOn(world, false)).toMatchObject({ state: 'done' });
});

test('what it asks of Jira counts in the hour’s budget, whether it comes to its end or not', async () => {
  for (const isRefused of [false, true]) {
    const world = await filled(FULL);
    const { points, clock } = world.ports;
    if (isRefused)
      changeBacklog(world, () => ({
        ids: async () => {
          throw failure('forbidden');
        },
      }));
    const before = (await points.read(clock.now())).spent;
    await step(world, true).catch(() => null);
    expect((await points.read(clock.now())).spent).toBeGreaterThan(before);
  }
});

test('records that queries show late, or still show, are taken away and counted once', async () => {
  const world = await filled(BARE);
  const records = await countAll(world);
  const { data } = world.ports;
  const { page } = data;
  // Acts as they were at first, two at a time.
  const shown = (await page(PROJECT, 'acts', null, 100)).values;
  let late = 0;
  data.page = async (projectId, section, after, limit) => {
    if (section === 'acts') {
      const from = Number(after?.split('|')[1] ?? '0');
      const to = from + 2;
      return { values: shown.slice(from, to), next: to < shown.length ? `at|${String(to)}` : null };
    }
    const found = await page(projectId, section, after, limit);
    if (section === 'readings' && (late += 1) === 1) {
      const [record] = found.values;
      const key = 'goal-0:2026-03-31';
      await world.store.driver.set('reading', key, { ...record?.value, day: '2026-03-31' });
    }
    return found;
  };
  expect(shown.length).toBeGreaterThan(2);
  const job = await goOn(world);
  expect(world.store.all('reading')).toEqual([]);
  expect(actOf(world).map(({ kind }) => kind)).toEqual(['data.erase']);
  expect(job).toMatchObject({ state: 'done', done: records + 1 });
});

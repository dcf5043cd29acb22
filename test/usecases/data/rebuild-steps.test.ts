// Showing again what storage holds: step by step, past what Jira refuses and what changes meanwhile.
import { expect, test } from '@jest/globals';
import { createDataWorld, PROJECT, START, type DataWorld } from '../../support/data-world';
import { idOf } from '../../support/data-states';
import { filled, FULL, propertiesOf } from '../../support/data-trips';
import { changeItems, failure, watchPages } from './changed-ports';

const step = async ({ means }: DataWorld, begin = true) =>
  (await means.call('data.rebuild', { projectId: PROJECT, begin })).job;

const SHOWN = ['result', 'decision', 'pass'] as const;
type Shown = (typeof SHOWN)[number];
const WRITES = { result: 'writeResult', decision: 'writeDecision', pass: 'writePass' } as const;
/** An item that has one. */
const ITEM: Record<Shown, string> = { result: idOf(0), decision: idOf(0), pass: idOf(1) };
const STEPS = { result: 'results', decision: 'decisions', pass: 'passes' } as const;

const shownOn = ({ site }: DataWorld, shown: Shown) =>
  site.items.get(ITEM[shown])?.properties.get(`ladder-${shown}`);

function wipe({ site }: DataWorld) {
  for (const { properties } of site.items.values())
    for (const shown of SHOWN) properties.delete(`ladder-${shown}`);
}

const keptOf = ({ ports }: DataWorld, shown: Shown) => {
  const { results, decisions, passes } = ports;
  return { result: results, decision: decisions, pass: passes }[shown].read(ITEM[shown]);
};

/** Marks a record as one that Jira has not taken yet. */
async function unshow({ ports }: DataWorld, shown: Shown) {
  const at = [ITEM[shown], PROJECT] as const;
  const { results, decisions, passes } = ports;
  const result = await results.read(at[0]);
  const decision = await decisions.read(at[0]);
  const pass = await passes.read(at[0]);
  if (shown === 'result' && result)
    await results.save(...at, { ...result, written: false, writes: 2 }, 1, null);
  if (shown === 'decision' && decision)
    await decisions.save(...at, { ...decision, written: false, rev: 2 }, 1, null);
  if (shown === 'pass' && pass)
    await passes.save(...at, { ...pass, written: false, rev: 2 }, 1, null);
}

/** So many of these writes on its item fail from now on. @returns how many were tried */
function refuse(world: DataWorld, shown: Shown, code: 'forbidden' | 'rate_limited', times: number) {
  let tried = 0;
  changeItems(world, (real) => ({
    async [WRITES[shown]](...all: [never, never]) {
      if (all[0] === ITEM[shown] && (tried += 1) <= times) throw failure(code);
      await real[WRITES[shown]](...all);
    },
  }));
  return () => tried;
}

test('one call brings everything back that a small project shows; no record is written anew', async () => {
  const world = await filled(FULL);
  const before = propertiesOf(world);
  const records = () => SHOWN.map((shown) => world.store.all(shown));
  const stood = records();
  wipe(world);
  world.site.projects.get(PROJECT)?.properties.delete('ladder-gate');
  const done = { kind: 'rebuild', state: 'done', step: null, done: 4, left: 0, file: '' };
  expect(await step(world)).toMatchObject(done);
  expect(propertiesOf(world)).toEqual(before);
  expect(records()).toEqual(stood);
});

test('a project without settings gets no gate', async () => {
  const world = createDataWorld();
  expect(await step(world)).toMatchObject({ state: 'done', done: 0 });
  expect(propertiesOf(world).gate).toBeUndefined();
});

test.each(SHOWN)('a %s that no item showed yet is shown, and marked so', async (shown) => {
  const world = await filled(FULL);
  const before = shownOn(world, shown);
  wipe(world);
  await unshow(world, shown);
  expect(await step(world)).toMatchObject({ state: 'done', left: 0 });
  expect(shownOn(world, shown)).toBe(before);
  expect(await keptOf(world, shown)).toMatchObject({ written: true });
});

test.each(SHOWN)('a %s that Jira refuses is counted, and holds nothing up', async (shown) => {
  const world = await filled(FULL);
  const before = propertiesOf(world);
  wipe(world);
  refuse(world, shown, 'forbidden', 1_000);
  expect(await step(world)).toMatchObject({ state: 'done', done: 4, left: 1 });
  expect(shownOn(world, shown)).toBeUndefined();
  const after = await filled(FULL);
  wipe(after);
  refuse(after, shown, 'forbidden', 1);
  expect(await step(after)).toMatchObject({ state: 'done', done: 4, left: 0 });
  expect(propertiesOf(after)).toEqual(before);
});

test.each(SHOWN)('where Jira asks to wait with a %s, it is not asked again', async (shown) => {
  for (const isShown of [true, false]) {
    const world = await filled(FULL);
    if (!isShown) await unshow(world, shown);
    const tried = refuse(world, shown, 'rate_limited', 1);
    await expect(step(world)).rejects.toMatchObject({ code: 'rate_limited' });
    expect(tried()).toBe(1);
    const { job } = await world.means.call('data.open', { projectId: PROJECT });
    expect(job).toMatchObject({ state: 'open', step: STEPS[shown] });
    expect(await step(world, false)).toMatchObject({ state: 'done', done: 4, left: 0 });
  }
});

/** Somebody says something else of the first item at each of so many writes. */
function overtake(world: DataWorld, times: number, written: boolean) {
  const { results } = world.ports;
  let count = 0;
  changeItems(world, (real) => ({
    async writeResult(itemId, result) {
      await real.writeResult(itemId, result);
      const kept = await results.read(itemId);
      if (itemId !== idOf(0) || !kept?.given || (count += 1) > times) return;
      const given = { ...kept.given, result: 'unclear' as const, note: `${String(count)}.` };
      const next = { ...kept, given, written, writes: kept.writes + 1 };
      await results.save(itemId, PROJECT, next, kept.writes, null);
    },
  }));
  return () => count;
}

test.each([true, false])('what somebody says meanwhile is shown in the end', async (written) => {
  const world = await filled(FULL);
  overtake(world, 2, written);
  expect(await step(world)).toMatchObject({ state: 'done', done: 4, left: 0 });
  expect(shownOn(world, 'result')).toContain('"unclear"');
  expect(await keptOf(world, 'result')).toMatchObject({ written: true, given: { note: '2.' } });
});

test('who says something again and again holds nothing up', async () => {
  const world = await filled(FULL);
  const count = overtake(world, 1_000, true);
  expect(await step(world)).toMatchObject({ state: 'done', done: 4 });
  expect(count()).toBeLessThan(15);
});

test('records come in pages; one that only a query still shows is not counted', async () => {
  const world = await filled(FULL);
  const before = propertiesOf(world);
  wipe(world);
  const { data } = world.ports;
  const { page } = data;
  data.page = async (projectId, section, after) => {
    const { values, next } = await page(projectId, section, after, 1);
    return { values: [...values, { key: '29999', value: {} }], next };
  };
  expect(await step(world)).toMatchObject({ state: 'done', done: 4, left: 0 });
  expect(propertiesOf(world)).toEqual(before);
});

test('a call takes about eight seconds, and the next one goes on', async () => {
  const world = await filled(FULL);
  let at = START;
  world.ports.clock.now = () => at;
  watchPages(world, () => {
    at += 8_000;
  });
  const job = await step(world);
  expect(job).toMatchObject({ state: 'open', step: 'decisions', done: 2 });
  expect((await step(world, false)).step).toBe('passes');
  expect((await step(world, false)).step).toBe('gate');
  expect(await step(world, false)).toMatchObject({ state: 'done', step: null, done: 4 });
});

test('what it asks of Jira counts in the hour’s budget, whether it comes to its end or not', async () => {
  for (const isRefused of [false, true]) {
    const world = await filled(FULL);
    const { points, clock } = world.ports;
    if (isRefused) refuse(world, 'pass', 'rate_limited', 1);
    const before = (await points.read(clock.now())).spent;
    await step(world).catch(() => null);
    expect((await points.read(clock.now())).spent).toBeGreaterThan(before);
  }
});

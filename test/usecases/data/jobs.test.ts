// The one piece of long work on a project's data: who may go on with it, and with tasks of Jira's.
import { expect, test } from '@jest/globals';
import { createDataWorld, ME, PROJECT, START, type DataWorld } from '../../support/data-world';
import { filled, FULL } from '../../support/data-trips';
import { changeBacklog, failure } from './changed-ports';

const call = async ({ means }: DataWorld, name: 'data.erase' | 'data.rebuild', begin: boolean) =>
  (await means.call(name, { projectId: PROJECT, begin })).job;

/** An erasure that waits for Jira, and how often items were begun. */
async function erasing() {
  const world = await filled(FULL);
  let begun = 0;
  let code: 'not_found' | 'rate_limited' | null = null;
  changeBacklog(world, (real) => ({
    beginBare: (ids) => ((begun += 1), real.beginBare(ids)),
    async isOver(task) {
      if (code !== null) throw failure(code);
      return real.isOver(task);
    },
  }));
  await call(world, 'data.erase', true);
  return { world, begun: () => begun, fail: (next: typeof code) => (code = next) };
}

test('before the first work there is none, and later it says who began it, when and what', async () => {
  const world = createDataWorld();
  const open = () => world.means.call('data.open', { projectId: PROJECT });
  expect(await open()).toEqual({ job: null });
  await call(world, 'data.rebuild', true);
  const { job } = await open();
  expect(job).toMatchObject({ kind: 'rebuild', state: 'done', by: ME, file: '', of: 0 });
  expect(job?.at).toBeGreaterThan(START);
});

test('nobody goes on with work that was never begun, is done, or has given way to other work', async () => {
  const conflict = { code: 'conflict' };
  for (const name of ['data.erase', 'data.rebuild'] as const) {
    const world = await filled(FULL);
    await expect(call(world, name, false)).rejects.toMatchObject(conflict);
    await call(world, 'data.rebuild', true);
    await expect(call(world, name, false)).rejects.toMatchObject(conflict);
  }
  const { world } = await erasing();
  await expect(call(world, 'data.rebuild', false)).rejects.toMatchObject(conflict);
  await call(world, 'data.rebuild', true);
  await expect(call(world, 'data.erase', false)).rejects.toMatchObject(conflict);
});

test('a task that Jira has forgotten keeps no erasure from its end', async () => {
  const { world, fail } = await erasing();
  fail('not_found');
  expect(await call(world, 'data.erase', false)).toMatchObject({ state: 'done', items: 3 });
});

test('where Jira only asks to wait, its tasks are not begun again', async () => {
  const { world, begun, fail } = await erasing();
  fail('rate_limited');
  await expect(call(world, 'data.erase', false)).rejects.toMatchObject({ code: 'rate_limited' });
  fail(null);
  expect(await call(world, 'data.erase', false)).toMatchObject({ state: 'done' });
  expect(begun()).toBe(1);
});

// Flags of a file: written by Jira's tasks, which the page asks about until they are over.
import { expect, test } from '@jest/globals';
import { NO_ROWS } from '../../../src/domain/data';
import { MESSAGES } from '../../../src/domain/messages';
import { createDataWorld, PROJECT } from '../../support/data-world';
import { idOf } from '../../support/data-states';
import { failure } from './changed-ports';

const FILE = 'a'.repeat(32);
const PART = { projectId: PROJECT, file: FILE, of: 9, from: 0, replace: false, tally: NO_ROWS };

const flagged = (at: number, since = '2026-06-01') => ({
  itemId: idOf(at),
  flag: { v: 1, flag: 'warned', reason: 'aged', since },
});
/** So many flags, each of another day. */
const different = (count: number) =>
  Array.from({ length: count }, (_none, at) => flagged(at, `2026-06-0${String(at + 1)}`));

/** A Jira whose tasks are over when they are told to be. */
function slowly() {
  const world = createDataWorld();
  for (const at of [0, 1, 2, 3, 4, 5]) world.addItem(idOf(at));
  const { backlog } = world.ports;
  const begun: string[][] = [];
  const asked: string[] = [];
  const over = new Set<string>();
  const { beginFlag } = backlog;
  backlog.beginFlag = async (ids, flag) => {
    await beginFlag(ids, flag);
    begun.push([...ids]);
    return `task ${String(begun.length)}`;
  };
  backlog.isOver = async (task) => (asked.push(task), over.has(task));
  const ask = (flags: ReturnType<typeof flagged>[], more: object = {}) =>
    world.means.call('data.items', { ...PART, flags, ...more });
  return { world, backlog, begun, asked, over, ask };
}

test('the same flag for several items is one task; five different ones go at once', async () => {
  const { world, begun, ask } = slowly();
  await ask([flagged(0), flagged(1), flagged(2, '2026-06-02')]);
  expect(begun).toEqual([[idOf(0), idOf(1)], [idOf(2)]]);
  await ask(different(5));
  expect(begun).toHaveLength(7);
  await expect(ask(different(6))).rejects.toMatchObject({ code: 'invalid_input' });
  expect(world.site.items.get(idOf(4))?.properties.get('ladder-flag')).toContain('2026-06-05');
});

test('a task that is over is not asked about again, and flags are refused only at the end', async () => {
  const { asked, over, ask } = slowly();
  const flags = [...different(2), { ...flagged(3), itemId: '99999' }];
  const refused = [{ at: 2, why: MESSAGES.data.row.item }];
  expect(await ask(flags)).toMatchObject({ job: { waits: true }, refused });
  over.add('task 1');
  expect(await ask(flags)).toMatchObject({ job: { waits: true }, refused: [] });
  expect(asked).toEqual(['task 1', 'task 2']);
  over.add('task 2');
  expect(await ask(flags)).toMatchObject({ job: { waits: false }, refused });
  expect(asked).toEqual(['task 1', 'task 2', 'task 2']);
});

test('flags that were cleared since they were written are written again when they are asked for', async () => {
  const { world, over, ask } = slowly();
  const shown = () => world.site.items.get(idOf(0))?.properties.get('ladder-flag');
  await ask([flagged(0)]);
  over.add('task 1');
  expect(await ask([flagged(0)])).toMatchObject({ job: { waits: false } });
  const written = shown();
  expect(written).toContain('2026-06-01');
  // The page stopped before it sent how its rows came out, and goes on another day.
  world.site.items.get(idOf(0))?.properties.delete('ladder-flag');
  await ask([flagged(0)]);
  expect(shown()).toBe(written);
});

test('where Jira is done at once nothing is waited for', async () => {
  const { world, backlog, ask } = slowly();
  const { beginFlag } = backlog;
  backlog.beginFlag = (ids, flag) => beginFlag(ids, flag).then(() => null);
  expect((await ask([flagged(0)])).job.waits).toBe(false);
  const { job } = await world.means.call('data.open', { projectId: PROJECT });
  expect(job).toMatchObject({ kind: 'import', waits: false });
});

test('a task that comes to nothing is told, and the same flags are begun again', async () => {
  const { world, backlog, begun, ask } = slowly();
  await ask([flagged(0)]);
  const { isOver } = backlog;
  backlog.isOver = async () => {
    throw failure('not_found');
  };
  await expect(ask([flagged(0)])).rejects.toMatchObject({ code: 'jira_unavailable' });
  const { job } = await world.means.call('data.open', { projectId: PROJECT });
  expect(job).toMatchObject({ state: 'open', waits: false });
  backlog.isOver = isOver;
  expect((await ask([flagged(0)])).job.waits).toBe(true);
  expect(begun).toHaveLength(2);
});

test('items count by how they ended, and flags that come after the last row are not begun', async () => {
  const { begun, ask } = slowly();
  const tally = { added: 1, same: 2, replaced: 4, kept: 8, refused: 16 };
  const first = await ask([], { of: 40, tally });
  expect(first.job).toMatchObject({ kind: 'import', done: 31, tally });
  const none = await ask([], { of: 40, from: 31 });
  expect(none.job).toMatchObject({ kind: 'import', done: 31, tally });
  const more = { of: 40, from: 31, tally: { ...NO_ROWS, same: 9 } };
  expect((await ask([], more)).job).toMatchObject({
    kind: 'rebuild',
    tally: { ...tally, same: 11 },
  });
  expect(await ask([flagged(0)], more)).toMatchObject({ job: { kind: 'rebuild' }, refused: [] });
  expect(begun).toEqual([]);
});

// What the panel opens with, beside what the page reads from Jira itself.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  addGoal,
  answerFor,
  issue,
  NOW,
  OTHER_PROJECT,
  startLoop,
  TYPE,
  type Loop,
} from '../support/loop';

let loop: Loop;
let goal: string;
const id = (number: number) => String(10_000 + number);

beforeAll(async () => {
  loop = await startLoop([
    issue(1, { typeId: TYPE.epic, summary: 'Checkout redesign' }),
    issue(2, { parentId: id(1) }),
    issue(3, { typeId: TYPE.epic, visibleTo: ['acc-po'] }),
    issue(4, { parentId: id(3) }),
    issue(5, { parentId: '19999' }),
    issue(6),
    issue(7),
    issue(8),
    issue(9),
    issue(10, { typeId: TYPE.subtask, parentId: id(9) }),
    // The parent is gone.
    issue(11, { parentId: '10404' }),
  ]);
  goal = await addGoal(loop);
}, 60_000);
afterAll(() => loop.close());

const open = (as: 'admin' | 'po' | 'dev' | 'viewer', number: number) =>
  loop.call(as, 'item.open', { itemId: id(number) });
const save = (number: number, more: object = {}, seen: string | null = null) =>
  loop.call('dev', 'answer.save', {
    itemId: id(number),
    seen,
    answer: { ...answerFor(goal), ...more },
  });

test('an item without anything opens with goals, rules and nothing else', async () => {
  expect(await open('dev', 6)).toMatchObject({
    itemId: id(6),
    projectId: '1',
    today: '2026-06-10',
    goals: [{ id: goal, active: true }],
    result: null,
    parent: null,
    draft: null,
    dismissed: [],
    pass: null,
    outsideSince: null,
    may: { edit: true, giveResult: true },
  });
});

test('the parent comes with its answer and its result, as they stand', async () => {
  const { answer } = await save(1);
  expect((await open('viewer', 2)).parent).toEqual({
    id: id(1),
    key: 'SHOP-1',
    summary: 'Checkout redesign',
    answer,
    result: null,
  });
  const junk = { v: 9, anything: ['at', 'all'] };
  await loop.rest('dev', 'PUT', '/issue/SHOP-1/properties/ladder-result', junk);
  expect((await open('viewer', 2)).parent).toMatchObject({ answer, result: junk });
});

test('a parent that is hidden, gone or in another project is none', async () => {
  expect((await open('po', 4)).parent).toMatchObject({ id: id(3) });
  for (const as of ['dev', 'viewer', 'admin'] as const)
    expect((await open(as, 4)).parent).toBeNull();
  expect((await open('dev', 11)).parent).toBeNull();
  expect((await open('dev', 5)).parent).toBeNull();
});

test('the parent of a sub-task is the item that it belongs to', async () => {
  expect((await open('dev', 10)).parent).toMatchObject({ id: id(9) });
});

test('a change past Ladder is noticed at the next look, and since when it may have been', async () => {
  const { seen, answer } = await save(7);
  expect((await open('po', 7)).outsideSince).toBeNull();
  const path = '/issue/SHOP-7/properties/ladder-answer';
  await loop.rest('dev', 'PUT', path, { ...answer, by: 'elsewhere' });
  const { outsideSince } = await open('po', 7);
  expect(outsideSince).toBeGreaterThanOrEqual(NOW);
  await loop.rest('dev', 'DELETE', path);
  expect((await open('po', 7)).outsideSince).toBe(outsideSince);
  // What it was before is no change.
  await loop.rest('dev', 'PUT', path, answer);
  expect((await open('po', 7)).outsideSince).toBeNull();
  await save(7, { by: 'again' }, seen);
  expect((await open('po', 7)).outsideSince).toBeNull();
});

test('an answer that Ladder never saved came with the item, and is nothing to wonder about', async () => {
  await loop.rest('dev', 'PUT', '/issue/SHOP-8/properties/ladder-answer', {
    v: 1,
    ...answerFor(goal),
    state: 'answered',
  });
  expect((await open('dev', 8)).outsideSince).toBeNull();
});

test('what lies in storage unreadable, or from a later version, does not keep the item from opening', async () => {
  const record = (key: string, kind: string, body: unknown) => {
    const fields = { projectId: '1', owner: 'acc-dev', kind, subject: id(6), rev: 1, at: '' };
    loop.host.storage.setEntity('draft', key, { ...fields, body });
  };
  record(`answer:${id(6)}:acc-dev`, 'answer', { v: 2, texts: 'later' });
  record(`hints:${id(6)}:acc-dev`, 'hints', { v: 1, hints: ['to-do', 'a-later-hint'] });
  expect(await open('dev', 6)).toMatchObject({ draft: null, dismissed: ['to-do'] });
});

test('an item of another project opens with that project’s goals', async () => {
  const other = await loop.call('viewer', 'item.open', { itemId: '19999' });
  expect(other).toMatchObject({ projectId: OTHER_PROJECT, goals: [], may: { edit: false } });
});

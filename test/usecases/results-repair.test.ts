// Showing again what Jira has not taken, over the local host: part by part, and nothing that a form
// has to know of.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Payload } from '../../src/contract/procedures';
import { repairSeen } from '../../src/usecases/repair';
import { addGoal, answerFor, issue, PROJECT, startLoop, STATUS, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

const DONE = { statusId: STATUS.done, resolutionId: '1' };
const NUMBERS = [1, 2, 3, 21, 22];
const id = (number: number) => String(10_000 + number);
const READ_ONLY = { 'jira.issue.editable': 'false' };

let loop: Loop;
let goal: string;
let next = 0;
let itemId = '';

beforeAll(async () => {
  next = 0;
  loop = await startLoop(NUMBERS.map((number) => issue(number, DONE)));
  goal = await addGoal(loop);
}, 60_000);
afterAll(() => loop.close());
beforeEach(async () => {
  close({});
  itemId = id((next += 1));
  await loop.call('dev', 'answer.save', { itemId, seen: null, answer: answerFor(goal) });
});

const close = (properties: Record<string, string>) =>
  loop.host.jira.site.setStatusProperties(PROJECT, STATUS.done, properties);
const give = (more: Partial<Payload<'result.give'>> = {}) =>
  loop.call('dev', 'result.give', { itemId, result: 'moved', rev: 0, ...more });

test('showing a result again is nothing that a form has to know of', async () => {
  close(READ_ONLY);
  const { rev } = await give();
  close({});
  await loop.call('po', 'results.repair', { projectId: PROJECT });
  const again = await give({ result: 'flat', rev });
  expect(again).toMatchObject({ written: true, given: { result: 'flat' }, rev: rev + 1 });
  expect(await loop.refusal('dev', 'result.give', { itemId, result: 'moved', rev })).toMatchObject({
    code: 'conflict',
    details: { given: { result: 'flat' } },
  });
});

test('a repair goes on from call to call, item after item, and says how many are still to be tried', async () => {
  close(READ_ONLY);
  await give();
  for (const other of [21, 22]) {
    const save = { itemId: id(other), seen: null, answer: answerFor(goal) };
    close({});
    await loop.call('dev', 'answer.save', save);
    close(READ_ONLY);
    await give({ itemId: id(other) });
  }
  const app = appPorts(loop);
  const seen = async (ids: readonly string[]) => new Set(ids);
  const ports = { ...app, rights: { ...app.rights, seen } };
  const told = [];
  let after: string | undefined;
  do {
    const part = await repairSeen(ports, 'acc-po', { projectId: PROJECT, after }, { items: 2 });
    told.push(part);
    after = part.next ?? undefined;
  } while (after !== undefined && told.length < 5);
  expect(told).toEqual([
    { written: 0, left: 2, next: id(21), remaining: 1 },
    { written: 0, left: 1, next: null, remaining: 0 },
  ]);
  close({});
  // What takes its time ends the call, not the round.
  let now = 0;
  const slow = { ...ports, clock: { now: () => (now += 60_000) } };
  expect(await repairSeen(slow, 'acc-po', { projectId: PROJECT })).toEqual({
    written: 1,
    left: 0,
    next: itemId,
    remaining: 2,
  });
  expect(await loop.call('po', 'results.repair', { projectId: PROJECT, after: itemId })).toEqual({
    written: 2,
    left: 0,
    next: null,
    remaining: 0,
  });
});

test('what somebody wrote over a result on the item is mended when the item is looked at', async () => {
  await give({});
  const path = `/issue/${itemId}/properties/ladder-result`;
  const shown = async () =>
    ((await loop.rest('dev', 'GET', path)).json as { value: unknown }).value;
  const before = await shown();
  for (const junk of [
    '<b>junk',
    { v: 1, result: 'flat', evidence: 'judged', at: '2026-01-01' },
    // Storage, which this version can read, knows nothing of a later one.
    { v: 2, result: 'moved' },
  ]) {
    await loop.rest('dev', 'PUT', path, junk);
    expect(await shown()).toEqual(junk);
    const opened = await loop.call('viewer', 'item.open', { itemId });
    expect(opened.result?.given?.result).toBe('moved');
    expect(await shown()).toEqual(before);
  }
});

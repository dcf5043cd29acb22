// Ways past the gate: which of them Jira closes, which stay open, and where what came through shows (A19).
// What a clone, a move or an automation rule leaves is made here as Jira leaves it: no rule of the workflow
// is asked for the first two, and the third is a move like any other.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MESSAGES } from '../../src/domain/messages';
import {
  addGoal,
  answerFor,
  issue,
  NOW,
  setRules,
  startLoop,
  STATUS,
  type Loop,
  type Person,
} from '../support/loop';

const FAR = { until: '2099-01-01', untilAt: Date.parse('2099-01-01T00:00:00Z') };
const [BY_HAND, TORN, PASSED, MOVED] = [4, 5, 6, 50] as const;

let loop: Loop;
let whole: object;
beforeAll(async () => {
  loop = await startLoop([1, 2, 3, BY_HAND, TORN, PASSED].map((n) => issue(n)));
  const goal = await addGoal(loop);
  whole = { v: 1, ...answerFor(goal), state: 'answered' };
  await setRules(loop, { gate: 'block', scan: true });
}, 60_000);
afterAll(() => loop.close());

const put = (key: string, property: string, value: unknown) =>
  loop.rest('dev', 'PUT', `/issue/${key}/properties/${property}`, value);
const write = async (number: number, property: string, value: unknown) => {
  expect((await put(`SHOP-${number}`, property, value)).status).toBeLessThan(300);
};
const statusOf = async (number: number) => {
  const { json } = await loop.rest('admin', 'GET', `/issue/SHOP-${number}?fields=status`);
  return (json as { fields: { status: { id: string } } }).fields.status.id;
};
/** Starts work by the transition that the workflow has for it. */
const start = async (as: Person, number: number) => {
  const path = `/issue/SHOP-${number}/transitions`;
  const { json } = await loop.rest(as, 'GET', path);
  const { transitions } = json as { transitions: { id: string; to: { id: string } }[] };
  const id = transitions.find(({ to }) => to.id === STATUS.doing)?.id;
  return loop.rest(as, 'POST', path, { transition: { id } });
};
const flagOf = (number: number) => loop.property(number, 'ladder-flag');

test('one item after the other over REST, by an editor, a rule or an administrator: each is refused', async () => {
  for (const as of ['dev', 'po', 'admin'] as const)
    for (const number of [1, 2, 3])
      expect([as, number, await start(as, number)]).toMatchObject([
        as,
        number,
        { status: 400, json: { errorMessages: [MESSAGES.gate.none] } },
      ]);
  expect(await Promise.all([1, 2, 3].map(statusOf))).toEqual(Array(3).fill(STATUS.todo));
});

test('an answer, part of one or a pass that was written a second before opens the gate', async () => {
  await write(BY_HAND, 'ladder-answer', whole);
  const { by: _by, expect: _expect, checkBy: _checkBy, ...torn } = whole as Record<string, unknown>;
  await write(TORN, 'ladder-answer', torn);
  await write(PASSED, 'ladder-pass', { v: 1, ...FAR });
  for (const number of [BY_HAND, TORN, PASSED])
    expect([number, (await start('dev', number)).status]).toEqual([number, 204]);
});

test('a pass that nobody was given is listed with those that were, and without a reason', async () => {
  expect(await loop.count('viewer', 'ladderPassUntil is not EMPTY')).toBe(1);
  const itemIds = [`${10_000 + PASSED}`];
  expect(await loop.call('viewer', 'passes.read', { itemIds })).toEqual({ passes: [] });
});

/** An item of LAB with an answer of its own, as it lies in SHOP after a move into this status. */
const moveIn = (number: number, statusId: string) => {
  const answer = { ...whole, goal: 'goal-of-lab' };
  const properties = { 'ladder-answer': answer };
  loop.host.jira.site.addIssues([issue(number, { statusId, properties, categoryChanged: NOW })]);
};

test('what is moved in from another project is asked at its next start, not on its way', async () => {
  const { site } = loop.host.jira;
  site.deleteIssue('19999');
  moveIn(MOVED, STATUS.doing);
  expect(await loop.move(MOVED, STATUS.todo)).toBe(true);
  expect(await loop.move(MOVED, STATUS.doing)).toBe(MESSAGES.gate.goal);
  // Moved in where work goes on already, it meets no gate.
  moveIn(MOVED + 100, STATUS.doing);
});

test('a clone that has the properties of its model starts by its answer; what nobody decided on it goes', async () => {
  const fields = {
    ...{ project: { id: '1' }, issuetype: { id: '101' }, summary: 'CLONE - Item 4' },
  };
  const { json } = await loop.rest('dev', 'POST', '/issue', { fields });
  const { key } = json as { key: string };
  const number = Number(key.split('-')[1]);
  expect(await loop.move(number, STATUS.doing)).toBe(MESSAGES.gate.none);
  await write(number, 'ladder-answer', whole);
  await write(number, 'ladder-decision', { v: 1, decision: 'parked', until: FAR.until });
  const result = { v: 1, result: 'moved', evidence: 'measured', at: '2026-06-01' };
  await write(number, 'ladder-result', result);
  expect(await loop.move(number, STATUS.doing)).toBe(true);
  loop.host.jira.settle();
  await loop.scan();
  expect(await loop.property(number, 'ladder-decision')).toBeUndefined();
  expect(await loop.property(number, 'ladder-result')).toBeUndefined();
});

test('the nightly look finds what came through without an answer that counts', async () => {
  const aged = { flag: 'warned', reason: 'aged' };
  loop.host.jira.settle();
  loop.pass(91);
  await loop.scan();
  for (const number of [PASSED, MOVED + 100])
    expect([number, await flagOf(number)]).toMatchObject([number, aged]);
  // Search takes parts of an answer for a whole one, so that it is looked at only when its goal is over.
  expect(await flagOf(TORN)).toBeUndefined();
  loop.pass(30);
  await loop.scan();
  expect(await flagOf(TORN)).toMatchObject(aged);
  expect(await flagOf(BY_HAND)).toMatchObject({ reason: 'check' });
});

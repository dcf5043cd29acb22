// What the calls of one person can cost everybody: the points of each call, and what happens when they have
// used up the hour (A20). Ladder counts no calls of people; Forge lets each start 1,200 a minute:
// https://developer.atlassian.com/platform/forge/limits-invocation/
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  answerFor,
  issue,
  PROJECT,
  setRules,
  startLoop,
  writtenIn,
  type Loop,
} from '../support/loop';
import { answerOf, EVERYBODY, NAMES, type Who } from '../entry/calls';
import { addGoals, idOf, payloadNow, type Goals } from '../entry/payloads';

const HOUR = 3_600_000;
/**
 * Points at the dearest reading of Atlassian's prices, for this small site: to erase, to do anything else,
 * to be refused something where one may look, and where one may not. docs/threat-model.md says the last three.
 */
const MOST = { erased: 25, done: 16, refused: 11, unseen: 1 };

let loop: Loop;
let goals: Goals;
beforeEach(async () => {
  loop = await startLoop([issue(1), issue(2)]);
  goals = await addGoals(loop);
  await setRules(loop, { scan: true });
}, 60_000);
afterEach(() => {
  loop.host.forge.pump.start();
  return loop.close();
});

const call = async (who: Who, name: (typeof NAMES)[number]) => {
  const payload = (await payloadNow(loop, goals, name))({ itemId: idOf(1), projectId: PROJECT });
  loop.host.jira.resetLedger();
  const answer = await answerOf(loop, who, name, payload);
  return { code: answer.ok ? 'done' : answer.error.code, ...loop.host.jira.ledger().worst };
};

test('a call costs few points, and fewer the less its caller may', async () => {
  // What is ordered here would run beside the other calls.
  loop.host.forge.pump.stop();
  const dearest = { erased: 0, done: 0, refused: 0, unseen: 0 };
  for (const name of NAMES)
    for (const who of EVERYBODY) {
      const { code, points } = await call(who, name);
      const unseen = code === 'not_found' && ['outsider', 'unlicensed'].includes(who);
      const ended = code === 'done' ? (name === 'data.erase' ? 'erased' : 'done') : 'refused';
      const kind = unseen ? 'unseen' : ended;
      dearest[kind] = Math.max(dearest[kind], points);
      if (who === 'anonymous') expect([name, points]).toEqual([name, 0]);
    }
  for (const kind of ['erased', 'done', 'refused', 'unseen'] as const)
    expect([kind, dearest[kind] > MOST[kind], dearest[kind] > 0]).toEqual([kind, false, true]);
}, 120_000);

test('one person who uses up the hour stops others until the next, and nothing is half done', async () => {
  const { jira } = loop.host;
  loop.clock.set(loop.clock.now() + HOUR);
  jira.quota.limit(100);
  let calls = 0;
  while ((await call('viewer', 'project.open')).code === 'done') calls += 1;
  expect(calls).toBeGreaterThan(5);
  expect(calls).toBeLessThan(100);

  const written = writtenIn(loop);
  const save = { itemId: idOf(1), seen: null, answer: answerFor(goals.lasting) };
  expect(await loop.refusal('dev', 'answer.save', save)).toMatchObject({ code: 'rate_limited' });
  expect(writtenIn(loop)).toBe(written);
  // The numbers of the pages are asked by the browser, and that goes on.
  const count = { method: 'POST', path: '/rest/api/3/search/approximate-count', headers: {} };
  const caller = { principal: 'browser' as const, accountId: 'acc-viewer' };
  const body = JSON.stringify({ jql: 'project = SHOP' });
  expect((await jira.handle({ ...count, body, caller })).status).toBe(200);

  loop.clock.set(loop.clock.now() + HOUR);
  expect(await loop.call('dev', 'answer.save', save)).toMatchObject({ answer: { why: 'move' } });
  jira.quota.limit(null);
  await loop.scan();
  expect(loop.records('snapshot', 'by-project', [PROJECT])).toHaveLength(1);
});

test('who is not logged in, and who sends what no procedure takes, costs Jira nothing', async () => {
  for (const name of NAMES) {
    loop.host.jira.resetLedger();
    await answerOf(loop, 'anonymous', name, {});
    await answerOf(loop, 'viewer', name, {});
    expect([name, loop.host.jira.ledger().worst.points]).toEqual([name, 0]);
  }
});

// Erasing over the local Jira and its storage, with tasks that take their time.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addGoal, answerFor, issue, PROJECT, startLoop, type Loop } from '../../support/loop';

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop([issue(1), issue(2)]);
  const answer = answerFor(await addGoal(loop));
  for (const itemId of ['10001', '10002'])
    await loop.call('dev', 'answer.save', { itemId, seen: null, answer });
  loop.host.jira.settle();
}, 60_000);
afterAll(() => loop.close());

test('an erasure waits for Jira’s tasks, call by call, and leaves one act', async () => {
  let { job } = await loop.call('po', 'data.erase', { projectId: PROJECT, begin: true });
  for (let calls = 0; calls < 20 && job.state === 'open'; calls += 1) {
    loop.host.jira.settle();
    ({ job } = await loop.call('po', 'data.erase', { projectId: PROJECT, begin: false }));
  }
  expect(job).toMatchObject({ state: 'done', items: 2 });
  for (const number of [1, 2]) expect(await loop.property(number, 'ladder-answer')).toBeUndefined();
  const acts = loop.records('act', 'by-project', [PROJECT]);
  expect(acts.map(({ kind }) => kind)).toEqual(['data.erase']);
  const gate = await loop.rest('admin', 'GET', `/project/${PROJECT}/properties/ladder-gate`);
  expect(gate.status).toBe(404);
  const { goals, rev } = await loop.call('po', 'settings.open', { projectId: PROJECT });
  expect({ goals, rev }).toEqual({ goals: [], rev: 0 });
});

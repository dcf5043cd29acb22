// Rules of the local host: inputs held to the manifest, one run, one line of the audit log.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addGoal, startLoop, type Loop } from '../../support/loop';

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop();
  await addGoal(loop);
}, 60_000);
afterAll(() => loop.close());

const INPUTS = { project: 'SHOP', goal: 'Checkout conversion', value: '2.4' };

async function run(body: object) {
  const response = await fetch(`${loop.host.url}/local/automation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'po', action: 'ladder-reading', inputs: INPUTS, ...body }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test('a rule runs as its user and writes a line of the audit log', async () => {
  const outputs = { goal: 'Checkout conversion', day: '2026-06-10', value: 2.4, change: 'added' };
  expect(await run({})).toEqual({ status: 200, json: { status: 'success', errors: [], outputs } });
  expect(loop.host.forge.automation.log()[0]).toMatchObject({
    action: 'ladder-reading',
    user: 'The po',
    status: 'success',
    inputs: INPUTS,
    outputs,
  });
});

test('the log is empty on a new site', async () => {
  const other = await startLoop();
  await addGoal(other);
  const { automation } = other.host.forge;
  const user = other.host.jira.site.users()[0];
  if (!user) throw new Error('nobody');
  await automation.run(user, 'ladder-reading', INPUTS);
  expect(automation.log()).toHaveLength(1);
  await other.host.reset();
  expect(automation.log()).toEqual([]);
  await other.close();
});

test('what the app refuses fails the rule with its sentences', async () => {
  const { status, json } = await run({ as: 'viewer', inputs: { ...INPUTS, value: '3' } });
  expect(status).toBe(200);
  expect(json).toMatchObject({ status: 'failure', outputs: {} });
  expect(json['errors']).toEqual([expect.stringMatching(/^The owner of the goal/)]);
});

test.each([
  [{ as: 'nobody' }, 'there is no user "nobody"'],
  [{ action: 'ladder-other' }, 'no action "ladder-other"'],
  [{ inputs: { ...INPUTS, colour: 'red' } }, 'has no input "colour"'],
  [{ inputs: { ...INPUTS, toString: 'red' } }, 'has no input "toString"'],
  [{ inputs: { ...INPUTS, value: 2.4 } }, 'value: must be of the type string'],
  [{ inputs: { ...INPUTS, value: '' } }, 'Value is required.'],
  [{ inputs: 'SHOP' }, 'inputs: must be an object'],
  [{ inputs: { ...INPUTS, note: 'x'.repeat(100_001) } }, 'larger than 100 KB'],
])('a rule that cannot be saved is refused: %#', async (body, sentence) => {
  const before = loop.host.forge.automation.log().length;
  const { status, json } = await run(body);
  expect(status).toBe(400);
  expect(json).toMatchObject({ error: { message: expect.stringContaining(sentence) } });
  expect(loop.host.forge.automation.log()).toHaveLength(before);
});

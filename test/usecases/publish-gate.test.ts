// The gate's table in the night: what it becomes, and which refusals hold the night up.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JiraReply } from '../../src/adapters/jira/transport';
import { tryPublishGate } from '../../src/usecases/publish-gate';
import { PROJECT, startLoop, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop();
}, 60_000);
afterAll(() => loop.close());

/** Publishes what is not there yet, while Jira answers so; null for as it does. */
async function publish(answer: (() => JiraReply) | null) {
  await loop.rest('admin', 'DELETE', `/project/${PROJECT}/properties/ladder-gate`);
  const ports = appPorts(loop, ({ method }) => (method === 'PUT' && answer ? answer() : null));
  const logged: unknown[] = [];
  ports.log.error = (message, _cause, facts) => logged.push([message, facts]);
  const code = await tryPublishGate(ports, await ports.settings.load(PROJECT));
  return { code, logged };
}
const refusing = (status: number) => () => ({ status, header: () => null, text: async () => '{}' });

test('what Jira takes is no refusal', async () => {
  expect(await publish(null)).toEqual({ code: null, logged: [] });
});

test('a refusal that stays is told and logged, and the night goes on', async () => {
  expect(await publish(refusing(403))).toEqual({
    code: 'forbidden',
    logged: [['gate not published', { projectId: PROJECT }]],
  });
});

test.each([
  ['Jira is down', refusing(503), 'jira_unavailable'],
  ['somebody else writes it', refusing(409), 'conflict'],
])('where %s, another try may get past it', async (_what, answer, code) => {
  await expect(publish(answer)).rejects.toMatchObject({ code });
});

test('what nobody expected stops the night', async () => {
  const broken = () => {
    throw new TypeError('nobody expected this');
  };
  await expect(publish(broken)).rejects.toThrow('nobody expected this');
});

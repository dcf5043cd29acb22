// Conditions of a project's rules when they are saved once more, and what of a save Jira does not take.
import { expect, test } from '@jest/globals';
import type { Payload } from '../../src/contract/procedures';
import { MESSAGES } from '../../src/domain/messages';
import { saveGoal } from '../../src/usecases/save-goal';
import { goalInput, PROJECT, setRules } from '../support/loop';
import { appPorts } from './app-ports';
import { keepSettings, loop, open } from './settings-site';

type Rules = Payload<'rules.save'>['rules'];
const refusal = async (more: Partial<Rules>) => {
  const { rev, rules } = await open();
  return loop.refusal('po', 'rules.save', {
    projectId: PROJECT,
    rev,
    rules: { ...rules, ...more },
  });
};
const stream = (clause: string) => ({ id: 's1', name: 'Checkout', clause });

test('a condition that Jira does not take any more stays, and can be taken out; a new one has to be taken', async () => {
  const { rules } = await open();
  const streams = [stream('nothing = 1')];
  await keepSettings({ rules: { ...rules, streams, blocked: 'nothing = 2' } });
  await setRules(loop, { graceDays: 20 });
  expect((await open()).rules).toMatchObject({ graceDays: 20, streams });
  const refused = { code: 'invalid_input', message: MESSAGES.rules.notSaved };
  const other = await refusal({ streams: [stream('nothing = 3')] });
  expect(other).toMatchObject(refused);
  expect(Object.keys(other.fields ?? {})).toEqual(['rules.streams.0.clause']);
  expect(Object.keys((await refusal({ blocked: 'nothing = 4' })).fields ?? {})).toEqual([
    'rules.blocked',
  ]);
  await setRules(loop, { streams: [], blocked: null });
  expect((await open()).rules).toMatchObject({ streams: [], blocked: null });
});

test('a goal is kept where Jira does not take the gate’s table, and the log says of which project', async () => {
  const ports = appPorts(loop, ({ method }) =>
    method === 'PUT' ? { status: 403, header: () => null, text: async () => '{}' } : null,
  );
  const logged: unknown[] = [];
  ports.log.error = (message, _cause, facts) => logged.push([message, facts]);
  await saveGoal(ports, 'acc-po', { projectId: PROJECT, rev: 0, goal: goalInput() });
  expect((await open()).goals).toHaveLength(1);
  expect(logged).toEqual([['gate not published', { projectId: PROJECT }]]);
});

// Setup over the local Jira: what is in place, and who may put it in place.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Setup, SetupWorkflow } from '../../src/contract/setup';
import { MESSAGES } from '../../src/domain/messages';
import { addGoal, issue, PROJECT, setRules, startLoop, STATUS, type Loop } from '../support/loop';

let loop: Loop;
const TEAM = '3';

beforeAll(async () => {
  loop = await startLoop([issue(1)]);
  loop.host.jira.site.addProject({
    id: TEAM,
    key: 'TEAM',
    name: 'TEAM',
    style: 'next-gen',
    leadAccountId: 'acc-po',
    issueTypes: [{ id: '301', name: 'Story', hierarchyLevel: 0 }],
    statuses: [
      { id: '311', name: 'To Do', category: 'new' },
      { id: '312', name: 'In Progress', category: 'indeterminate' },
      { id: '313', name: 'Done', category: 'done' },
    ],
    components: [],
    roles: { 'acc-po': 'admin' },
    defaultRole: 'viewer',
  });
  await addGoal(loop);
  await setRules(loop, { gate: 'block' });
}, 60_000);
afterAll(() => loop.close());

function onlyWorkflow({ gate }: Setup): SetupWorkflow {
  if (!gate.known || !gate.workflows[0]) throw new Error(JSON.stringify(gate));
  return gate.workflows[0];
}
const look = (as: 'admin' | 'po' = 'admin', projectId = PROJECT) =>
  loop.call(as, 'setup.look', { projectId });
/** The clock of the tests stands; records sort by time. */
const later = () => loop.clock.set(loop.clock.now() + 1_000);
const placed = (setup: Setup) =>
  onlyWorkflow(setup)
    .transitions.filter((transition) => transition.placed)
    .map(({ name }) => name);
/** Makes the gate stand on the transitions with these names. */
async function place(names: string[], version?: number): Promise<Setup> {
  later();
  const workflow = onlyWorkflow(await look());
  return loop.call('admin', 'gate.place', {
    projectId: PROJECT,
    workflowId: workflow.id,
    version: version ?? workflow.version,
    transitionIds: workflow.transitions
      .filter(({ name }) => names.includes(name))
      .map(({ id }) => id),
  });
}
async function start(): Promise<string | true> {
  const started = await loop.move(1, STATUS.doing);
  if (started === true) await loop.move(1, STATUS.todo);
  return started;
}
/** The workflow as Jira holds it, without what a change of its version changes. */
async function raw() {
  const body = { workflowIds: [onlyWorkflow(await look()).id] };
  const { json } = await loop.rest('admin', 'POST', '/workflows', body);
  return (json as { workflows: Record<string, unknown>[] }).workflows.map(
    ({ version: _version, updated: _updated, ...workflow }) => workflow,
  );
}

beforeEach(() => place([]));

test('a Jira admin is told what Jira says: the panel, the transitions, where work starts', async () => {
  await loop.call('admin', 'panel.pin', { projectId: PROJECT, pinned: false });
  const setup = await place(['In Progress']);
  expect(setup).toMatchObject({
    panel: { known: true, pinned: false },
    may: { administerJira: true },
  });
  const { shared, transitions } = onlyWorkflow(setup);
  expect(shared).toBe(true);
  expect(transitions.map(({ name, starts, placed: on }) => [name, starts, on])).toEqual([
    ['To Do', false, false],
    ['In Progress', true, true],
    ['Done', false, false],
    ['In Review', true, false],
  ]);
});

test('a project admin is told that it takes a Jira admin to know, in a company-managed project', async () => {
  expect(await look('po')).toEqual({
    panel: { known: false, why: 'forbidden' },
    gate: { known: false, why: 'forbidden' },
    may: { administerJira: false },
  });
});

test('a project admin sees the gate of a team-managed project, which has a workflow of its own', async () => {
  const setup = await look('po', TEAM);
  expect(setup.panel).toEqual({ known: false, why: 'forbidden' });
  expect(onlyWorkflow(setup)).toMatchObject({
    shared: false,
    transitions: expect.arrayContaining([expect.objectContaining({ name: 'In Progress' })]),
  });
});

test('the gate refuses on the transitions where it stands, and nowhere once it is taken off', async () => {
  expect(await start()).toBe(true);
  expect(placed(await place(['In Progress', 'In Review']))).toEqual(['In Progress', 'In Review']);
  expect(await start()).toBe(MESSAGES.gate.none);
  expect(placed(await place(['In Review']))).toEqual(['In Review']);
  expect(await start()).toBe(true);
});

test('the gate in a team-managed project is placed and found again', async () => {
  const { id, version, transitions } = onlyWorkflow(await look('admin', TEAM));
  const all = transitions.map((transition) => transition.id);
  const after = await loop.call('admin', 'gate.place', {
    projectId: TEAM,
    workflowId: id,
    version,
    transitionIds: all,
  });
  expect(onlyWorkflow(after).transitions.every((transition) => transition.placed)).toBe(true);
});

test('placed and taken off again, the workflow is what it was', async () => {
  const before = await raw();
  await place(['In Progress', 'Done']);
  expect(await raw()).not.toEqual(before);
  await place([]);
  expect(await raw()).toEqual(before);
});

test('the same again changes no version and leaves no record', async () => {
  const { version } = onlyWorkflow(await place(['Done']));
  const records = () => loop.records('act', 'by-kind', [PROJECT, 'gate.place']).length;
  const before = records();
  expect(onlyWorkflow(await place(['Done'])).version).toBe(version);
  expect(records()).toBe(before);
});

test('a workflow that somebody else changed meanwhile is not overwritten', async () => {
  const { id, version, transitions } = onlyWorkflow(await look());
  const theirs = onlyWorkflow(await place(['Done']));
  const before = await raw();
  const mine = { projectId: PROJECT, workflowId: id, version };
  const transitionIds = transitions.filter(({ starts }) => starts).map((one) => one.id);
  expect(await loop.refusal('admin', 'gate.place', { ...mine, transitionIds })).toMatchObject({
    code: 'conflict',
    message: MESSAGES.setup.workflowChanged,
  });
  expect(await raw()).toEqual(before);
  expect(onlyWorkflow(await look()).version).toBe(theirs.version);
});

test('unknown transitions, the first one, and workflows of other projects are refused in words', async () => {
  const { id, version } = onlyWorkflow(await look());
  const { id: ofTeam } = onlyWorkflow(await look('admin', TEAM));
  const refuse = async (more: object) => {
    const payload = { projectId: PROJECT, workflowId: id, version, transitionIds: [], ...more };
    const { code, message } = await loop.refusal('admin', 'gate.place', payload);
    return [code, message];
  };
  const gone = ['invalid_input', MESSAGES.setup.transitionGone];
  expect(await refuse({ transitionIds: ['4711'] })).toEqual(gone);
  expect(await refuse({ transitionIds: ['1'] })).toEqual(gone);
  expect(await refuse({ workflowId: ofTeam })).toEqual(['not_found', MESSAGES.setup.workflowGone]);
});

test('the panel is shown everywhere, and only where it was added; each change leaves a record', async () => {
  const pin = (pinned: boolean) => {
    later();
    return loop.call('admin', 'panel.pin', { projectId: PROJECT, pinned });
  };
  const pins = () => loop.records('act', 'by-kind', [PROJECT, 'panel.pin']);
  await pin(false);
  const before = pins().length;
  expect((await pin(true)).panel).toEqual({ known: true, pinned: true });
  expect((await pin(true)).panel).toEqual({ known: true, pinned: true });
  expect((await pin(false)).panel).toEqual({ known: true, pinned: false });
  expect(pins().slice(before)).toMatchObject([
    { by: 'acc-admin', subject: 'panel', body: { before: false, after: true } },
    { by: 'acc-admin', subject: 'panel', body: { before: true, after: false } },
  ]);
});

test('the rules that were there before are kept with the record of who changed them', async () => {
  const { id, version } = onlyWorkflow(await place(['Done']));
  await place(['In Review'], version);
  const last = loop.records('act', 'by-kind', [PROJECT, 'gate.place']).at(-1);
  expect(last).toMatchObject({ by: 'acc-admin', subject: id });
  const { before, after } = (last?.['body'] ?? {}) as { before: object; after: object };
  expect(before).toMatchObject({
    version,
    transitions: [
      { name: 'Done', validators: [{ ruleKey: 'forge:expression-validator' }] },
      { name: 'In Review', validators: [] },
    ],
  });
  expect(after).toEqual({ transitionIds: [expect.any(String)] });
});

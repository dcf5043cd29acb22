import { expect, test } from '@jest/globals';
import { type Caller } from '../../../local/jira/api';
import { createJira } from '../../../local/jira';
import { type Found, office, type Transition, without } from './office';
import { anonymous, APP, ARI, as, asBrowser, asUser } from './support';

test('a workflow is read with its statuses, transitions and the rules that stand on them', async () => {
  const { read } = office();
  const { statuses, workflow } = await read();
  expect(workflow).toMatchObject({
    name: 'Workflow of SHOP',
    scope: { type: 'GLOBAL' },
    version: { versionNumber: 1 },
    isEditable: true,
  });
  const doing = statuses.find(({ name }) => name === 'In Progress');
  expect(doing).toMatchObject({ id: '12', statusCategory: 'IN_PROGRESS' });
  expect(workflow.transitions.map(({ id, type }) => [id, type])).toEqual([
    ['1', 'INITIAL'],
    ['11', 'GLOBAL'],
    ['21', 'GLOBAL'],
    ['31', 'GLOBAL'],
  ]);
  const gated = workflow.transitions.filter(({ validators }) => validators.length > 0);
  expect(gated).toMatchObject([
    {
      id: '21',
      toStatusReference: doing?.statusReference,
      validators: [
        { ruleKey: 'forge:expression-validator', parameters: { key: `${ARI}/gate`, config: '{}' } },
      ],
    },
  ]);
  expect((await read('2')).workflow.scope).toEqual({ type: 'PROJECT', project: { id: '2' } });
});

test('shared workflows are for Jira admins, a team-managed one also for the admins of its project', async () => {
  const { jira, ask, read, bodyOf, update } = office();
  const lab = jira.site.projects().find(({ key }) => key === 'LAB');
  if (lab) jira.site.addProject({ ...lab, roles: { ...lab.roles, 'acc-dev': 'admin' } });
  const shop = bodyOf(await read());
  const ownBody = bodyOf(await read('2'));
  const rights = async (caller: Caller) => [
    (await ask(caller)).status,
    (await update(caller, shop)).status,
    (await ask(caller, '2')).status,
  ];
  expect(await rights(as('po'))).toEqual([401, 401, 401]);
  expect(await rights(as('dev'))).toEqual([401, 401, 200]);
  expect(await rights(as('viewer'))).toEqual([401, 401, 400]);
  expect(await rights(anonymous)).toEqual([400, 401, 400]);
  expect((await update(as('po'), ownBody)).status).toBe(401);
  expect((await update(asUser('dev'), ownBody)).status).toBe(200);
});

test('the rule goes and comes with the update, and only on the transitions that hold it', async () => {
  const { read, bodyOf, update, start, call } = office();
  expect(await start()).toMatchObject({ status: 400, json: { errorMessages: ['Say why first.'] } });
  const first = await read();
  const written = await update(asUser('admin'), bodyOf(first, without(first.workflow.transitions)));
  expect(written).toMatchObject({
    status: 200,
    json: { taskId: null, workflows: [{ version: { versionNumber: 2 } }] },
  });
  expect((await start()).status).toBe(204);

  const second = await read();
  expect(second.workflow.version.id).not.toBe(first.workflow.version.id);
  expect(second.workflow.transitions.map(({ actions }) => actions)).toEqual(
    first.workflow.transitions.map(({ actions }) => actions),
  );
  const rule = {
    ruleKey: 'forge:expression-validator',
    parameters: { key: `${ARI}/gate`, config: '{"off":true}', disabled: 'false' },
  };
  const onDone = second.workflow.transitions.map((one) =>
    one.id === '31' ? { ...one, validators: [rule] } : one,
  );
  expect((await update(as('admin'), bodyOf(second, onDone))).status).toBe(200);
  const { workflow } = await read();
  expect(workflow.transitions.find(({ id }) => id === '31')?.validators).toMatchObject([
    { ...rule, id: expect.any(String) },
  ]);
  // This one passes by its configuration.
  expect((await start('SHOP-1', '31')).status).toBe(204);
  const read1 = await call(as('dev'), 'GET', '/issue/SHOP-1?fields=status');
  expect(read1.json).toMatchObject({ fields: { status: { name: 'Done' } } });
});

test('an update of an old version is refused and changes nothing', async () => {
  const { read, bodyOf, update } = office();
  const mine = await read();
  const theirs = mine.workflow.transitions.map((one) =>
    one.id === '31' ? { ...one, name: 'Finish' } : one,
  );
  expect((await update(as('admin'), bodyOf(mine, theirs))).status).toBe(200);
  expect(await update(as('admin'), bodyOf(mine, without(mine.workflow.transitions)))).toMatchObject(
    {
      status: 409,
      json: { errorMessages: ['The workflow Workflow of SHOP was changed since it was read.'] },
    },
  );
  const { workflow } = await read();
  expect(workflow.transitions.map(({ name }) => name)).toContain('Finish');
  expect(workflow.transitions.some(({ validators }) => validators.length > 0)).toBe(true);
});

test('transitions that are left out are gone; directed ones start only where they are linked', async () => {
  const { read, bodyOf, update, call } = office();
  const found = await read();
  const reference = (name: string) =>
    found.statuses.find((status) => status.name === name)?.statusReference ?? '';
  const transitions = without(found.workflow.transitions)
    .filter(({ id }) => id !== '11')
    .map((one) =>
      one.id === '31'
        ? { ...one, type: 'DIRECTED', links: [{ fromStatusReference: reference('In Progress') }] }
        : one,
    );
  expect((await update(as('admin'), bodyOf(found, transitions))).status).toBe(200);
  const open = async () => {
    const { json } = await call(as('dev'), 'GET', '/issue/SHOP-1/transitions');
    return (json as { transitions: { name: string }[] }).transitions.map(({ name }) => name);
  };
  expect(await open()).toEqual(['In Progress']);
  await call(as('dev'), 'POST', '/issue/SHOP-1/transitions', { transition: { id: '21' } });
  expect(await open()).toEqual(['Done']);
});

test.each<[string, string, (one: Transition) => unknown]>([
  [
    'an unknown rule',
    'no validator with the rule key',
    (one) => ({
      ...one,
      validators: [{ ruleKey: 'forge:nothing', parameters: {} }],
    }),
  ],
  [
    'a module that no app has',
    'No installed app',
    (one) => ({
      ...one,
      validators: [{ ruleKey: 'forge:expression-validator', parameters: { key: `${ARI}/other` } }],
    }),
  ],
  [
    'an unknown status',
    'There is no status nowhere.',
    (one) => ({
      ...one,
      toStatusReference: 'nowhere',
    }),
  ],
  ['a transition without a name', 'has no name', ({ name: _name, ...one }) => one],
  ['a changed action', 'Not modelled', (one) => ({ ...one, actions: [{ ruleKey: 'system:x' }] })],
])('%s is refused', async (_what, message, change) => {
  const { read, bodyOf, update, call } = office();
  const found = await read();
  const broken = found.workflow.transitions.map((one) => (one.id === '21' ? change(one) : one));
  const body = bodyOf(found, broken);
  const refused = await update(as('admin'), body);
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.json)).toContain(message);
  const checked = await call(as('admin'), 'POST', '/workflows/update/validation', {
    payload: body,
  });
  expect(JSON.stringify(checked.json)).toContain(message);
  expect((await read()).workflow).toEqual(found.workflow);
});

test('a rule of an app that is gone refuses, and may stay or be taken away', async () => {
  const site = office();
  const found = await site.read();
  // The same site after the app was removed.
  const after = createJira({ db: site.db, clock: site.clock, app: APP, lagMs: 0 });
  const send = async (path: string, body: unknown, caller = as('admin')) => {
    const request = { method: 'POST', path: `/rest/api/3${path}`, headers: {}, caller };
    return after.handle({ ...request, body: JSON.stringify(body) });
  };
  const start = () => send('/issue/SHOP-1/transitions', { transition: { id: '21' } }, as('dev'));
  expect((await start()).body).toContain('not installed any more');
  expect((await send('/workflows/update', site.bodyOf(found))).status).toBe(200);
  const { workflows } = JSON.parse(
    (await send('/workflows', { workflowIds: [found.workflow.id] })).body,
  ) as Found;
  const [workflow = found.workflow] = workflows;
  const bare = site.bodyOf({ ...found, workflow }, without(workflow.transitions));
  expect((await send('/workflows/update', bare)).status).toBe(200);
  expect((await start()).status).toBe(204);
});

test('the app needs the scope for all of it', async () => {
  const { call } = office(['read:jira-work']);
  for (const path of ['/workflows', '/workflows/update', '/workflows/update/validation']) {
    expect((await call(asBrowser('admin'), 'POST', path, {})).status).toBe(403);
  }
});

import { expect, test } from '@jest/globals';
import { anonymous, as, asApp, createTestSite, DAY, makeIssue, NOW } from './support';

const paragraph = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

function smallSite() {
  const site = createTestSite();
  site.jira.site.addIssues([
    makeIssue(1, { typeId: '103' }),
    makeIssue(2, { parentId: '10001' }),
    makeIssue(3, { typeId: '104', parentId: '10002', visibleTo: ['acc-po'] }),
  ]);
  return site;
}

test('a created issue is read, found, and carries its defaults', async () => {
  const { call, find } = smallSite();
  const fields = {
    project: { key: 'SHOP' },
    issuetype: { name: 'Story' },
    summary: 'Gift cards',
    parent: { key: 'SHOP-1' },
    labels: ['gift'],
    components: [{ name: 'Checkout' }],
    assignee: { accountId: 'acc-dev' },
    duedate: '2026-12-24',
    description: paragraph('Sell gift cards.'),
  };
  const created = await call(as('dev'), 'POST', '/issue', { fields });
  expect(created).toMatchObject({ status: 201, json: { id: '10004', key: 'SHOP-4' } });
  const read = await call(as('dev'), 'GET', '/issue/SHOP-4');
  expect(read.json).toMatchObject({
    key: 'SHOP-4',
    fields: {
      summary: 'Gift cards',
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      priority: { name: 'Medium' },
      parent: { key: 'SHOP-1' },
      reporter: { accountId: 'acc-dev' },
      created: '2026-11-21T07:00:00.000-0500',
      duedate: '2026-12-24',
      resolution: null,
    },
  });
  expect(await find(asApp, 'text ~ "gift cards" AND labels = gift')).toEqual(['SHOP-4']);
});

test('every wrong field of a create is named', async () => {
  const { call } = smallSite();
  const create = (fields: unknown, who = 'dev') => call(as(who), 'POST', '/issue', { fields });
  const base = { project: { id: '1' }, issuetype: { id: '101' } };
  expect((await create({ ...base, summary: ' ', labels: ['a b'], colour: 'red' })).json).toEqual({
    errorMessages: [],
    errors: {
      summary: 'You must specify a summary of the issue.',
      labels: expect.stringContaining('spaces'),
      colour: expect.stringContaining('cannot be set'),
    },
  });
  const long = await create({ ...base, summary: 'x', description: paragraph('y'.repeat(40_000)) });
  expect(long).toMatchObject({
    status: 400,
    json: { errors: { description: expect.any(String) } },
  });
  expect(await create({ ...base, issuetype: { id: '104' }, summary: 'x' })).toMatchObject({
    json: { errors: { parent: expect.any(String) } },
  });
  expect(await create({ ...base, summary: 'x' }, 'viewer')).toMatchObject({
    json: { errors: { project: expect.any(String) } },
  });
});

test('an edit changes fields, the history and what search finds', async () => {
  const { call, find, clock } = smallSite();
  clock.set(NOW + DAY);
  const edited = await call(as('dev'), 'PUT', '/issue/SHOP-2', {
    fields: { summary: 'New name', customfield_10016: 3, labels: ['y'] },
  });
  expect(edited.status).toBe(204);
  const update = { labels: [{ add: 'x' }] };
  expect((await call(as('dev'), 'PUT', '/issue/SHOP-2', { update })).status).toBe(400);
  expect(await find(asApp, 'labels = y AND updated > -1h')).toEqual(['SHOP-2']);
  const log = await call(as('dev'), 'GET', '/issue/SHOP-2/changelog');
  expect(log.json).toMatchObject({
    total: 1,
    values: [
      {
        author: { accountId: 'acc-dev' },
        items: expect.arrayContaining([
          expect.objectContaining({ field: 'summary', fromString: 'Item 2', toString: 'New name' }),
          expect.objectContaining({ field: 'labels', toString: 'y' }),
        ]),
      },
    ],
  });
});

test('a viewer may not edit, comment, delete or transition; a stranger sees nothing', async () => {
  const { call } = smallSite();
  const body = { fields: { summary: 'x' } };
  expect((await call(as('viewer'), 'PUT', '/issue/SHOP-2', body)).status).toBe(403);
  expect((await call(as('outsider'), 'PUT', '/issue/SHOP-2', body)).status).toBe(404);
  expect((await call(anonymous, 'PUT', '/issue/SHOP-2', body)).status).toBe(404);
  expect((await call(as('dev'), 'DELETE', '/issue/SHOP-2')).status).toBe(403);
  expect((await call(as('dev'), 'GET', '/issue/SHOP-3')).status).toBe(404);
  const comment = { body: paragraph('Hm.') };
  expect((await call(as('viewer'), 'POST', '/issue/2/comment', comment)).status).toBe(404);
  expect((await call(as('viewer'), 'POST', '/issue/SHOP-2/comment', comment)).status).toBe(403);
  const open = await call(as('viewer'), 'GET', '/issue/SHOP-2/transitions');
  expect(open.json).toMatchObject({ transitions: [] });
  const move = { transition: { id: '21' } };
  expect((await call(as('viewer'), 'POST', '/issue/SHOP-2/transitions', move)).status).toBe(400);
});

test('hidden issues are left out of other issues', async () => {
  const { call } = smallSite();
  const subtasks = async (name: string) => {
    const answer = await call(as(name), 'GET', '/issue/SHOP-2?fields=subtasks');
    return (answer.json as { fields: { subtasks: unknown[] } }).fields.subtasks;
  };
  expect(await subtasks('dev')).toEqual([]);
  expect(await subtasks('po')).toMatchObject([{ key: 'SHOP-3' }]);
});

test('a deleted issue is gone, its children stay', async () => {
  const { call, find } = smallSite();
  expect((await call(as('po'), 'DELETE', '/issue/SHOP-2')).status).toBe(400);
  expect((await call(as('po'), 'DELETE', '/issue/SHOP-1')).status).toBe(204);
  expect((await call(as('po'), 'DELETE', '/issue/SHOP-2?deleteSubtasks=true')).status).toBe(204);
  expect(await find(asApp, 'project = SHOP')).toEqual([]);
});

const CLOSE = { id: '1', name: 'Close', fields: [{ id: 'resolution' }] };

test('transitions lead to every other status, set and clear the resolution', async () => {
  const { call, clock, jira } = smallSite();
  jira.site.setTransitionScreen('1', '13', CLOSE);
  const read = async () => {
    const names = 'status,resolution,resolutiondate,statuscategorychangedate';
    const answer = await call(as('po'), 'GET', `/issue/SHOP-2?fields=${names}`);
    return (answer.json as { fields: unknown }).fields;
  };
  const open = await call(as('po'), 'GET', '/issue/SHOP-2/transitions');
  expect(open.json).toMatchObject({
    transitions: [
      { id: '21', name: 'In Progress', to: { id: '12' } },
      { id: '31', name: 'Done', to: { id: '13' } },
    ],
  });
  const move = (id: string, more: object = {}) =>
    call(as('po'), 'POST', '/issue/SHOP-2/transitions', { transition: { id }, ...more });
  expect((await move('31')).status).toBe(204);
  expect(await read()).toEqual({
    status: expect.objectContaining({ name: 'Done' }),
    resolution: expect.objectContaining({ name: 'Done' }),
    resolutiondate: '2026-11-21T13:00:00.000+0100',
    statuscategorychangedate: '2026-11-21T13:00:00.000+0100',
  });
  clock.set(NOW + DAY);
  expect((await move('31')).status).toBe(400);
  expect((await move('21')).status).toBe(204);
  expect(await read()).toMatchObject({ resolution: null, resolutiondate: null });
  const wontDo = { fields: { resolution: { name: "Won't Do" } } };
  expect((await move('31', { fields: { resolution: { name: 'Nope' } } })).status).toBe(400);
  expect((await move('31', wontDo)).status).toBe(204);
  expect(await read()).toMatchObject({ resolution: { id: '2' } });
});

test('writes reach search after the lag, reading by id at once', async () => {
  const site = createTestSite({ lagMs: 5_000 });
  site.jira.site.addIssues([makeIssue(1)]);
  await site.call(as('dev'), 'PUT', '/issue/SHOP-1', { fields: { labels: ['late'] } });
  expect((await site.call(as('dev'), 'GET', '/issue/SHOP-1?fields=labels')).json).toMatchObject({
    fields: { labels: ['late'] },
  });
  expect(await site.find(asApp, 'labels = late')).toEqual([]);
  const reconciled = await site.call(asApp, 'POST', '/search/jql', {
    jql: 'labels = late',
    reconcileIssues: [10001],
  });
  expect(reconciled.json).toMatchObject({ issues: [{ id: '10001' }] });
  await site.call(as('dev'), 'PUT', '/issue/SHOP-1', { fields: { labels: ['later'] } });
  site.clock.set(NOW + 5_000);
  expect(await site.find(asApp, 'labels = later')).toEqual(['SHOP-1']);
});

test('comments are added and read in order', async () => {
  const { call, find } = smallSite();
  await call(as('dev'), 'POST', '/issue/SHOP-2/comment', { body: paragraph('First') });
  await call(as('po'), 'POST', '/issue/SHOP-2/comment', { body: paragraph('Second') });
  const read = await call(as('viewer'), 'GET', '/issue/SHOP-2/comment');
  expect(read.json).toMatchObject({
    total: 2,
    comments: [{ author: { accountId: 'acc-dev' } }, { author: { accountId: 'acc-po' } }],
  });
  expect(await find(asApp, 'text ~ second')).toEqual(['SHOP-2']);
  const bad = await call(as('dev'), 'POST', '/issue/SHOP-2/comment', { body: 'text' });
  expect(bad.status).toBe(400);
});

test('a comment can be kept from customers of a service project', async () => {
  const { call } = smallSite();
  const add = (properties: unknown) =>
    call(as('dev'), 'POST', '/issue/SHOP-2/comment', { body: paragraph('Hm.'), properties });
  const internal = { key: 'sd.public.comment', value: { internal: true } };
  expect(await add([internal])).toMatchObject({ status: 201, json: { jsdPublic: false } });
  expect((await add([{ key: 'another', value: 1 }])).status).toBe(400);
  await call(as('dev'), 'POST', '/issue/SHOP-2/comment', { body: paragraph('All may.') });
  const { json } = await call(as('viewer'), 'GET', '/issue/SHOP-2/comment');
  expect(json).toMatchObject({ comments: [{ jsdPublic: false }, { jsdPublic: true }] });
});

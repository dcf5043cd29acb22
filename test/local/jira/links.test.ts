import { expect, test } from '@jest/globals';
import { as, asBrowser, createTestSite, makeIssue } from './support';

const LAB = { id: '20001', key: 'LAB-1', projectId: '2', typeId: '201', statusId: '21' };

function site() {
  const made = createTestSite();
  made.jira.site.addIssues([
    makeIssue(1),
    makeIssue(2),
    makeIssue(3, { visibleTo: ['acc-po'] }),
    makeIssue(4, LAB),
  ]);
  const link = (body: object, name = 'dev') =>
    made.call(asBrowser(name), 'POST', '/issueLink', {
      type: { name: 'Issue split' },
      inwardIssue: { key: 'SHOP-1' },
      outwardIssue: { id: '10002' },
      ...body,
    });
  const linksOf = async (key: string) => {
    const { json } = await made.call(as('dev'), 'GET', `/issue/${key}?fields=issuelinks`);
    return (json as { fields: { issuelinks: unknown[] } }).fields.issuelinks;
  };
  return { ...made, link, linksOf };
}

test('the types of links are told with their texts', async () => {
  const { call, jira } = site();
  const usual = await call(asBrowser('viewer'), 'GET', '/issueLinkType');
  expect(usual.json).toMatchObject({
    issueLinkTypes: expect.arrayContaining([
      expect.objectContaining({ name: 'Relates', inward: 'relates to', outward: 'relates to' }),
    ]),
  });
  jira.site.addLinkType({ id: '7', name: 'Split', inward: 'split from', outward: 'split to' });
  const own = await call(asBrowser('viewer'), 'GET', '/issueLinkType');
  expect(own.json).toMatchObject({ issueLinkTypes: [{ id: '7', name: 'Split' }] });
});

test('a link shows on both issues: the inward one does what the outward text says', async () => {
  const { link, linksOf, call, find } = site();
  expect(await link({})).toMatchObject({ status: 201, json: undefined });
  const type = { id: '10004', name: 'Issue split', inward: 'split from', outward: 'split to' };
  expect(await linksOf('SHOP-1')).toMatchObject([{ type, outwardIssue: { key: 'SHOP-2' } }]);
  expect(await linksOf('SHOP-2')).toMatchObject([{ type, inwardIssue: { key: 'SHOP-1' } }]);
  const { json } = await call(as('dev'), 'GET', '/issue/SHOP-2/changelog');
  expect(json).toMatchObject({
    values: [{ items: [{ field: 'Link', toString: 'This issue split from SHOP-1' }] }],
  });
  expect(await find(as('dev'), 'project = SHOP AND updated >= -1d')).toEqual(['SHOP-2', 'SHOP-1']);
});

test('the same link twice is one link', async () => {
  const { link, linksOf } = site();
  await link({});
  expect((await link({})).status).toBe(201);
  expect(await linksOf('SHOP-1')).toHaveLength(1);
});

test('what cannot be linked is not found', async () => {
  const { link } = site();
  expect((await link({ type: { name: 'Loves' } })).status).toBe(404);
  expect((await link({ outwardIssue: { key: 'SHOP-3' } })).status).toBe(404);
  expect((await link({ outwardIssue: { key: 'SHOP-9' } })).status).toBe(404);
  expect((await link({}, 'viewer')).status).toBe(404);
  // Browses the other project without the permission to link there.
  expect((await link({ outwardIssue: { key: 'LAB-1' } }, 'po')).status).toBe(404);
  expect((await link({ outwardIssue: { key: 'SHOP-1' } })).status).toBe(400);
  expect((await link({ comment: {} })).status).toBe(400);
});

test('a page splits an item: it creates one, rewords the other and comments, all as the user', async () => {
  const { call } = site();
  const dev = asBrowser('dev');
  const document = (text: string) => ({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const fields = { project: { id: '1' }, issuetype: { id: '101' }, summary: 'First half' };
  const created = await call(dev, 'POST', '/issue', { fields });
  expect(created).toMatchObject({ status: 201, json: { key: 'SHOP-4' } });
  const rest = { summary: 'Second half', description: document('The rest.') };
  expect((await call(dev, 'PUT', '/issue/SHOP-1', { fields: rest })).status).toBe(204);
  const comment = { body: document('Split.') };
  expect((await call(dev, 'POST', '/issue/SHOP-1/comment', comment)).status).toBe(201);
  const wanted = ['summary', 'reporter', 'priority', 'assignee'];
  const found = await call(dev, 'POST', '/search/jql', { jql: 'key = SHOP-4', fields: wanted });
  expect(found.json).toMatchObject({
    issues: [
      {
        fields: {
          summary: 'First half',
          reporter: { accountId: 'acc-dev' },
          priority: { name: 'Medium' },
          assignee: null,
        },
      },
    ],
  });
});

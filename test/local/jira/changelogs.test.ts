import { expect, test } from '@jest/globals';
import { type SiteChange } from '../../../local/jira/api';
import { asApp, asUser, createTestSite, DAY, makeIssue, NOW } from './support';

const change = (id: number, daysAgo: number, ...fieldIds: string[]): SiteChange => ({
  id: String(id),
  created: NOW - daysAgo * DAY,
  authorAccountId: 'acc-dev',
  items: fieldIds.map((fieldId) => ({
    field: fieldId,
    fieldId,
    from: '1',
    fromString: 'before',
    to: '2',
    toString: 'after',
  })),
});

interface Answer {
  issueChangeLogs: { issueId: string; changeHistories: { id: string; created: number }[] }[];
  nextPageToken?: string;
}

function site() {
  const made = createTestSite();
  made.jira.site.addIssues([
    makeIssue(1, { history: [change(1, 9, 'status'), change(2, 3, 'labels', 'status')] }),
    makeIssue(2, { history: [change(3, 5, 'labels')] }),
    makeIssue(3, { history: [change(4, 4, 'status')], visibleTo: ['acc-po'] }),
    makeIssue(4),
  ]);
  const fetchAs = (caller: typeof asApp, body: object) =>
    made.call(caller, 'POST', '/changelog/bulkfetch', body);
  const ids = async (body: object, caller = asApp) => {
    const { issueChangeLogs } = (await fetchAs(caller, body)).json as Answer;
    return issueChangeLogs.map(
      ({ issueId, changeHistories }) =>
        `${issueId}: ${changeHistories.map(({ id }) => id).join(' ')}`,
    );
  };
  return { ...made, fetchAs, ids };
}

const ALL = ['SHOP-1', '10002', 'SHOP-3', 'SHOP-4', 'SHOP-99'];

test('histories of many issues come by issue, the oldest change first', async () => {
  const { ids, fetchAs } = site();
  expect(await ids({ issueIdsOrKeys: ALL })).toEqual(['10001: 1 2', '10002: 3', '10003: 4']);
  expect(await ids({ issueIdsOrKeys: ALL }, asUser('dev'))).toEqual(['10001: 1 2', '10002: 3']);
  const { json } = await fetchAs(asApp, { issueIdsOrKeys: ['SHOP-2'] });
  expect(json).toMatchObject({
    issueChangeLogs: [
      {
        issueId: '10002',
        changeHistories: [
          { id: '3', created: NOW - 5 * DAY, items: [{ fieldId: 'labels', toString: 'after' }] },
        ],
      },
    ],
  });
  expect(json).not.toHaveProperty('nextPageToken');
});

test('a filter leaves out changes without its fields, and keeps the others whole', async () => {
  const { ids, fetchAs } = site();
  const body = { issueIdsOrKeys: ALL, fieldIds: ['labels'] };
  expect(await ids(body)).toEqual(['10002: 3', '10001: 2']);
  const { json } = await fetchAs(asApp, body);
  expect(JSON.stringify(json)).toContain('"fieldId":"status"');
});

test('pages follow each other by token, for the same question and caller only', async () => {
  const { fetchAs } = site();
  const body = { issueIdsOrKeys: ALL, maxResults: 3 };
  const first = (await fetchAs(asApp, body)).json as Answer;
  expect(first.issueChangeLogs.map(({ issueId }) => issueId)).toEqual(['10001', '10002', '10003']);
  const { nextPageToken } = first;
  const second = (await fetchAs(asApp, { ...body, nextPageToken })).json as Answer;
  expect(second).toMatchObject({ issueChangeLogs: [{ changeHistories: [{ id: '2' }] }] });
  expect(second.nextPageToken).toBeUndefined();
  expect((await fetchAs(asUser('dev'), { ...body, nextPageToken })).status).toBe(400);
});

test('too many issues or fields, or none, are refused', async () => {
  const { fetchAs } = site();
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n));
  for (const body of [
    { issueIdsOrKeys: [] },
    { issueIdsOrKeys: numbers(1_001) },
    { issueIdsOrKeys: ALL, fieldIds: numbers(11) },
    { issueIdsOrKeys: ALL, fieldIds: ['status', 'status'] },
    { issueIdsOrKeys: ALL, maxResults: 10_001 },
  ]) {
    expect((await fetchAs(asApp, body)).status).toBe(400);
  }
});

test('an issue that is read with its history says null for what had no value before', async () => {
  const { jira, call } = createTestSite();
  const first = change(1, 2, 'resolution');
  const items = first.items.map((item) => ({ ...item, from: null, fromString: null }));
  jira.site.addIssues([makeIssue(1, { history: [{ ...first, items }] })]);
  const { json } = await call(asApp, 'GET', '/issue/SHOP-1?fields=status&expand=changelog');
  expect(json).toMatchObject({
    changelog: { histories: [{ id: '1', items: [{ from: null, fromString: null, to: '2' }] }] },
  });
});

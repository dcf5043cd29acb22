import { expect, test } from '@jest/globals';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { readGoalItems } from '../../../../static/src/surfaces/project/backlog/order/goal-items';
import {
  moveInRank,
  neighbourOf,
} from '../../../../static/src/surfaces/project/backlog/order/rank-calls';
import { CallError } from '../../../../static/src/forge';
import { aGoal } from '../opened';
import { answer } from '../site';

const place = {
  projectId: '10',
  zone: 'UTC',
  frame: {
    goals: [aGoal()],
    rules: DEFAULT_RULES,
    standardTypeIds: ['10001'],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: [],
  },
};
const pagesOf = (pages: string[][]) => {
  const call = async (_name: string, { body }: { body: { nextPageToken?: string } }) => {
    const at = Number(body.nextPageToken ?? 0);
    return {
      issues: (pages[at] ?? []).map((key) => ({ id: key, key })),
      ...(at + 1 < pages.length ? { nextPageToken: String(at + 1) } : { isLast: true }),
    };
  };
  return call as unknown as JiraCall;
};
const ranking = (outcome: unknown) => (async () => outcome) as unknown as JiraCall;

test('the neighbour below is the way back, also when it stands on the next page', async () => {
  const pages = pagesOf([
    ['S-1', 'S-2'],
    ['S-3', 'S-4'],
  ]);
  expect(await neighbourOf(pages, place, 'S-2')).toEqual({ rankBeforeIssue: 'S-3' });
  expect(await neighbourOf(pages, place, 'S-4')).toEqual({ rankAfterIssue: 'S-3' });
  expect(await neighbourOf(pages, place, 'S-9')).toBeNull();
});

test('a move that Jira took only in part is a refusal', async () => {
  const refused = { entries: [{ status: 403, errors: ['You may not rank this.'] }] };
  await expect(moveInRank(ranking(refused), 'S-1', { rankBeforeIssue: 'S-2' })).rejects.toThrow(
    'You may not rank this.',
  );
  await moveInRank(ranking(undefined), 'S-1', { rankBeforeIssue: 'S-2' });
  await moveInRank(ranking({ entries: [{ status: 200 }] }), 'S-1', { rankBeforeIssue: 'S-2' });
});

test('without fields and without a rank the items are still read, and both are told', async () => {
  const call = async (name: string, { body }: { body?: { jql: string } } = {}) => {
    if (name === 'fields') throw new CallError('forbidden', 'no');
    if (body?.jql.includes('Rank')) throw new CallError('invalid_input', 'no such field');
    const properties = answer('g1', { delta: 0.1 });
    const plain = { id: '1', key: 'S-1', fields: { timeoriginalestimate: 7_200 } };
    const unread = { id: '2', key: 'S-2', properties: { 'ladder-answer': { v: 9 } } };
    return { issues: [{ ...plain, properties }, unread], isLast: true };
  };
  expect(await readGoalItems(call as unknown as JiraCall, place, aGoal())).toMatchObject({
    ranked: false,
    noFields: true,
    unit: 'hours',
    more: false,
    items: [{ key: 'S-1', effort: 2, answer: { delta: 0.1 } }],
  });
});

test('at most 200 items are put in order, and that there are more is told', async () => {
  const call = async (name: string, { body }: { body?: { nextPageToken?: string } } = {}) => {
    if (name === 'fields') return [];
    const at = Number(body?.nextPageToken ?? 0);
    const issues = Array.from({ length: 100 }, (_, n) => ({
      id: String(at * 100 + n),
      key: `S-${at * 100 + n}`,
      properties: answer('g1'),
    }));
    return { issues, nextPageToken: String(at + 1) };
  };
  const read = await readGoalItems(call as unknown as JiraCall, place, aGoal());
  expect([read.items.length, read.more]).toEqual([200, true]);
});

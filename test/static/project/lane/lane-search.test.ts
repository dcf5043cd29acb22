import { expect, test } from '@jest/globals';
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { CallError } from '../../../../static/src/forge';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import {
  countLane,
  readLanePage,
  readSentences,
  type LanePlace,
} from '../../../../static/src/surfaces/project/backlog/lane/lane-search';
import { aGoal } from '../opened';
import { answer, EPIC, STORY } from '../site';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const parents = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: String(1_000 + n),
    key: `SHOP-${1_000 + n}`,
    answer: { kind: 'value' as const, value: { why: 'run' as const, state: 'answered' as const } },
    result: { kind: 'none' as const },
  }));
const place = (parentCount = 0): LanePlace => ({
  projectId: '10',
  zone: 'UTC',
  now: NOW,
  frame: {
    goals: [aGoal()],
    rules: DEFAULT_RULES,
    standardTypeIds: [STORY.id],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: parents(parentCount),
  },
});
const issue = (n: number, parent = 0, properties: Record<string, unknown> = {}): JiraIssue => ({
  id: String(n),
  key: `SHOP-${n}`,
  fields: {
    summary: `Item ${n}`,
    issuetype: STORY,
    created: '2026-11-01T12:00:00.000+0000',
    labels: [],
    parent: parent
      ? { id: String(parent), key: `SHOP-${parent}`, fields: { summary: 'P' } }
      : undefined,
  },
  properties,
});

interface Body {
  jql: string;
  nextPageToken?: string;
}

/** A Jira that gives these pages, one after the other. */
function jiraOf(pages: JiraIssue[][], refuse: (jql: string) => boolean = () => false) {
  const asked: string[] = [];
  const call = async (name: string, { body }: { body: Body }): Promise<unknown> => {
    asked.push(body.jql);
    if (refuse(body.jql)) throw new CallError('invalid_input', 'no such field');
    if (name === 'count') return { count: body.jql.includes('parent in') ? 3 : 10 };
    const at = Number(body.nextPageToken ?? 0);
    const last = at + 1 >= pages.length;
    return {
      issues: pages[at] ?? [],
      ...(last ? { isLast: true } : { nextPageToken: String(at + 1) }),
    };
  };
  return { jira: call as unknown as JiraCall, asked };
}

test('where Jira knows no rank the list is in order of creation, also on its next pages', async () => {
  const { jira, asked } = jiraOf([[issue(1)], [issue(2)]], (jql) => jql.includes('Rank'));
  const first = await readLanePage(jira, place());
  expect(first).toMatchObject({ order: 'created', next: '1' });
  await readLanePage(jira, place(), { token: first.next, order: first.order });
  expect(asked.map((jql) => /ORDER BY (\w+)/.exec(jql)?.[1])).toEqual([
    'Rank',
    'created',
    'created',
  ]);
});

test('what can’t be read is locked, and a goal of another project is told apart from half', async () => {
  const { jira } = jiraOf([
    [
      issue(1, 0, { 'ladder-answer': { v: 7 } }),
      issue(2, 0, { 'ladder-answer': 'by hand' }),
      issue(3, 0, answer('elsewhere')),
      issue(4, 0, { 'ladder-answer': { v: 1, why: 'move', state: 'half', goal: 'g1' } }),
      issue(5),
    ],
  ]);
  const { rows } = await readLanePage(jira, place());
  expect(rows.map(({ standing, seen }) => [standing, seen === null])).toEqual([
    ['locked', false],
    ['locked', false],
    ['foreign', false],
    ['goal', false],
    ['none', true],
  ]);
  expect(rows[4]?.age).toBe(20);
});

test('with more parents than a search can name, their children are left out after reading', async () => {
  const { jira, asked } = jiraOf([[issue(1, 1_003)], [issue(2, 77), issue(3, 1_004)]]);
  const { rows, next } = await readLanePage(jira, place(501));
  expect(rows.map(({ key }) => key)).toEqual(['SHOP-2']);
  expect(next).toBeUndefined();
  expect(asked.some((jql) => jql.includes('1003'))).toBe(false);
});

test('the count takes off the children of many parents group by group', async () => {
  expect(await countLane(jiraOf([]).jira, place(3))).toMatchObject({ value: 10 });
  const { jira, asked } = jiraOf([]);
  expect(await countLane(jira, place(1_001))).toMatchObject({ value: 10 - 3 * 3 });
  expect(asked).toHaveLength(4);
});

test('the sentences of half parents are read with one search', async () => {
  const half = { v: 1, why: 'move', state: 'half', by: 'a', expect: 'b' };
  const epic = (n: number, value: unknown): JiraIssue => ({
    ...issue(n, 0, { 'ladder-answer': value }),
    fields: { summary: 'Epic', issuetype: EPIC },
  });
  const { jira, asked } = jiraOf([[epic(90, half), epic(91, { ...half, expect: ' ' })]]);
  const sentences = await readSentences(jira, place(2));
  expect([...sentences.keys()]).toEqual(['90']);
  expect(asked).toHaveLength(1);
});

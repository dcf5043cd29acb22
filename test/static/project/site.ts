// A small site for tests of the project page: items as Jira gives them, and a Jira that finds them
// by the parts of a search that the page is known to write.
import type { JiraIssue } from '../../../src/adapters/jira/answers';
import type { EndpointName } from '../../../src/adapters/jira/endpoints';
import type { JiraCall } from '../../../static/src/surfaces/project/gather/jira-call';

export interface Asked {
  name: EndpointName;
  body: { jql?: string; nextPageToken?: string; maxResults?: number; fields?: string[] };
}

interface Finished {
  n: number;
  at: string;
  resolution?: string;
  parent?: number;
  properties?: Record<string, unknown>;
}

export const STORY = { id: '10001', name: 'Story', hierarchyLevel: 0 };
export const EPIC = { id: '10000', name: 'Epic', hierarchyLevel: 1 };
export const DONE = { id: '3', name: 'Done', statusCategory: { key: 'done' } };
export const WONT_DO = { id: '7', name: "Won't Do" };

/** A story that was finished at a moment. */
export const finished = ({ n, at, resolution, parent, properties }: Finished): JiraIssue => ({
  id: String(n),
  key: `SHOP-${n}`,
  fields: {
    summary: `Item ${n}`,
    issuetype: STORY,
    status: DONE,
    resolution: resolution === undefined ? null : { id: resolution, name: 'x' },
    created: '2026-01-01T00:00:00.000+0000',
    updated: at,
    statuscategorychangedate: at,
    labels: [],
    parent: parent === undefined ? undefined : { id: String(parent), key: `SHOP-${parent}` },
  },
  properties: properties ?? {},
});

export const answer = (goal: string, more: Record<string, unknown> = {}) => ({
  'ladder-answer': {
    v: 1,
    why: 'move',
    state: 'answered',
    goal,
    by: 'a',
    expect: 'b',
    checkBy: '2026-12-01',
    when: 'before',
    ...more,
  },
});

const moment = (jql: string, operator: string): number =>
  Date.parse(
    `${new RegExp(`ChangedDate ${operator} "([^"]+)"`).exec(jql)?.[1]?.replace(' ', 'T')}:00Z`,
  );

/** Finished items inside the moments of a search. */
export const inside = (issues: readonly JiraIssue[], jql: string): JiraIssue[] =>
  issues.filter(({ fields }) => {
    const at = Date.parse(fields?.statuscategorychangedate ?? '');
    return at >= moment(jql, '>=') && at < moment(jql, '<');
  });

export interface FakeSite {
  issues: readonly JiraIssue[];
  /** What a count answers; by default how many finished items the search finds. */
  count?: (jql: string) => number;
  /** Refuses a call by throwing. */
  refuse?: (asked: Asked) => boolean;
  pageSize?: number;
  /** The fields that the site has. */
  fields?: readonly unknown[];
}

/** A Jira of finished items, and the list of what it was asked. */
export function fakeJira(site: FakeSite): { jira: JiraCall; asked: Asked[] } {
  const asked: Asked[] = [];
  const jira = async (name: EndpointName, request: { body?: unknown } = {}): Promise<unknown> => {
    const call: Asked = { name, body: request.body ?? {} };
    asked.push(call);
    if (site.refuse?.(call)) throw new Error('refused');
    const jql = call.body.jql ?? '';
    if (name === 'fields') return site.fields ?? [];
    if (name === 'count')
      return { count: site.count ? site.count(jql) : inside(site.issues, jql).length };
    const found = inside(site.issues, jql);
    const size = site.pageSize ?? 100;
    const first = Number(call.body.nextPageToken ?? 0);
    const last = first + size >= found.length;
    return {
      issues: found.slice(first, first + size),
      ...(last ? { isLast: true } : { nextPageToken: String(first + size) }),
    };
  };
  return { jira: jira as JiraCall, asked };
}

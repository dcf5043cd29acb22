// Renders the project page in a frame whose other side is played by the test.
import { configure, render } from '@testing-library/react';
import type { JiraIssue } from '../../../src/adapters/jira/answers';
import type { OpenProject } from '../../../src/contract/procedures';
import { ReaderProvider } from '../../../static/src/components/reader';
import { createFormat } from '../../../static/src/format';
import { ProjectSurface } from '../../../static/src/surfaces/project/main';
import { answerBridge } from '../../support/bridge';
import { installFetch } from './fake-fetch';
import { DONE, EPIC, inside, STORY, WONT_DO } from './site';

export interface FrameSite {
  project: OpenProject;
  finished?: readonly JiraIssue[];
  parents?: readonly JiraIssue[];
  candidates?: readonly JiraIssue[];
  /** Open parents without an answer. */
  openParents?: readonly JiraIssue[];
  /** Ids of items that the reader may edit. */
  mayEdit?: readonly number[];
  /** Items that were started anyway. */
  started?: readonly JiraIssue[];
  components?: readonly { id: string; name: string }[];
  boards?: readonly unknown[];
  /** Sprints by the id of their board. */
  sprints?: Record<string, readonly unknown[]>;
  /** What a procedure answers: data, or a refusal with `code` and `message`. */
  procedures?: Record<string, (payload: unknown) => unknown>;
  /** Counts by a part of their search, the longest that fits; others are 0. */
  counts?: Record<string, number>;
  /** Status for a call whose path and body contain this. */
  broken?: Map<string, number>;
  search?: string;
}

interface Product {
  restPath: string;
  fetchRequestInit: { body?: string | null };
}

/** The list that a search asks for, by what only it has; null for what was finished. */
function listOf(site: FrameSite, jql: string): readonly JiraIssue[] | null {
  const ids = /^id in \(([\d, ]+)\)$/.exec(jql)?.[1]?.split(', ');
  if (ids) return (site.finished ?? []).filter(({ id }) => ids.includes(id));
  if (jql.includes('ladderFlag')) return site.candidates ?? [];
  if (jql.includes('ladderPassUntil')) return site.started ?? [];
  if (!jql.includes(`issuetype in (${EPIC.id})`)) return null;
  return (jql.includes('updated DESC') ? site.openParents : site.parents) ?? [];
}

const answerOf = (site: FrameSite, path: string, body: string): unknown => {
  if (path.startsWith('/rest/api/3/issuetype/project')) return [STORY, EPIC];
  if (path.endsWith('/statuses'))
    return [{ id: '10001', name: 'Story', self: path, subtask: false, statuses: [DONE] }];
  if (path.startsWith('/rest/api/3/resolution')) return { isLast: true, values: [WONT_DO] };
  if (path.startsWith('/rest/agile/1.0/board?')) return { isLast: true, values: site.boards ?? [] };
  if (path.startsWith('/rest/api/3/project/10/component'))
    return { isLast: true, values: site.components ?? [] };
  const board = /^\/rest\/agile\/1\.0\/board\/(\d+)\/sprint/.exec(path)?.[1];
  if (board !== undefined) return { isLast: true, values: site.sprints?.[board] ?? [] };
  if (path.startsWith('/rest/api/3/user/bulk'))
    return { values: [{ accountId: 'a1', displayName: 'Petra Owner' }] };
  if (path === '/rest/api/3/field') return [];
  if (path.startsWith('/rest/api/3/jql/parse')) {
    const { queries } = JSON.parse(body) as { queries: string[] };
    return { queries: queries.map((query) => ({ query })) };
  }
  if (path === '/rest/api/3/permissions/check')
    return {
      globalPermissions: [],
      projectPermissions: site.mayEdit
        ? [{ permission: 'EDIT_ISSUES', issues: site.mayEdit, projects: [] }]
        : [],
    };
  const { jql, nextPageToken, maxResults } = JSON.parse(body) as Record<string, string>;
  const text = jql ?? '';
  const isFinished = text.includes('statusCategory = Done') && text.includes('ChangedDate');
  const found = isFinished ? inside(site.finished ?? [], text) : [];
  if (path.endsWith('/approximate-count')) {
    const fixed = Object.entries(site.counts ?? {})
      .sort(([a], [b]) => b.length - a.length)
      .find(([part]) => text.includes(part));
    return { count: fixed ? fixed[1] : found.length };
  }
  const list = listOf(site, text) ?? (isFinished ? found : []);
  const first = Number(nextPageToken ?? 0);
  const last = first + Number(maxResults ?? 100);
  return {
    issues: list.slice(first, last),
    ...(last < list.length ? { nextPageToken: String(last) } : { isLast: true }),
  };
};

// Parts of the page are fetched when they are wanted; compiling them takes a while.
configure({ asyncUtilTimeout: 15_000 });

/** What the page pushed to its history, in order. */
export const pushed: string[] = [];

/** Shows the page of `SHOP` to a reader in UTC. */
export function showPage(site: FrameSite): void {
  installFetch();
  pushed.length = 0;
  answerBridge('invoke', (call) => {
    const { functionKey, payload } = call as { functionKey: string; payload: unknown };
    const answer = site.procedures?.[functionKey];
    if (!answer) return { ok: true, data: site.project };
    const data = answer(payload);
    return data instanceof Error
      ? { ok: false, error: { ...data, message: data.message, requestId: 'r1' } }
      : { ok: true, data };
  });
  answerBridge('getUrl', () => 'https://site.example/settings');
  answerBridge('createHistory', () => {
    const location = { pathname: '/', search: site.search ?? '' };
    return { location, push: (path: string) => pushed.push(path), listen: () => () => undefined };
  });
  answerBridge('fetchProduct', (payload) => {
    const { restPath, fetchRequestInit } = payload as Product;
    const body = fetchRequestInit.body ?? '';
    const hit = [...(site.broken ?? [])].find(([part]) => `${restPath} ${body}`.includes(part));
    return hit
      ? { body: '{}', headers: {}, status: hit[1], statusText: '', isAttachment: false }
      : {
          body: JSON.stringify(answerOf(site, restPath, body)),
          headers: {},
          status: 200,
          statusText: '',
          isAttachment: false,
        };
  });
  const format = createFormat('en-US', 'UTC');
  const nowhere = (): void => undefined;
  render(
    <ReaderProvider
      value={{ format, siteUrl: 'https://site.example', navigate: nowhere, open: nowhere }}
    >
      <ProjectSurface
        context={{
          moduleKey: 'ladder-page',
          siteUrl: 'https://site.example',
          locale: 'en-US',
          timezone: 'UTC',
          extension: { project: { id: '10', key: 'SHOP' } },
        }}
      />
    </ReaderProvider>,
  );
}

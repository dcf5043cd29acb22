// Lists of issues: the backlog of a project and the navigator, both by JQL as the user.
import { z } from 'zod';
import type { WebRequest } from '../http';
import {
  countAnswer,
  projectPage,
  searchPage,
  type Project,
  type Row,
  type Status,
} from './answers';
import { html, type Html } from './html';
import { JiraRefusal, type JiraReader } from './jira-reader';
import type { Content } from './layout';
import { table } from './table';

const PAGE = 50;
const FIELDS = ['summary', 'status', 'issuetype', 'parent', 'assignee', 'created'];

const COLOURS = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;

/** A status as Jira shows it. */
export const lozenge = (status: Status): Html =>
  html`<span class="lozenge ${COLOURS[status.statusCategory.key]}">${status.name}</span>`;

/** A link to the page of an item. */
export const issueLink = (key: string): Html => html`<a href="/browse/${key}">${key}</a>`;

const NOTHING = html`<p>Nothing matches.</p>`;
const COLUMNS = ['Key', 'Type', 'Summary', 'Status', 'Parent', 'Assignee', 'Created'];

const issueRow = ({ key, fields }: Row): Html =>
  html`<tr>
    <td>${issueLink(key)}</td>
    <td>${fields.issuetype.name}</td>
    <td><a class="plain" href="/browse/${key}">${fields.summary}</a></td>
    <td>${lozenge(fields.status)}</td>
    <td>${fields.parent && issueLink(fields.parent.key)}</td>
    <td>${fields.assignee?.displayName ?? ''}</td>
    <td>${fields.created.slice(0, 10)}</td>
  </tr>`;

interface Listing {
  reader: JiraReader;
  request: WebRequest;
  jql: string;
  caption: string;
}

/** One page of a search, its count and the way to the next page; Jira's own words when it refuses. */
async function listing({ reader, request, jql, caption }: Listing): Promise<Html> {
  const token = request.url.searchParams.get('page') ?? undefined;
  try {
    const search = { jql, fields: FIELDS, maxResults: PAGE, nextPageToken: token };
    const { issues, nextPageToken } = await reader.post(
      '/rest/api/3/search/jql',
      search,
      searchPage,
    );
    const { count } = await reader.post(
      '/rest/api/3/search/approximate-count',
      { jql },
      countAnswer,
    );
    const next = new URL(request.url);
    if (nextPageToken) next.searchParams.set('page', nextPageToken);
    const first = new URL(request.url);
    first.searchParams.delete('page');
    return html`<p class="subtle" role="status">${count} ${count === 1 ? 'item' : 'items'}</p>
      ${table({ columns: COLUMNS, rows: issues.map(issueRow), empty: NOTHING, caption })}
      <p class="pager">
        ${token ? html`<a href="${first.pathname}${first.search}">First page</a>` : null}
        ${nextPageToken ? html`<a href="${next.pathname}${next.search}">Next ${PAGE}</a>` : null}
      </p>`;
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    return html`<p class="notice refused" role="alert">${error.message}</p>`;
  }
}

const searchForm = (action: string, jql: string, label: string): Html =>
  html`<form class="jql" action="${action}">
    <label for="jql">${label}</label> <input id="jql" name="jql" value="${jql}" size="80" />
    <button>Search</button>
  </form>`;

/** `/projects` */
export async function projectsPage(reader: JiraReader): Promise<Content> {
  const path = '/rest/api/3/project/search?maxResults=100&orderBy=key';
  const { values } = await reader.get(path, projectPage);
  const rows = values.map(
    ({ key, name }) =>
      html`<tr>
        <td><a href="/projects/${key}">${name}</a></td>
        <td>${key}</td>
        <td>
          <a href="/projects/${key}/ladder">Ladder<span class="unseen"> of ${name}</span></a>
        </td>
      </tr>`,
  );
  const empty = html`<p>This user sees no project. Switch to another user above.</p>`;
  const body = html`<h1>Projects</h1>
    ${table({ columns: ['Name', 'Key', 'App'], rows, empty })}`;
  return { title: 'Projects', body };
}

/** `/projects/KEY` */
export async function backlogPage(
  reader: JiraReader,
  request: WebRequest,
  project: Project,
): Promise<Content> {
  const own = request.url.searchParams.get('jql') ?? '';
  const open = 'statusCategory != Done ORDER BY created DESC';
  const jql = `project = ${project.key} AND ${own === '' ? open : own}`;
  const list = await listing({ reader, request, jql, caption: `Backlog of ${project.name}` });
  const form = searchForm(`/projects/${project.key}`, own, 'JQL within the project');
  const body = html`<h1>Backlog</h1>
    ${form}${list}`;
  return { title: `Backlog of ${project.name}`, body, project, here: 'backlog' };
}

/** `/issues/?jql=` */
export async function navigatorPage(reader: JiraReader, request: WebRequest): Promise<Content> {
  const jql = z.string().parse(request.url.searchParams.get('jql') ?? '');
  const list =
    jql === ''
      ? html`<p>
          Type a query, for example <code>project = SHOP AND status = "In Progress"</code>.
        </p>`
      : await listing({ reader, request, jql, caption: 'Search results' });
  const form = searchForm('/issues/', jql, 'JQL');
  return {
    title: 'Search',
    body: html`<h1>Search</h1>
      ${form}${list}`,
  };
}

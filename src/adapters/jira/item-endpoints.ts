// Calls about items: reading, searching, properties, rank.
import { z } from 'zod';
import { onDemand } from '../../contract/on-demand';
import { comments, transitions, histories, issue, rankOutcome, searchPage, task } from './answers';
import { agile, api, ISSUE, READ, WRITE, type Endpoint } from './endpoint';

export const itemEndpoints = {
  getIssue: {
    method: 'GET',
    path: ISSUE,
    scopes: READ,
    as: ['user', 'app', 'browser'],
    answer: issue,
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-get`,
  },
  getChangelog: {
    method: 'GET',
    path: `${ISSUE}/changelog`,
    scopes: READ,
    as: ['user'],
    answer: onDemand(() =>
      z.object({
        isLast: z.boolean().optional(),
        total: z.number().optional(),
        values: z.array(
          z.object({
            items: z.array(
              z.object({
                field: z.string(),
                fieldId: z.string().optional(),
                to: z.string().nullish(),
              }),
            ),
          }),
        ),
      }),
    ),
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-changelog-get`,
  },
  /** Histories of many issues, only of the named fields. */
  bulkChangelog: {
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    scopes: READ,
    as: ['app', 'user', 'browser'],
    answer: histories,
    page: `${api('issues')}#api-rest-api-3-changelog-bulkfetch-post`,
  },
  /** At most 100 issues by id; those that are missing or hidden are left out. */
  bulkFetch: {
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    scopes: READ,
    as: ['app', 'user', 'browser'],
    answer: onDemand(() => z.object({ issues: z.array(issue()) })),
    page: `${api('issues')}#api-rest-api-3-issue-bulkfetch-post`,
  },
  getIssueProperty: {
    method: 'GET',
    path: `${ISSUE}/properties/{propertyKey}`,
    scopes: READ,
    as: ['user', 'app'],
    answer: onDemand(() => z.object({ key: z.string(), value: z.unknown() })),
    page: `${api('issue-properties')}#api-rest-api-3-issue-issueidorkey-properties-propertykey-get`,
  },
  setIssueProperty: {
    method: 'PUT',
    path: `${ISSUE}/properties/{propertyKey}`,
    scopes: WRITE,
    as: ['user', 'app', 'browser'],
    answer: onDemand(() => z.unknown()),
    page: `${api('issue-properties')}#api-rest-api-3-issue-issueidorkey-properties-propertykey-put`,
  },
  deleteIssueProperty: {
    method: 'DELETE',
    path: `${ISSUE}/properties/{propertyKey}`,
    scopes: WRITE,
    as: ['user', 'app'],
    answer: null,
    page: `${api('issue-properties')}#api-rest-api-3-issue-issueidorkey-properties-propertykey-delete`,
  },
  setManyProperties: {
    method: 'POST',
    path: '/rest/api/3/issue/properties',
    scopes: WRITE,
    as: ['app'],
    answer: null,
    page: `${api('issue-properties')}#api-rest-api-3-issue-properties-post`,
  },
  deleteManyProperties: {
    method: 'DELETE',
    path: '/rest/api/3/issue/properties/{propertyKey}',
    scopes: WRITE,
    as: ['app'],
    answer: null,
    page: `${api('issue-properties')}#api-rest-api-3-issue-properties-propertykey-delete`,
  },
  getTask: {
    method: 'GET',
    path: '/rest/api/3/task/{taskId}',
    scopes: READ,
    as: ['app', 'user'],
    answer: task,
    page: `${api('tasks')}#api-rest-api-3-task-taskid-get`,
  },
  search: {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    scopes: READ,
    as: ['app', 'browser'],
    answer: searchPage,
    page: `${api('issue-search')}#api-rest-api-3-search-jql-post`,
  },
  count: {
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    scopes: READ,
    as: ['app', 'browser'],
    answer: onDemand(() => z.object({ count: z.number().int() })),
    page: `${api('issue-search')}#api-rest-api-3-search-approximate-count-post`,
  },
  /** Whether Jira takes conditions as the caller, without searching; a query with errors is refused. */
  parseJql: {
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    scopes: READ,
    as: ['user', 'browser'],
    answer: onDemand(() =>
      z.object({
        queries: z.array(z.object({ query: z.string(), errors: z.array(z.string()).nullish() })),
      }),
    ),
    page: `${api('jql')}#api-rest-api-3-jql-parse-post`,
  },
  rank: {
    method: 'PUT',
    path: '/rest/agile/1.0/issue/rank',
    scopes: ['write:issue:jira-software'],
    as: ['browser'],
    answer: rankOutcome,
    page: `${agile('issue')}#api-rest-agile-1-0-issue-rank-put`,
  },
  createIssue: {
    method: 'POST',
    path: '/rest/api/3/issue',
    scopes: WRITE,
    as: ['browser'],
    answer: onDemand(() => z.object({ id: z.string(), key: z.string() })),
    page: `${api('issues')}#api-rest-api-3-issue-post`,
  },
  editIssue: {
    method: 'PUT',
    path: ISSUE,
    scopes: WRITE,
    as: ['browser'],
    answer: onDemand(() => z.unknown()),
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-put`,
  },
  getTransitions: {
    method: 'GET',
    path: `${ISSUE}/transitions`,
    scopes: READ,
    as: ['browser'],
    answer: transitions,
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-transitions-get`,
  },
  transition: {
    method: 'POST',
    path: `${ISSUE}/transitions`,
    scopes: WRITE,
    as: ['browser'],
    answer: onDemand(() => z.unknown()),
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-transitions-post`,
  },
  getComments: {
    method: 'GET',
    path: `${ISSUE}/comment`,
    scopes: READ,
    as: ['browser'],
    answer: comments,
    page: `${api('issue-comments')}#api-rest-api-3-issue-issueidorkey-comment-get`,
  },
  addComment: {
    method: 'POST',
    path: `${ISSUE}/comment`,
    scopes: WRITE,
    as: ['browser', 'app'],
    answer: onDemand(() => z.unknown()),
    page: `${api('issue-comments')}#api-rest-api-3-issue-issueidorkey-comment-post`,
  },
  /** Puts an email about the item into Jira's queue. */
  notify: {
    method: 'POST',
    path: `${ISSUE}/notify`,
    scopes: WRITE,
    as: ['app'],
    answer: null,
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-notify-post`,
  },
  linkIssues: {
    method: 'POST',
    path: '/rest/api/3/issueLink',
    scopes: WRITE,
    as: ['browser'],
    answer: onDemand(() => z.unknown()),
    page: `${api('issue-links')}#api-rest-api-3-issuelink-post`,
  },
} as const satisfies Record<string, Endpoint>;

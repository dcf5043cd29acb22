// Calls about items: reading, searching, properties, rank.
import { z } from 'zod';
import { histories, issue, rankOutcome, searchPage, task } from './answers';
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
    answer: z.object({
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
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-changelog-get`,
  },
  /** Histories of many issues, only of the named fields. */
  bulkChangelog: {
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    scopes: READ,
    as: ['app'],
    answer: histories,
    page: `${api('issues')}#api-rest-api-3-changelog-bulkfetch-post`,
  },
  getIssueProperty: {
    method: 'GET',
    path: `${ISSUE}/properties/{propertyKey}`,
    scopes: READ,
    as: ['user'],
    answer: z.object({ key: z.string(), value: z.unknown() }),
    page: `${api('issue-properties')}#api-rest-api-3-issue-issueidorkey-properties-propertykey-get`,
  },
  setIssueProperty: {
    method: 'PUT',
    path: `${ISSUE}/properties/{propertyKey}`,
    scopes: WRITE,
    as: ['user', 'app'],
    answer: null,
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
    answer: z.object({ count: z.number().int() }),
    page: `${api('issue-search')}#api-rest-api-3-search-approximate-count-post`,
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
    answer: z.object({ id: z.string(), key: z.string() }),
    page: `${api('issues')}#api-rest-api-3-issue-post`,
  },
  editIssue: {
    method: 'PUT',
    path: ISSUE,
    scopes: WRITE,
    as: ['browser'],
    answer: z.unknown(),
    page: `${api('issues')}#api-rest-api-3-issue-issueidorkey-put`,
  },
  linkIssues: {
    method: 'POST',
    path: '/rest/api/3/issueLink',
    scopes: WRITE,
    as: ['browser'],
    answer: z.unknown(),
    page: `${api('issue-links')}#api-rest-api-3-issuelink-post`,
  },
} as const satisfies Record<string, Endpoint>;

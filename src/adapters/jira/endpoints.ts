// Every Jira call of the app: method, path, scope, as whom, and the shape of the answer. Backend and
// pages call by these names only; the scope check and the docs are made from this table.
import { z } from 'zod';
import { issue, issueType, searchPage, status, task } from './answers';

export type { JiraIssue } from './answers';

/** Who calls: the app itself, the user through a function, or the user's browser. */
export type As = 'app' | 'user' | 'browser';

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `{name}` placeholders; values are percent-encoded by `pathOf`. */
  path: string;
  /** Classic OAuth scope, or the granular one where there is no classic. */
  scopes: readonly string[];
  as: readonly As[];
  /** What the answer must look like; null where the body is not read. */
  answer: z.ZodType | null;
  /** Atlassian's description. */
  page: string;
}

const api = (group: string): string =>
  `https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-${group}/`;

const READ = ['read:jira-work'] as const;
const WRITE = ['write:jira-work'] as const;

const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';
const PROJECT = '/rest/api/3/project/{projectIdOrKey}';

export const endpoints = {
  getIssue: {
    method: 'GET',
    path: ISSUE,
    scopes: READ,
    as: ['user', 'browser'],
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
    as: ['app'],
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
  myPermissions: {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: READ,
    as: ['user'],
    answer: z.object({
      permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
    }),
    page: `${api('permissions')}#api-rest-api-3-mypermissions-get`,
  },
  projectIssueTypes: {
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    scopes: READ,
    as: ['user', 'app', 'browser'],
    answer: z.array(issueType),
    page: `${api('issue-types')}#api-rest-api-3-issuetype-project-get`,
  },
  projectStatuses: {
    method: 'GET',
    path: `${PROJECT}/statuses`,
    scopes: READ,
    as: ['user', 'app', 'browser'],
    answer: z.array(z.object({ id: z.string(), name: z.string(), statuses: z.array(status) })),
    page: `${api('projects')}#api-rest-api-3-project-projectidorkey-statuses-get`,
  },
  resolutions: {
    method: 'GET',
    path: '/rest/api/3/resolution/search',
    scopes: READ,
    as: ['browser'],
    answer: z.object({
      isLast: z.boolean().optional(),
      values: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    page: `${api('issue-resolutions')}#api-rest-api-3-resolution-search-get`,
  },
  getProjectProperty: {
    method: 'GET',
    path: `${PROJECT}/properties/{propertyKey}`,
    scopes: READ,
    as: ['app'],
    answer: z.object({ key: z.string(), value: z.unknown() }),
    page: `${api('project-properties')}#api-rest-api-3-project-projectidorkey-properties-propertykey-get`,
  },
  setProjectProperty: {
    method: 'PUT',
    path: `${PROJECT}/properties/{propertyKey}`,
    scopes: ['manage:jira-project'],
    as: ['app'],
    answer: null,
    page: `${api('project-properties')}#api-rest-api-3-project-projectidorkey-properties-propertykey-put`,
  },
  users: {
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    scopes: ['read:jira-user'],
    as: ['browser'],
    answer: z.object({
      values: z.array(z.object({ accountId: z.string(), displayName: z.string() })),
    }),
    page: `${api('users')}#api-rest-api-3-user-bulk-get`,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
type Answer<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : null;
export type AnswerOf<N extends EndpointName> = Answer<(typeof endpoints)[N]>;

/** Scopes that no call above needs yet; declared now because adding one later needs consent. */
export const RESERVED_SCOPES: Record<string, string> = {
  'manage:jira-configuration': 'placing the gate in a workflow, showing the panel everywhere',
  'read:board-scope:jira-software': 'finding the boards of a project',
  'read:project:jira': 'finding the boards of a project',
  'read:sprint:jira-software': 'reading sprints and their goals',
  'write:issue:jira-software': 'moving an item in the rank',
};

export type Params = Record<string, string>;
export type Query = Record<string, string | number | readonly string[] | undefined>;

/**
 * The path of a call, with every value percent-encoded.
 * @throws {RangeError} when a placeholder has no value, or a value is empty, `.` or `..`
 */
export function pathOf(name: EndpointName, params: Params = {}, query: Query = {}): string {
  const path = endpoints[name].path.replace(/\{(\w+)\}/g, (_whole, key: string) => {
    const value = params[key];
    if (!value || value === '.' || value === '..') throw new RangeError(`${name}: no ${key}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const entry of typeof value === 'object' ? value : [value])
      search.append(key, String(entry));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

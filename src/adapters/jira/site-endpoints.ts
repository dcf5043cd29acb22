// Calls about everything around the items: rights, projects, workflows, boards, people.
import { z } from 'zod';
import { onDemand } from '../../contract/on-demand';
import {
  board,
  field,
  issueType,
  panelPins,
  sprint,
  status,
  taskStarted,
  workflows,
} from './answers';
import { agile, api, CONFIGURE, PROJECT, READ, type Endpoint } from './endpoint';

export const siteEndpoints = {
  myself: {
    method: 'GET',
    path: '/rest/api/3/myself',
    scopes: ['read:jira-user'],
    as: ['user'],
    answer: onDemand(() => z.object({ accountId: z.string().min(1) })),
    page: `${api('myself')}#api-rest-api-3-myself-get`,
  },
  myPermissions: {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: READ,
    as: ['user'],
    answer: onDemand(() =>
      z.object({
        permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
      }),
    ),
    page: `${api('permissions')}#api-rest-api-3-mypermissions-get`,
  },
  /** Which of these items the user has a right on; ids that are left out are missing or hidden. */
  checkPermissions: {
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    scopes: READ,
    as: ['user', 'browser'],
    answer: onDemand(() =>
      z.object({
        projectPermissions: z.array(
          z.object({ permission: z.string(), issues: z.array(z.number()).optional() }),
        ),
      }),
    ),
    page: `${api('permissions')}#api-rest-api-3-permissions-check-post`,
  },
  /** Where the site is; needs no scope. */
  serverInfo: {
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    scopes: [],
    as: ['app'],
    answer: onDemand(() => z.object({ baseUrl: z.url() })),
    page: `${api('server-info')}#api-rest-api-3-serverinfo-get`,
  },
  project: {
    method: 'GET',
    path: PROJECT,
    scopes: READ,
    as: ['user', 'app', 'browser'],
    answer: onDemand(() =>
      z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().optional() }),
    ),
    page: `${api('projects')}#api-rest-api-3-project-projectidorkey-get`,
  },
  projectIssueTypes: {
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    scopes: READ,
    as: ['user', 'app', 'browser'],
    answer: onDemand(() => z.array(issueType())),
    page: `${api('issue-types')}#api-rest-api-3-issuetype-project-get`,
  },
  projectStatuses: {
    method: 'GET',
    path: `${PROJECT}/statuses`,
    scopes: READ,
    as: ['user', 'app', 'browser'],
    answer: onDemand(() =>
      z.array(z.object({ id: z.string(), name: z.string(), statuses: z.array(status()) })),
    ),
    page: `${api('projects')}#api-rest-api-3-project-projectidorkey-statuses-get`,
  },
  projectComponents: {
    method: 'GET',
    path: `${PROJECT}/component`,
    scopes: READ,
    as: ['browser'],
    answer: onDemand(() =>
      z.object({
        isLast: z.boolean().optional(),
        values: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
    page: `${api('project-components')}#api-rest-api-3-project-projectidorkey-component-get`,
  },
  resolutions: {
    method: 'GET',
    path: '/rest/api/3/resolution/search',
    scopes: READ,
    as: ['browser'],
    answer: onDemand(() =>
      z.object({
        isLast: z.boolean().optional(),
        values: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
    page: `${api('issue-resolutions')}#api-rest-api-3-resolution-search-get`,
  },
  getProjectProperty: {
    method: 'GET',
    path: `${PROJECT}/properties/{propertyKey}`,
    scopes: READ,
    as: ['app'],
    answer: onDemand(() => z.object({ key: z.string(), value: z.unknown() })),
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
  deleteProjectProperty: {
    method: 'DELETE',
    path: `${PROJECT}/properties/{propertyKey}`,
    scopes: ['manage:jira-project'],
    as: ['app'],
    answer: null,
    page: `${api('project-properties')}#api-rest-api-3-project-projectidorkey-properties-propertykey-delete`,
  },
  readWorkflows: {
    method: 'POST',
    path: '/rest/api/3/workflows',
    scopes: CONFIGURE,
    as: ['user'],
    answer: workflows,
    page: `${api('workflows')}#api-rest-api-3-workflows-post`,
  },
  updateWorkflows: {
    method: 'POST',
    path: '/rest/api/3/workflows/update',
    scopes: CONFIGURE,
    as: ['user'],
    answer: null,
    page: `${api('workflows')}#api-rest-api-3-workflows-update-post`,
  },
  pinPanel: {
    method: 'POST',
    path: '/rest/api/3/forge/panel/action/bulk/async',
    scopes: ['manage:jira-project'],
    as: ['user'],
    answer: taskStarted,
    page: `${api('issue-panels')}#api-rest-api-3-forge-panel-action-bulk-async-post`,
  },
  panelPins: {
    method: 'POST',
    path: '/rest/api/3/forge/panel/action/bulk/status',
    scopes: ['manage:jira-project'],
    as: ['user'],
    answer: panelPins,
    page: api('issue-panels'),
  },
  fields: {
    method: 'GET',
    path: '/rest/api/3/field',
    scopes: READ,
    as: ['browser'],
    answer: onDemand(() => z.array(field())),
    page: `${api('issue-fields')}#api-rest-api-3-field-get`,
  },
  boards: {
    method: 'GET',
    path: '/rest/agile/1.0/board',
    scopes: ['read:board-scope:jira-software', 'read:project:jira'],
    as: ['browser'],
    answer: onDemand(() => z.object({ isLast: z.boolean().optional(), values: z.array(board()) })),
    page: `${agile('board')}#api-rest-agile-1-0-board-get`,
  },
  sprints: {
    method: 'GET',
    path: '/rest/agile/1.0/board/{boardId}/sprint',
    scopes: ['read:sprint:jira-software'],
    as: ['browser'],
    answer: onDemand(() => z.object({ isLast: z.boolean().optional(), values: z.array(sprint()) })),
    page: `${agile('board')}#api-rest-agile-1-0-board-boardid-sprint-get`,
  },
  issueLinkTypes: {
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    scopes: READ,
    as: ['browser'],
    answer: onDemand(() =>
      z.object({ issueLinkTypes: z.array(z.object({ id: z.string(), name: z.string() })) }),
    ),
    page: `${api('issue-link-types')}#api-rest-api-3-issuelinktype-get`,
  },
} as const satisfies Record<string, Endpoint>;

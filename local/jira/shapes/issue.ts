// An issue as Jira answers it, with the fields that were asked for.
import { ESTIMATE_FIELD, RANK_FIELD, SPRINT_FIELD } from '../constants';
import { type Call } from '../services';
import { type IssueRecord } from '../store';
import { openTransitions } from '../workflow/open-transitions';
import { jiraDate } from '../zones';
import { changelogJson } from './changelog';
import { commentsJson } from './comments';
import { ISSUE_FIELDS } from './fields';
import { linksJson } from './links';
import { userOrNull } from './people';
import * as site from './site';
import { sprintsJson } from './sprints';
import { transitionJson } from './transition';

export interface IssueView {
  fields: readonly string[];
  properties: readonly string[];
  expand: readonly string[];
}

/** An `IssueBean` of REST v3. What was not asked for is left out; names go with single issues only. */
export function issueJson(call: Call, issue: IssueRecord, view: IssueView): unknown {
  const { expand, properties } = view;
  return {
    expand: 'names,changelog,transitions',
    id: issue.id,
    self: `${call.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(view.fields.length > 0 ? { fields: fieldsJson(call, issue, view.fields) } : {}),
    ...(properties.length > 0 ? { properties: propertiesJson(call, issue, properties) } : {}),
    ...(expand.includes('changelog') ? { changelog: changelogJson(call, issue.id) } : {}),
    ...(expand.includes('transitions') ? { transitions: transitionsOf(call, issue) } : {}),
    ...(expand.includes('names') && call.method === 'GET' ? { names: namesOf(view.fields) } : {}),
  };
}

/** Names by field id, as `expand=names` gives them. */
export function namesOf(fields: readonly string[]): Record<string, string> {
  const wanted = ISSUE_FIELDS.filter((field) => fields.includes(field.id));
  return Object.fromEntries(wanted.map((field) => [field.id, field.name]));
}

function transitionsOf(call: Call, issue: IssueRecord): unknown[] {
  return openTransitions(call, issue).map((each) => transitionJson(call, each));
}

function propertiesJson(call: Call, issue: IssueRecord, keys: readonly string[]): unknown {
  const all = keys.includes('*all') ? call.store.propertyKeys(issue.id) : keys;
  return Object.fromEntries(
    all.flatMap((key) => {
      const text = call.store.property(issue.id, key);
      return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
    }),
  );
}

/**
 * Values by field id; an empty field is null, a missing parent undefined. Moments have the offset of
 * the caller's zone.
 */
export function fieldsJson(
  call: Call,
  issue: IssueRecord,
  wanted: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(wanted.map((id) => [id, fieldJson(call, issue, id)]));
}

function fieldJson(call: Call, issue: IssueRecord, id: string): unknown {
  const { catalog, viewer } = call;
  const date = (ms: number | null) => (ms === null ? null : jiraDate(ms, viewer.zone));
  const status = catalog.status(issue.statusId);
  switch (id) {
    case 'summary':
      return issue.summary;
    case 'description':
      return call.store.description(issue.id);
    case 'issuetype': {
      const type = catalog.issueType(issue.typeId);
      return type ? site.issueTypeJson(call, type) : null;
    }
    case 'project': {
      const project = catalog.project(issue.projectId);
      return project ? site.projectRefJson(call, project) : null;
    }
    case 'status':
      return status ? site.statusJson(call, status) : null;
    case 'statusCategory':
      return status ? site.categoryJson(call, status.category) : null;
    case 'priority':
      return named(call, 'priority', catalog.priorities(), issue.priorityId);
    case 'resolution':
      return named(call, 'resolution', catalog.resolutions(), issue.resolutionId);
    case 'created':
      return date(issue.created);
    case 'updated':
      return date(issue.updated);
    case 'resolutiondate':
      return date(issue.resolved);
    case 'statuscategorychangedate':
      return date(issue.categoryChanged);
    case 'duedate':
      return issue.dueDate;
    case 'labels':
      return issue.labels;
    case 'components':
      return (catalog.project(issue.projectId)?.components ?? [])
        .filter((one) => issue.componentIds.includes(one.id))
        .map((one) => site.namedJson(call, 'component', one));
    case 'fixVersions':
      return issue.fixVersionNames.map((name) =>
        site.versionJson(
          call,
          { id: catalog.versionId(issue.projectId, name), name },
          issue.projectId,
        ),
      );
    case 'reporter':
      return userOrNull(call, issue.reporterAccountId);
    case 'creator':
      return userOrNull(call, issue.creatorAccountId);
    case 'assignee':
      return userOrNull(call, issue.assigneeAccountId);
    case 'parent': {
      const parent = issue.parentId === null ? undefined : call.store.issue(issue.parentId);
      // Jira leaves the field out for an issue without a parent.
      return parent && viewer.seesIssue(parent) ? issueRefJson(call, parent) : undefined;
    }
    case 'subtasks':
      return call.store
        .children(issue.id)
        .filter((child) => catalog.levelOf(child.typeId) < 0)
        .filter((child) => viewer.seesIssue(child))
        .map((child) => issueRefJson(call, child));
    case 'issuelinks':
      return linksJson(call, issue, (other) => issueRefJson(call, other));
    case 'comment':
      return commentsJson(call, issue.id);
    case ESTIMATE_FIELD:
      return issue.estimate;
    case RANK_FIELD:
      return call.store.ranks.of(issue.id);
    case SPRINT_FIELD:
      return sprintsJson(call, issue);
    default:
      return null;
  }
}

/** An issue inside another one's fields: parent, sub-task, link. It has no member for no priority. */
function issueRefJson(call: Call, issue: IssueRecord): Record<string, unknown> {
  const shown = ['summary', 'status', ...(issue.priorityId === null ? [] : ['priority'])];
  return {
    id: issue.id,
    key: issue.key,
    self: `${call.baseUrl}/rest/api/3/issue/${issue.id}`,
    fields: fieldsJson(call, issue, [...shown, 'issuetype']),
  };
}

function named(
  call: Call,
  kind: string,
  all: readonly { id: string; name: string }[],
  id: string | null,
): unknown {
  const found = all.find((one) => one.id === id);
  return found ? site.namedJson(call, kind, found) : null;
}

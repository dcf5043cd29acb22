// Creating, editing and deleting issues. Source: Atlassian, REST v3, group "Issues".
import { z } from 'zod';
import { type Draft, FieldError } from '../edit/draft';
import { cannotBeSet, setFields } from '../edit/fields';
import { recordHistory } from '../edit/history';
import { pick } from '../edit/reference-fields';
import { refuse, refuseFields, unauthenticated } from '../errors';
import { hasInProject } from '../permissions';
import { checkedKey, checkedValue } from '../property-value';
import { readBody, readIssue, requirePermission } from '../reading';
import { removeIssue } from '../removal';
import { type Call, type Reply, type Route, WRITE, writing } from '../services';
import { hasOnIssue, isEditable } from '../workflow/status-rules';

const editBody = z.strictObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  properties: z
    .array(z.strictObject({ key: z.string(), value: z.unknown().optional() }))
    .optional(),
  historyMetadata: z.unknown().optional(),
});
type EditBody = z.infer<typeof editBody>;

export const editRoutes: Route[] = [
  writing('POST', '/issue', WRITE, create),
  writing('PUT', '/issue/{issueIdOrKey}', WRITE, edit),
  writing('DELETE', '/issue/{issueIdOrKey}', WRITE, remove),
];

function create(call: Call): Reply {
  if (call.viewer.anonymous) throw unauthenticated();
  const body = readBody(call, editBody);
  const { project: projectValue, ...rest } = body.fields ?? {};
  const draft = newDraft(call, projectValue);
  const values = { summary: undefined, issuetype: undefined, ...rest };
  call.db.transaction(() => {
    setFields(call, draft, values);
    if (call.catalog.levelOf(draft.issue.typeId) < 0 && draft.issue.parentId === null) {
      throw refuseFields({ parent: 'Sub-tasks must have a parent.' });
    }
    const { issue, project } = draft;
    issue.id = String(call.store.next('issue', 10_000));
    issue.key = `${project.key}-${String(call.store.next(`key:${project.id}`, 1))}`;
    call.store.save(issue, draft.description);
    setProperties(call, issue.id, body);
    call.index.touch(issue.id);
  });
  const { id, key } = draft.issue;
  return { status: 201, json: { id, key, self: `${call.baseUrl}/rest/api/3/issue/${id}` } };
}

function newDraft(call: Call, projectValue: unknown): Draft {
  const seen = call.viewer.visibleProjects();
  const candidates = [...seen, ...seen.map((one) => ({ ...one, name: one.key }))];
  const project = findProject(candidates, projectValue);
  if (!project || !hasInProject(call.viewer, 'CREATE_ISSUES', project.id)) {
    throw refuseFields({ project: 'Specify a valid project in which you may create issues.' });
  }
  const now = call.clock.now();
  const first = project.statuses.find((one) => one.category === 'new') ?? project.statuses[0];
  const priorities = call.catalog.priorities();
  const priority = priorities.find((one) => one.name === 'Medium') ?? priorities[0];
  return {
    project: call.catalog.project(project.id) ?? project,
    description: null,
    issue: {
      id: '',
      key: '',
      projectId: project.id,
      typeId: '',
      statusId: first?.id ?? '',
      summary: '',
      resolutionId: null,
      priorityId: priority?.id ?? null,
      parentId: null,
      created: now,
      updated: now,
      resolved: null,
      categoryChanged: now,
      dueDate: null,
      labels: [],
      componentIds: [],
      fixVersionNames: [],
      reporterAccountId: call.viewer.accountId,
      creatorAccountId: call.viewer.accountId,
      assigneeAccountId: null,
      estimate: null,
      visibleTo: null,
      links: [],
    },
  };
}

function findProject<T extends { id: string; key: string; name: string }>(
  candidates: readonly T[],
  value: unknown,
): T | undefined {
  const byKey = z.looseObject({ key: z.string() }).safeParse(value);
  try {
    return pick(candidates, byKey.success ? { name: byKey.data.key } : value, 'project');
  } catch (error) {
    if (error instanceof FieldError) return undefined;
    throw error;
  }
}

function setProperties(call: Call, issueId: string, body: EditBody): void {
  for (const { key, value } of body.properties ?? []) {
    call.store.setProperty(issueId, checkedKey(key), checkedValue(JSON.stringify(value ?? null)));
  }
}

function edit(call: Call): Reply {
  const before = readIssue(call);
  const message = 'You do not have permission to edit issues in this project.';
  if (call.viewer.anonymous) throw unauthenticated();
  if (!hasOnIssue(call, call.viewer, 'EDIT_ISSUES', before)) throw refuse(403, message);
  const body = readBody(call, editBody);
  const fields = Object.keys(body.fields ?? {});
  if (!isEditable(call, before)) {
    throw fields.length === 0 ? refuse(403, message) : refuseFields(notSettable(fields));
  }
  const project = call.catalog.project(before.projectId);
  if (!project) throw refuse(404, 'The project of the issue is gone.');
  const description = call.store.description(before.id);
  const draft: Draft = { issue: structuredClone(before), description, project };
  call.db.transaction(() => {
    const changes = setFields(call, draft, body.fields ?? {});
    const now = call.clock.now();
    if (changes.length > 0) draft.issue.updated = now;
    call.store.update(draft.issue);
    call.store.setDescription(draft.issue.id, draft.description);
    setProperties(call, draft.issue.id, body);
    recordHistory(call, draft.issue.id, now, changes);
    call.index.touch(draft.issue.id);
  });
  return { status: 204 };
}

/** An issue that is closed to edits has no field that may be set. */
const notSettable = (fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((fieldId) => [fieldId, cannotBeSet(fieldId)]));

function remove(call: Call): Reply {
  const issue = readIssue(call);
  const message = 'You do not have permission to delete issues in this project.';
  requirePermission(call, 'DELETE_ISSUES', issue.projectId, message);
  const hasSubtasks = call.store
    .children(issue.id)
    .some((child) => call.catalog.levelOf(child.typeId) < 0);
  if (hasSubtasks && call.query.get('deleteSubtasks') !== 'true') {
    throw refuse(
      400,
      `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  call.db.transaction(() => {
    removeIssue(call, issue.id);
  });
  return { status: 204 };
}

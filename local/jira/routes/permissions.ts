// What a caller may do. Source: Atlassian, REST v3, group "Permissions".
import { z } from 'zod';
import { PERMISSION_CHECK_MAX } from '../constants';
import { issueNotFound, projectNotFound, refuse } from '../errors';
import { hasGlobal, hasInProject, hasSomewhere, PERMISSIONS } from '../permissions';
import { findIssue, findProject, readBody, readList } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route } from '../services';
import { type IssueRecord } from '../store';
import { createViewer, type Viewer } from '../viewer';
import { hasOnIssue } from '../workflow/status-rules';

const checkBody = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(
      z.strictObject({
        permissions: z.array(z.string()),
        projects: z.array(z.int()).max(PERMISSION_CHECK_MAX).optional(),
        issues: z.array(z.int()).max(PERMISSION_CHECK_MAX).optional(),
      }),
    )
    .optional(),
});

export const permissionRoutes: Route[] = [
  route('GET', '/mypermissions', READ, myPermissions),
  // Atlassian lists no classic scope for this call.
  route('POST', '/permissions/check', [], check),
];

function known(keys: readonly string[]): readonly string[] {
  const unknown = keys.filter((key) => !Object.hasOwn(PERMISSIONS, key));
  if (unknown.length > 0) throw refuse(400, `Unrecognized permissions: ${unknown.join(', ')}`);
  return keys;
}

function myPermissions(call: Call): Reply {
  const keys = known(readList(call, 'permissions'));
  if (keys.length === 0) throw refuse(400, "The 'permissions' query parameter is required.");
  const where = contextOf(call);
  const permissions = keys.map((key) => {
    const info = PERMISSIONS[key];
    const havePermission =
      info?.type === 'GLOBAL' ? hasGlobal(call.viewer, key) : hasWhere(call, key, where);
    const { id = '', name = '', type = 'PROJECT' } = info ?? {};
    return [key, { id, key, name, type, description: '', havePermission }] as const;
  });
  return ok({ permissions: Object.fromEntries(permissions) }, { people: keys.length });
}

type Where = { issue: IssueRecord } | { projectId: string } | undefined;

function hasWhere(call: Call, key: string, where: Where): boolean {
  if (where === undefined) return hasSomewhere(call.viewer, key);
  if ('issue' in where) return hasOnIssue(call, call.viewer, key, where.issue);
  return hasInProject(call.viewer, key, where.projectId);
}

function contextOf(call: Call): Where {
  const issueIdOrKey = call.query.get('issueId') ?? call.query.get('issueKey');
  if (issueIdOrKey !== null) {
    const issue = findIssue(call, issueIdOrKey);
    if (!issue) throw issueNotFound();
    return { issue };
  }
  const projectIdOrKey = call.query.get('projectId') ?? call.query.get('projectKey');
  if (projectIdOrKey === null) return undefined;
  const project = findProject(call, projectIdOrKey);
  if (!project) throw projectNotFound(projectIdOrKey);
  return { projectId: project.id };
}

function check(call: Call): Reply {
  const body = readBody(call, checkBody);
  const viewer = checkedViewer(call, body.accountId);
  const globals = known(body.globalPermissions ?? []).filter((key) => hasGlobal(viewer, key));
  const projectPermissions = (body.projectPermissions ?? []).flatMap((asked) =>
    known(asked.permissions).map((permission) => ({
      permission,
      // Ids that mean nothing to the user are left out without a word.
      projects: (asked.projects ?? []).filter((id) => hasInProject(viewer, permission, String(id))),
      issues: (asked.issues ?? []).filter((id) => {
        const issue = call.store.issue(String(id));
        return (
          issue !== undefined &&
          viewer.seesIssue(issue) &&
          hasOnIssue(call, viewer, permission, issue)
        );
      }),
    })),
  );
  const people = globals.length + projectPermissions.length;
  return ok({ globalPermissions: globals, projectPermissions }, { people });
}

/** Another user's permissions are for administrators only. */
function checkedViewer(call: Call, accountId: string | undefined): Viewer {
  if (accountId === undefined || accountId === call.viewer.accountId) return call.viewer;
  if (!hasGlobal(call.viewer, 'ADMINISTER')) {
    throw refuse(403, "You do not have permission to check another user's permissions.");
  }
  return createViewer(call.catalog, { principal: 'client', accountId });
}

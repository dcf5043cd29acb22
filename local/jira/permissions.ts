// Which role holds which of Jira's permissions. Keys and texts: Atlassian, "Permissions" of REST v3.
import { type ProjectRole } from './api';
import { type Viewer } from './viewer';

export interface PermissionInfo {
  id: string;
  name: string;
  type: 'GLOBAL' | 'PROJECT';
  roles: readonly ProjectRole[];
}

const ALL: readonly ProjectRole[] = ['admin', 'editor', 'viewer'];
const WORK: readonly ProjectRole[] = ['admin', 'editor'];
const ADMIN: readonly ProjectRole[] = ['admin'];

const project = (id: number, name: string, roles: readonly ProjectRole[]): PermissionInfo => ({
  id: String(id),
  name,
  type: 'PROJECT',
  roles,
});
const global = (id: number, name: string): PermissionInfo => ({
  id: String(id),
  name,
  type: 'GLOBAL',
  roles: [],
});

/** The permissions that this stand-in models; any other key is refused as Jira refuses a wrong one. */
export const PERMISSIONS: Readonly<Record<string, PermissionInfo>> = {
  ADMINISTER: global(0, 'Administer Jira'),
  SYSTEM_ADMIN: global(44, 'Administer System'),
  BULK_CHANGE: global(33, 'Make bulk changes'),
  ADMINISTER_PROJECTS: project(23, 'Administer Projects', ADMIN),
  BROWSE_PROJECTS: project(10, 'Browse Projects', ALL),
  CREATE_ISSUES: project(11, 'Create Issues', WORK),
  EDIT_ISSUES: project(12, 'Edit Issues', WORK),
  ASSIGN_ISSUES: project(13, 'Assign Issues', WORK),
  RESOLVE_ISSUES: project(14, 'Resolve Issues', WORK),
  ADD_COMMENTS: project(15, 'Add Comments', WORK),
  DELETE_ISSUES: project(16, 'Delete Issues', ADMIN),
  ASSIGNABLE_USER: project(17, 'Assignable User', WORK),
  CLOSE_ISSUES: project(18, 'Close Issues', WORK),
  LINK_ISSUES: project(21, 'Link Issues', WORK),
  MOVE_ISSUES: project(25, 'Move Issues', ADMIN),
  SCHEDULE_ISSUES: project(28, 'Schedule Issues', WORK),
  MODIFY_REPORTER: project(30, 'Modify Reporter', ADMIN),
  TRANSITION_ISSUES: project(46, 'Transition Issues', WORK),
};

/**
 * The app holds all of them, as a site administrator does; bulk changes are for everybody who is
 * logged in.
 */
export function hasGlobal(viewer: Viewer, key: string): boolean {
  if (key === 'BULK_CHANGE') return !viewer.anonymous;
  return viewer.isApp || viewer.siteAdmin;
}

/** By role; false for a key that is not modelled. What a status takes away: `hasOnIssue`. */
export function hasInProject(viewer: Viewer, key: string, projectId: string): boolean {
  return PERMISSIONS[key]?.roles.includes(viewer.role(projectId)) === true;
}

/** Whether a caller holds a project permission in some project, as `mypermissions` asks without one. */
export function hasSomewhere(viewer: Viewer, key: string): boolean {
  return viewer.visibleProjects().some((each) => hasInProject(viewer, key, each.id));
}

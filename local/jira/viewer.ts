// The caller as Jira sees it: zone, roles, and which projects and issues exist for them.
import { type Caller, type ProjectRole, type SiteProject, type SiteUser } from './api';
import { type Catalog } from './catalog';
import { APP_ACCOUNT, APP_ZONE, SITE_ZONE } from './constants';
import { type IssueRecord } from './store';

export interface Viewer {
  isApp: boolean;
  anonymous: boolean;
  /** Author of what this caller writes; null when anonymous. */
  accountId: string | null;
  user: SiteUser | undefined;
  siteAdmin: boolean;
  zone: string;
  role(projectId: string): ProjectRole;
  seesProject(projectId: string): boolean;
  seesIssue(issue: IssueRecord): boolean;
  /** Those that lists and searches know: archived ones can only be asked for by name. */
  visibleProjects(): SiteProject[];
}

/** Who calls with an account that the site does not know is anonymous. The app administers every project. */
export function createViewer(catalog: Catalog, caller: Caller): Viewer {
  const isApp = caller.principal === 'app';
  const accountId = caller.principal === 'app' ? APP_ACCOUNT.accountId : caller.accountId;
  const user = accountId === null ? undefined : catalog.user(accountId);
  const anonymous = !isApp && user === undefined;
  const siteAdmin = user?.siteAdmin === true;
  const all = isApp || siteAdmin;

  const role = (projectId: string): ProjectRole => {
    const project = catalog.project(projectId);
    if (!project || anonymous) return 'none';
    const held = all ? 'admin' : (project.roles[accountId ?? ''] ?? project.defaultRole);
    // What is archived can be read and no more.
    return project.archived === true && held !== 'none' ? 'viewer' : held;
  };
  const seesProject = (projectId: string) => role(projectId) !== 'none';

  return {
    isApp,
    anonymous,
    accountId: anonymous ? null : accountId,
    user,
    siteAdmin,
    zone: isApp ? APP_ZONE : (user?.timeZone ?? SITE_ZONE),
    role,
    seesProject,
    seesIssue: (issue) =>
      seesProject(issue.projectId) &&
      (isApp || issue.visibleTo === null || issue.visibleTo.includes(accountId ?? '')),
    visibleProjects: () =>
      catalog.projects().filter(({ id, archived }) => seesProject(id) && archived !== true),
  };
}

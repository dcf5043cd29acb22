// What a site has few of: users, projects with their types and statuses, priorities, resolutions,
// versions.
import { type Db } from '../db';
import {
  type SiteIssueType,
  type SiteLinkType,
  type SiteProject,
  type SiteStatus,
  type SiteUser,
} from './api';
import { LINK_TYPES } from './constants';
import { kept } from './kept';
import { num, str } from './rows';

export interface Named {
  id: string;
  name: string;
}

export interface Catalog {
  users(): SiteUser[];
  user(accountId: string): SiteUser | undefined;
  addUser(user: SiteUser): void;
  projects(): SiteProject[];
  project(id: string): SiteProject | undefined;
  /** By id, or by key in any case; by a key of earlier days, too. */
  findProject(idOrKey: string): SiteProject | undefined;
  /** Adds it, or puts it in the place of the one with its id. */
  addProject(project: SiteProject): void;
  removeProject(id: string): void;
  issueType(id: string): SiteIssueType | undefined;
  /** Hierarchy level of a type: below 0 a sub-task, 0 standard (and unknown), 1 and more above. */
  levelOf(typeId: string): number;
  status(id: string): SiteStatus | undefined;
  priorities(): Named[];
  addPriority(priority: Named): void;
  resolutions(): Named[];
  addResolution(resolution: Named): void;
  /** Jira's own, until a site has others. */
  linkTypes(): readonly SiteLinkType[];
  addLinkType(type: SiteLinkType): void;
  versions(projectId: string): Named[];
  /** The id of a version; creates it when the project has none of that name. */
  versionId(projectId: string, name: string): string;
  reload(): void;
}

/** What an earlier run left in the database is there again. */
export function createCatalog(db: Db): Catalog {
  const users = kept<SiteUser>(db, 'user', ({ accountId }) => accountId);
  const projects = kept<SiteProject>(db, 'project', ({ id }) => id);
  const priorities = kept<Named>(db, 'priority', ({ id }) => id);
  const resolutions = kept<Named>(db, 'resolution', ({ id }) => id);
  const links = kept<SiteLinkType>(db, 'linkType', ({ id }) => id);
  const types = new Map<string, SiteIssueType>();
  const statuses = new Map<string, SiteStatus>();
  const versions = new Map<string, Map<string, string>>();

  const learn = (project: SiteProject): void => {
    for (const type of project.issueTypes) types.set(type.id, type);
    for (const status of project.statuses) statuses.set(status.id, status);
  };
  const learnVersion = (projectId: string, name: string, id: string): string => {
    const known = versions.get(projectId) ?? new Map<string, string>();
    versions.set(projectId, known.set(name, id));
    return id;
  };
  const learnAll = (): void => {
    for (const map of [types, statuses, versions]) map.clear();
    projects.all().forEach(learn);
    for (const row of db.all('SELECT id, project_id, name FROM jira_version ORDER BY id')) {
      learnVersion(str(row, 'project_id'), str(row, 'name'), String(num(row, 'id')));
    }
  };
  learnAll();

  return {
    reload: () => {
      for (const each of [users, projects, priorities, resolutions, links]) each.reload();
      learnAll();
    },
    users: users.all,
    user: users.get,
    addUser: users.put,
    projects: projects.all,
    project: projects.get,
    findProject: (idOrKey) =>
      projects.get(idOrKey) ??
      projects.all().find(({ key }) => key.toUpperCase() === idOrKey.toUpperCase()) ??
      projects.all().find(({ formerKeys = [] }) => formerKeys.includes(idOrKey.toUpperCase())),
    addProject: (project) => {
      learn(projects.put(project));
    },
    removeProject: (id) => {
      projects.remove(id);
      learnAll();
    },
    issueType: (id) => types.get(id),
    levelOf: (typeId) => types.get(typeId)?.hierarchyLevel ?? 0,
    status: (id) => statuses.get(id),
    priorities: priorities.all,
    addPriority: priorities.put,
    resolutions: resolutions.all,
    addResolution: resolutions.put,
    linkTypes: () => (links.all().length > 0 ? links.all() : LINK_TYPES),
    addLinkType: links.put,
    versions: (projectId) =>
      [...(versions.get(projectId) ?? [])].map(([name, id]) => ({ id, name })),
    versionId: (projectId, name) => {
      const known = versions.get(projectId)?.get(name);
      if (known !== undefined) return known;
      db.run('INSERT INTO jira_version(project_id, name) VALUES (?, ?)', [projectId, name]);
      const row = db.get('SELECT last_insert_rowid() AS id') ?? {};
      return learnVersion(projectId, name, String(num(row, 'id')));
    },
  };
}

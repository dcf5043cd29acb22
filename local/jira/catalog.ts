// What a site has few of: users, projects with their types and statuses, priorities, resolutions,
// versions. Kept in memory beside the tables, because every answer needs some of them.
import { type Db } from '../db';
import { type SiteIssueType, type SiteProject, type SiteStatus, type SiteUser } from './api';
import { json, num, str } from './rows';

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
  /** By id, or by key in any case. */
  findProject(idOrKey: string): SiteProject | undefined;
  addProject(project: SiteProject): void;
  /** Every issue type of the site once, with the projects that use it. */
  issueTypes(): SiteIssueType[];
  issueType(id: string): SiteIssueType | undefined;
  statuses(): SiteStatus[];
  status(id: string): SiteStatus | undefined;
  priorities(): Named[];
  addPriority(priority: Named): void;
  resolutions(): Named[];
  addResolution(resolution: Named): void;
  versions(projectId: string): Named[];
  /** The id of a version; creates it when the project has none of that name. */
  versionId(projectId: string, name: string): string;
  reload(): void;
}

export function createCatalog(db: Db): Catalog {
  const users = new Map<string, SiteUser>();
  const projects = new Map<string, SiteProject>();
  const types = new Map<string, SiteIssueType>();
  const statuses = new Map<string, SiteStatus>();
  const priorities = new Map<string, Named>();
  const resolutions = new Map<string, Named>();
  const versions = new Map<string, Map<string, string>>();

  const learn = (project: SiteProject): void => {
    projects.set(project.id, project);
    for (const type of project.issueTypes) types.set(type.id, type);
    for (const status of project.statuses) statuses.set(status.id, status);
  };
  const learnVersion = (projectId: string, name: string, id: string): string => {
    const known = versions.get(projectId) ?? new Map<string, string>();
    versions.set(projectId, known.set(name, id));
    return id;
  };

  const reload = (): void => {
    for (const map of [users, projects, types, statuses, priorities, resolutions, versions]) {
      map.clear();
    }
    for (const row of db.all('SELECT data FROM jira_user ORDER BY rowid')) {
      const user = json<SiteUser>(row, 'data');
      users.set(user.accountId, user);
    }
    for (const row of db.all('SELECT data FROM jira_project ORDER BY rowid')) {
      learn(json<SiteProject>(row, 'data'));
    }
    for (const row of db.all('SELECT id, name FROM jira_priority ORDER BY rowid')) {
      priorities.set(str(row, 'id'), { id: str(row, 'id'), name: str(row, 'name') });
    }
    for (const row of db.all('SELECT id, name FROM jira_resolution ORDER BY rowid')) {
      resolutions.set(str(row, 'id'), { id: str(row, 'id'), name: str(row, 'name') });
    }
    for (const row of db.all('SELECT id, project_id, name FROM jira_version ORDER BY id')) {
      learnVersion(str(row, 'project_id'), str(row, 'name'), String(num(row, 'id')));
    }
  };
  reload();

  return {
    reload,
    users: () => [...users.values()],
    user: (id) => users.get(id),
    addUser: (user) => {
      db.run('INSERT OR REPLACE INTO jira_user(account_id, data) VALUES (?, ?)', [
        user.accountId,
        JSON.stringify(user),
      ]);
      users.set(user.accountId, user);
    },
    projects: () => [...projects.values()],
    project: (id) => projects.get(id),
    findProject: (idOrKey) =>
      projects.get(idOrKey) ??
      [...projects.values()].find((p) => p.key.toUpperCase() === idOrKey.toUpperCase()),
    addProject: (project) => {
      db.run(
        `INSERT INTO jira_project(id, data) VALUES (?, ?)
         ON CONFLICT(id) DO UPDATE SET data = excluded.data`,
        [project.id, JSON.stringify(project)],
      );
      learn(project);
    },
    issueTypes: () => [...types.values()],
    issueType: (id) => types.get(id),
    statuses: () => [...statuses.values()],
    status: (id) => statuses.get(id),
    priorities: () => [...priorities.values()],
    addPriority: (priority) => {
      db.run('INSERT OR REPLACE INTO jira_priority VALUES (?, ?)', [priority.id, priority.name]);
      priorities.set(priority.id, priority);
    },
    resolutions: () => [...resolutions.values()],
    addResolution: (resolution) => {
      db.run('INSERT OR REPLACE INTO jira_resolution VALUES (?, ?)', [
        resolution.id,
        resolution.name,
      ]);
      resolutions.set(resolution.id, resolution);
    },
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

import { type Site, type SiteIssue, type SiteProject } from './api';
import { SETTABLE } from './edit/fields';
import { numberOfKey } from './keys';
import { createProjectLife } from './project-life';
import { num } from './rows';
import { emptyTables } from './schema';
import { type Services } from './services';
import { type IssueRecord } from './store';

const SCREEN_FIELDS: readonly string[] = ['resolution', ...SETTABLE];

/**
 * The back door through which a site is filled, past permissions, scopes and lag.
 * @throws Error for an issue, a status or a screen that does not fit its project
 */
export function createSite(services: Services): Site {
  const { db, catalog, boards, workflows, screens, panels, app, store, index } = services;
  const withStatus = (projectId: string, statusId: string): SiteProject => {
    const project = catalog.project(projectId);
    if (!project?.statuses.some(({ id }) => id === statusId)) {
      throw new Error(`Project ${projectId} has no status ${statusId}.`);
    }
    return project;
  };
  const check = (issue: SiteIssue): void => {
    const project = catalog.project(issue.projectId);
    const where = `Issue ${issue.key}`;
    if (!/^\d+$/.test(issue.id)) throw new Error(`${where}: id ${issue.id} is not a number.`);
    if (!project) throw new Error(`${where}: there is no project ${issue.projectId}.`);
    if (!issue.key.startsWith(`${project.key}-`))
      throw new Error(`${where} is not of ${project.key}.`);
    if (!project.issueTypes.some((type) => type.id === issue.typeId)) {
      throw new Error(`${where}: ${project.key} has no issue type ${issue.typeId}.`);
    }
    if (!project.statuses.some((status) => status.id === issue.statusId)) {
      throw new Error(`${where}: ${project.key} has no status ${issue.statusId}.`);
    }
  };

  const add = (issue: SiteIssue): void => {
    check(issue);
    const { properties, history, description, ...rest } = issue;
    const record: IssueRecord = { ...rest, creatorAccountId: issue.reporterAccountId };
    store.save(record, description);
    for (const [key, value] of Object.entries(properties)) {
      store.setProperty(issue.id, key, JSON.stringify(value));
    }
    for (const change of history) store.addChange(issue.id, change);
    index.insert(record, description, properties);
  };

  const raiseCounters = (issues: readonly SiteIssue[]): void => {
    const highest = new Map<string, number>();
    const raise = (kind: string, used: number) => {
      highest.set(kind, Math.max(highest.get(kind) ?? 0, used));
    };
    for (const issue of issues) {
      raise('issue', Number(issue.id));
      raise(`key:${issue.projectId}`, numberOfKey(issue.key));
      for (const { id } of issue.links) if (/^\d+$/.test(id)) raise('link', Number(id));
      for (const change of issue.history) raise('change', Number(change.id));
    }
    for (const [kind, used] of highest) store.seen(kind, used);
  };

  const reload = (): void => {
    catalog.reload();
    boards.reload();
    workflows.reload();
    screens.reload();
  };

  return {
    addUser: catalog.addUser,
    users: catalog.users,
    addPriority: catalog.addPriority,
    addResolution: catalog.addResolution,
    addLinkType: catalog.addLinkType,
    addProject: (project) => {
      catalog.addProject(project);
      if (project.panels === false) return;
      for (const key of app.panels ?? []) panels.pin(key, project.id, true);
    },
    panelPinned: (moduleKey, projectId) => panels.pinnedAt(moduleKey, projectId) !== undefined,
    projects: catalog.projects,
    addBoard: boards.addBoard,
    addSprint: boards.addSprint,
    boards: boards.boards,
    sprints: boards.sprints,
    addIssues: (issues) => {
      db.transaction(() => {
        issues.forEach(add);
        raiseCounters(issues);
      });
    },
    setProjectProperty: (projectId, key, value) => {
      services.projectProperties.set(projectId, key, JSON.stringify(value));
    },
    setStatusProperties: (projectId, statusId, properties) => {
      workflows.setStatusProperties(withStatus(projectId, statusId), statusId, properties);
    },
    setTransitionScreen: (projectId, toStatusId, screen) => {
      const project = withStatus(projectId, toStatusId);
      if (project.style === 'next-gen') throw new Error(`${project.key} is team-managed.`);
      const stranger = screen?.fields.find(({ id }) => !SCREEN_FIELDS.includes(id));
      if (stranger) throw new Error(`No screen of the local Jira holds ${stranger.id}.`);
      if (screen) screens.put(screen);
      workflows.setScreen(project, toStatusId, screen);
    },
    closeWayBack: (projectId, statusId) => {
      workflows.closeWayBack(withStatus(projectId, statusId), statusId);
    },
    ...createProjectLife(services),
    counts: () => {
      const row = db.get('SELECT count(*) AS items FROM jira_issue') ?? {};
      return { items: num(row, 'items'), projects: catalog.projects().length };
    },
    newest: () => {
      const row = db.get('SELECT max(updated) AS newest FROM ix_issue') ?? {};
      return row['newest'] === null ? null : num(row, 'newest');
    },
    clear: () => {
      emptyTables(db);
      reload();
    },
    reload,
  };
}

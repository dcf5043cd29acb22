// A site that only remembers what it was filled with, and refuses what a real one could not hold.

import type {
  Site,
  SiteBoard,
  SiteIssue,
  SiteProject,
  SiteSprint,
  SiteUser,
} from '../../../local/jira/api';

export interface RecordingSite extends Site {
  issues: SiteIssue[];
  resolutions: { id: string; name: string }[];
  priorities: { id: string; name: string }[];
  projectProperties: Map<string, unknown>;
  issue(key: string): SiteIssue;
}

function notNeeded(): never {
  throw new Error('not needed here');
}

export function recordingSite(): RecordingSite {
  const users: SiteUser[] = [];
  const projects: SiteProject[] = [];
  const boards: SiteBoard[] = [];
  const sprints: SiteSprint[] = [];
  const byKey = new Map<string, SiteIssue>();
  const ids = new Set<string>();
  const site: RecordingSite = {
    issues: [],
    resolutions: [],
    priorities: [],
    projectProperties: new Map(),
    issue: (key) => {
      const issue = byKey.get(key);
      if (issue === undefined) throw new Error(`No issue ${key}`);
      return issue;
    },
    addUser: (user) => {
      if (users.some((other) => other.accountId === user.accountId)) {
        throw new Error(`User ${user.accountId} twice`);
      }
      users.push(user);
    },
    users: () => [...users],
    addPriority: (priority) => void site.priorities.push(priority),
    addResolution: (resolution) => void site.resolutions.push(resolution),
    addLinkType: () => undefined,
    addProject: (project) => {
      if (projects.some(({ id, key }) => id === project.id || key === project.key)) {
        throw new Error(`Project ${project.key} twice`);
      }
      projects.push(project);
    },
    projects: () => [...projects],
    addBoard: (board) => void boards.push(board),
    addSprint: (sprint) => void sprints.push(sprint),
    panelPinned: (_moduleKey, projectId) =>
      projects.find(({ id }) => id === projectId)?.panels !== false,
    boards: () => boards,
    sprints: (boardId) => sprints.filter((one) => boardId === undefined || one.boardId === boardId),
    addIssues: (issues) => {
      for (const issue of issues) {
        const project = projects.find(({ id }) => id === issue.projectId);
        if (!issue.key.startsWith(`${project?.key ?? ''}-`)) throw new Error(`${issue.key} strays`);
        if (byKey.has(issue.key) || ids.has(issue.id)) throw new Error(`${issue.key} twice`);
        byKey.set(issue.key, issue);
        ids.add(issue.id);
        site.issues.push(issue);
      }
    },
    setProjectProperty: (projectId, key, value) =>
      void site.projectProperties.set(`${projectId}/${key}`, value),
    setTransitionScreen: () => undefined,
    archiveProject: notNeeded,
    renameProject: notNeeded,
    deleteProject: notNeeded,
    closeWayBack: notNeeded,
    setStatusProperties: notNeeded,
    counts: () => ({ items: site.issues.length, projects: projects.length }),
    deleteIssue: notNeeded,
    newest: notNeeded,
    clear: notNeeded,
    reload: notNeeded,
  };
  return site;
}

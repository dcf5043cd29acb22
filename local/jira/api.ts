// What the rest of the local host may know of the local Jira: requests with a caller, answers,
// the ledger, and the back door through which sites are filled with data.
import { type Ledger } from './ledger';
import { type SiteMail } from './mail';
import { type Quota } from './quota';

/**
 * Who makes a call. `app` and `user` are functions of the app (asApp, asUser), `browser` is
 * `requestJira` in a page of the app, `client` is an outside REST client that logged in.
 * A null account is anonymous.
 */
export type Caller =
  | { principal: 'app' }
  | { principal: 'user' | 'browser' | 'client'; accountId: string | null };

export interface JiraRequest {
  method: string;
  /** Path with query, as sent: `/rest/api/3/search/jql?…`. */
  path: string;
  /** Header names in lower case. */
  headers: Record<string, string>;
  body: string;
  caller: Caller;
  /** Whether a function or a page of the app sent it, so that a check may hold the app to it. */
  fromApp?: boolean;
}

export interface JiraAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON text, or '' when the answer has no body. */
  body: string;
}

export interface SiteUser {
  accountId: string;
  /** Login name on the REST side; `name@example.com` works too. */
  name: string;
  displayName: string;
  timeZone: string;
  locale: string;
  siteAdmin: boolean;
}

/** What a member may do in one project. `none` does not see the project at all. */
export type ProjectRole = 'admin' | 'editor' | 'viewer' | 'none';

export interface SiteStatus {
  id: string;
  name: string;
  category: 'new' | 'indeterminate' | 'done';
}

export interface SiteIssueType {
  id: string;
  name: string;
  /** -1 sub-task, 0 standard, 1 and more above. */
  hierarchyLevel: number;
}

export interface SiteProject {
  id: string;
  key: string;
  name: string;
  style: 'classic' | 'next-gen';
  leadAccountId: string | null;
  issueTypes: SiteIssueType[];
  statuses: SiteStatus[];
  components: { id: string; name: string }[];
  /** Role by account id; who is not named has `defaultRole`. */
  roles: Record<string, ProjectRole>;
  defaultRole: ProjectRole;
  /** Company-managed projects that name the same workflow share it; without a name it is its own. */
  workflow?: string;
  /** False where the app's panels stay hidden until somebody adds them; true without it. */
  panels?: boolean;
  /** Set by `archiveProject`. */
  archived?: boolean;
  /** Keys before `renameProject`, in capitals. */
  formerKeys?: readonly string[];
}

/** A type of links: this issue `outward` that one, which is `inward` this one. */
export interface SiteLinkType {
  id: string;
  name: string;
  inward: string;
  outward: string;
}

/** A board; `simple` is the board of a team-managed project. */
export interface SiteBoard {
  id: number;
  name: string;
  type: 'scrum' | 'kanban' | 'simple';
  projectId: string;
  /** Whether its work goes in sprints. */
  sprints: boolean;
}

/** A sprint; moments in milliseconds. */
export interface SiteSprint {
  id: number;
  boardId: number;
  name: string;
  state: 'active' | 'future' | 'closed';
  startDate: number | null;
  endDate: number | null;
  completeDate: number | null;
  goal: string;
}

/** One change in an issue's history. Values are ids (`from`, `to`) with their names beside them. */
export interface SiteChange {
  id: string;
  created: number;
  authorAccountId: string | null;
  items: {
    field: string;
    fieldId: string;
    from: string | null;
    fromString: string | null;
    to: string | null;
    toString: string | null;
  }[];
}

/** An issue as it is stored; moments in milliseconds (UTC), references by id. */
export interface SiteIssue {
  id: string;
  key: string;
  projectId: string;
  typeId: string;
  statusId: string;
  summary: string;
  /** Atlassian document, or null. */
  description: unknown;
  resolutionId: string | null;
  priorityId: string | null;
  parentId: string | null;
  created: number;
  updated: number;
  resolved: number | null;
  categoryChanged: number;
  dueDate: string | null;
  labels: string[];
  componentIds: string[];
  fixVersionNames: string[];
  reporterAccountId: string | null;
  assigneeAccountId: string | null;
  /** Story points, or null. */
  estimate: number | null;
  /** Sprints that it is or was in, oldest first. */
  sprintIds?: readonly number[];
  /** Only these accounts (and the app) see the issue; null means everyone who sees the project. */
  visibleTo: string[] | null;
  /** Entity properties by key. */
  properties: Record<string, unknown>;
  links: {
    id: string;
    typeName: string;
    inward: string;
    outward: string;
    otherKey: string;
    direction: 'inward' | 'outward';
  }[];
  history: SiteChange[];
}

/** What a transition asks for on its way; in Jira the field's configuration says what is required. */
export interface SiteScreen {
  id: string;
  name: string;
  /** `resolution`, or a field that an edit may set. The comment is on every screen. */
  fields: { id: string; required?: boolean }[];
}

/** Filling a site with data, past permissions and scopes: for the demo, imports and tests. */
export interface Site {
  addUser(user: SiteUser): void;
  users(): SiteUser[];
  addPriority(priority: { id: string; name: string }): void;
  addResolution(resolution: { id: string; name: string }): void;
  /** Without any, a site has Jira's usual types of links. */
  addLinkType(type: SiteLinkType): void;
  addProject(project: SiteProject): void;
  projects(): SiteProject[];
  addBoard(board: SiteBoard): void;
  addSprint(sprint: SiteSprint): void;
  /** Whether a panel shows on every issue of a project. */
  panelPinned(moduleKey: string, projectId: string): boolean;
  boards(): SiteBoard[];
  sprints(boardId?: number): SiteSprint[];
  /** Adds issues in one transaction and indexes them at once (no search lag). */
  addIssues(issues: readonly SiteIssue[]): void;
  setProjectProperty(projectId: string, key: string, value: unknown): void;
  /** Sets a status's properties in its workflow: `{ 'jira.issue.editable': 'false' }` closes its issues. */
  setStatusProperties(
    projectId: string,
    statusId: string,
    properties: Readonly<Record<string, string>>,
  ): void;
  /** Puts a screen on the transitions to a status; null takes it away. Company-managed projects only. */
  setTransitionScreen(projectId: string, toStatusId: string, screen: SiteScreen | null): void;
  /** Takes away every transition that leads out of a status. */
  closeWayBack(projectId: string, statusId: string): void;
  /** Archives a project, or brings it back. By id or key, like the two below. */
  archiveProject(idOrKey: string, archived?: boolean): void;
  /** A new key is that of its issues, too; old keys go on leading to them. */
  renameProject(idOrKey: string, to: { key?: string; name?: string }): void;
  /** Removes a project with its issues, boards and properties. */
  deleteProject(idOrKey: string): void;
  /** Removes an issue by its id, with its sub-tasks; other children lose their parent. */
  deleteIssue(id: string): void;
  counts(): { items: number; projects: number };
  /** Latest change of an issue, in milliseconds; null without issues. */
  newest(): number | null;
  /** Empties the site. */
  clear(): void;
  /** Forgets what it knows by heart and reads the database again, after a write was taken back. */
  reload(): void;
}

export interface LocalJira {
  handle(request: JiraRequest): Promise<JiraAnswer>;
  site: Site;
  /** Emails that would have been sent, the newest first. */
  outbox(): SiteMail[];
  ledger(): Ledger;
  resetLedger(): void;
  quota: Pick<Quota, 'limit' | 'pointsPerHour'>;
  /** Makes every write visible to search and finishes every task now. */
  settle(): void;
}

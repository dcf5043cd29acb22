// What the use cases need from Jira, in the words of the domain. Each method says as whom it acts.
import type { Clause } from '../domain/clause';
import type { GateTable } from '../domain/gate';
import type { Decision, Flag, ItemFacts, ParentFacts, Pass, Result } from '../domain/item';
import type { StatusMove } from '../domain/moves';
import type { Named } from '../domain/rules';
import type { KeptAnswer } from '../domain/answer';

export type Permission =
  | 'BROWSE_PROJECTS'
  | 'EDIT_ISSUES'
  | 'TRANSITION_ISSUES'
  | 'ADMINISTER_PROJECTS'
  /** Of the whole site. */
  | 'ADMINISTER';

/** Rights of the calling user. A thing that the user can't see is `not_found`. */
export interface Rights {
  /** Account of who calls, as Jira says. @throws AppError forbidden where nobody does */
  me(): Promise<string>;
  onItem(itemId: string): Promise<ReadonlySet<Permission>>;
  onProject(projectId: string): Promise<ReadonlySet<Permission>>;
  /** Those of the items that the user can see. */
  seen(itemIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** An item as the calling user sees it. */
export interface SeenItem {
  facts: ItemFacts;
  projectId: string;
  /** The answer property as it is, untrusted. */
  answerValue: unknown;
}

/** A parent as the calling user sees it, its properties as they are. */
export interface SeenParent {
  id: string;
  key: string;
  summary: string;
  answer: unknown;
  result: unknown;
}

export interface Items {
  /** As the user, by id or by key. */
  read(itemIdOrKey: string): Promise<SeenItem>;
  /** As the user: the project it lies in. */
  projectOf(itemId: string): Promise<string>;
  /** As the user: those of the items that lie in a project. */
  inProject(projectId: string, itemIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** As the user; null when it is hidden or gone. */
  parent(itemId: string): Promise<SeenParent | null>;
  /** As the user: whether the item was ever in a status of these ids. */
  wasIn(itemId: string, statusIds: readonly string[]): Promise<boolean>;
  /** As the user: the changes of its status. */
  moves(itemId: string): Promise<StatusMove[]>;
  /** As the user: the answer property, undefined when there is none. Not a search: what is stored now. */
  answerValue(itemId: string): Promise<unknown>;
  /** As the user; null takes it away. */
  writeAnswer(itemId: string, answer: KeptAnswer | null): Promise<void>;
  /** The property as it stood, with what others may have added; undefined takes it away. As the user. */
  putBackAnswer(itemId: string, value: unknown): Promise<void>;
  /** As the app: shows a result that storage holds; null shows none. */
  writeResult(itemId: string, result: Result | null): Promise<void>;
  /** As the app: shows a decision that storage holds; null shows none. */
  writeDecision(itemId: string, decision: Decision | null): Promise<void>;
  /** As the app: shows a pass that storage holds. */
  writePass(itemId: string, pass: Pass): Promise<void>;
}

export interface IssueType extends Named {
  level: number;
}
export interface Status extends Named {
  category: ItemFacts['category'];
}

export interface Projects {
  /** As the user: the id of a project by its key, also a former one, or id; null when it is hidden or gone. */
  idOf(keyOrId: string): Promise<string | null>;
  /** As the app or the user. */
  types(projectId: string, as: 'app' | 'user'): Promise<IssueType[]>;
  statuses(projectId: string, as: 'app' | 'user'): Promise<Status[]>;
  /** As the user: what Jira's parser says of each condition, in its own words; null when it takes it. */
  refusals(clauses: readonly string[]): Promise<(string | null)[]>;
  /** As the user: whether the account exists, is in use, and may see the project. */
  mayBrowse(projectId: string, accountId: string): Promise<boolean>;
  /** As the app; writes only when the table differs from the one that is there. */
  publishGate(projectId: string, table: GateTable): Promise<void>;
  /** As the app: takes the gate's table away; one that is not there is no error. */
  removeGate(projectId: string): Promise<void>;
}

/** Instants in milliseconds; `started` is null where no start is known. */
export interface Stay {
  started: number | null;
  finished: number;
}

/** An item with its people (accounts), and with the names of its status and resolution. */
export interface ItemOfPeople {
  facts: ItemFacts;
  assigneeId: string | null;
  reporterId: string | null;
  status: Named | null;
  resolution: Named | null;
}

/** The scan's view of a project, as the app. */
export interface Backlog {
  /** All items that meet a condition, page by page; what is listed may lag behind writes. */
  pages(projectId: string, clause: Clause): AsyncIterable<ItemFacts[]>;
  /** One item as it is now, with the project it lies in; null when it is gone. Not a search. */
  item(itemId: string): Promise<{ facts: ItemFacts; projectId: string } | null>;
  /** The changes of its status; none for an item that is gone. */
  moves(itemId: string): Promise<StatusMove[]>;
  /**
   * When the latest finished items that meet a condition were first in one of these statuses, and
   * when they were finished. At most 1,000.
   */
  stays(
    projectId: string,
    clause: Clause,
    ask: { startedIn: readonly string[]; limit: number },
  ): Promise<Stay[]>;
  parents(projectId: string, clause: Clause): Promise<ParentFacts[]>;
  /** Some of the items that meet a condition, the oldest first. */
  people(projectId: string, clause: Clause, limit: number): Promise<ItemOfPeople[]>;
  count(projectId: string, clause: Clause): Promise<number>;
  /** Writes one flag to many items; done when Jira says that the task is. */
  setFlag(itemIds: readonly string[], flag: Flag): Promise<void>;
  clearFlags(itemIds: readonly string[]): Promise<void>;
  clearDecisions(itemIds: readonly string[]): Promise<void>;
  /** Ids of some of the items that meet a condition; `next` leads to the others. */
  ids(
    projectId: string,
    clause: Clause,
    after: string | null,
  ): Promise<{ ids: string[]; next: string | null }>;
  /** Begins to write a flag on these items: what `isOver` is asked about; null when it is done. */
  beginFlag(itemIds: readonly string[], flag: Flag): Promise<string | null>;
  /** Begins to take everything of the app's away from these items: what `isOver` is asked about. */
  beginBare(itemIds: readonly string[]): Promise<string[]>;
  /** @throws AppError jira_unavailable when it ended otherwise than done */
  isOver(task: string): Promise<boolean>;
}

/** A transition of a workflow, as far as the gate is concerned. */
export interface GateTransition {
  id: string;
  name: string;
  /** Names of the statuses it starts from; empty for one that starts anywhere. */
  from: string[];
  to: string;
  /** It leads into the category In Progress from outside it, or from anywhere: work starts with it. */
  starts: boolean;
  /** It is the one by which items are created. */
  creates: boolean;
  /** The gate stands on it. */
  placed: boolean;
}

export interface GateWorkflow {
  id: string;
  name: string;
  version: number;
  /** Other projects may use it too. */
  shared: boolean;
  /** Jira lets it be changed now. */
  editable: boolean;
  transitions: GateTransition[];
}

/** The workflows of a project, as the user. */
export interface Workflows {
  ofProject(projectId: string, typeIds: readonly string[]): Promise<GateWorkflow[]>;
  /**
   * Makes the gate stand on exactly these transitions; everything else of the workflow is sent back
   * as it was read.
   * @returns the rules of the transitions that were changed, as they were before
   * @throws AppError conflict when the workflow is not of this version any more
   */
  place(
    where: { projectId: string; typeIds: readonly string[]; workflowId: string; version: number },
    transitionIds: readonly string[],
  ): Promise<readonly unknown[]>;
}

/** The issue panel in a project, as the user. */
export interface Panels {
  isPinned(projectId: string): Promise<boolean>;
  /** @returns what `finished` waits for: Jira has taken the order by then */
  pin(projectId: string, pinned: boolean): Promise<string>;
  /** @throws AppError jira_unavailable when it takes longer than a page waits */
  finished(order: string): Promise<void>;
}

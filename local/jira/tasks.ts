// Asynchronous bulk writes of properties, and pins of panels: accepted at once, done when the lag has
// passed, all or nothing.
import { json } from './rows';
import { type Services } from './services';
import { createViewer, type Viewer } from './viewer';
import { APP_ACCOUNT } from './constants';
import { type IssueRecord } from './store';
import { mayWriteProperties } from './workflow/status-rules';

/** What a task does to each of its issues: sets values (JSON text) or removes keys. */
export interface TaskWork {
  issueIds: string[];
  set: Record<string, string>;
  remove: string[];
  pins?: { moduleKey: string; projectId: string; pinned: boolean }[];
}

export interface Task {
  id: string;
  accountId: string;
  description: string;
  status: 'ENQUEUED' | 'COMPLETE' | 'FAILED';
  /** Why it failed. */
  message?: string;
  submitted: number;
  due: number;
  finished: number | null;
  changed: number;
  skipped: number;
  work: TaskWork | null;
}

const NOTHING: TaskWork = { issueIds: [], set: {}, remove: [] };

/** Takes work in; it is done when the lag has passed, at once without one. */
export function submitTask(
  services: Services,
  viewer: Viewer,
  description: string,
  work: TaskWork,
): Task {
  const now = services.clock.now();
  const task: Task = {
    id: String(services.store.next('task', 10_000)),
    accountId: viewer.accountId ?? '',
    description,
    status: 'ENQUEUED',
    submitted: now,
    due: now + services.lagMs,
    finished: null,
    changed: 0,
    skipped: 0,
    work,
  };
  saveTask(services, task);
  runTasks(services);
  return task;
}

function saveTask({ db }: Services, task: Task): void {
  db.run('INSERT OR REPLACE INTO jira_task VALUES (?, ?)', [Number(task.id), JSON.stringify(task)]);
}

/** Undefined for a number that was never given out; a task that ended is kept for ever. */
export function findTask({ db }: Services, id: string): Task | undefined {
  const row = db.get('SELECT data FROM jira_task WHERE id = ?', [Number(id)]);
  return row && json<Task>(row, 'data');
}

/** Runs what is due; `all` runs what is not due yet, too. */
export function runTasks(services: Services, all = false): void {
  const { db, clock } = services;
  const waiting = db
    .all(`SELECT data FROM jira_task WHERE json_extract(data, '$.status') = 'ENQUEUED'`)
    .map((row) => json<Task>(row, 'data'))
    .filter((task) => all || task.due <= clock.now());
  for (const task of waiting) {
    try {
      db.transaction(() => {
        runTask(services, task);
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const finished = clock.now();
      saveTask(services, { ...task, status: 'FAILED', message, finished, work: null });
    }
  }
}

/** What a caller may do with an issue in a bulk write; a hidden issue is like a missing one. */
export type Reach = 'missing' | 'readable' | 'writable';

/** @param issue undefined where there is none of that id */
export function reachOf(services: Services, viewer: Viewer, issue: IssueRecord | undefined): Reach {
  if (!issue || !viewer.seesIssue(issue)) return 'missing';
  return mayWriteProperties(services, viewer, issue) ? 'writable' : 'readable';
}

/** Jira's sentence for an issue that refuses a bulk write as a whole. */
export const mayNotEdit = (key: string) => `You do not have permission to edit issue ${key}.`;

function runTask(services: Services, task: Task): void {
  const { catalog, store, index, clock, panels } = services;
  const viewer = createViewer(
    catalog,
    task.accountId === APP_ACCOUNT.accountId
      ? { principal: 'app' }
      : { principal: 'client', accountId: task.accountId },
  );
  const { issueIds, set, remove, pins = [] } = task.work ?? NOTHING;
  for (const { moduleKey, projectId, pinned } of pins) panels.pin(moduleKey, projectId, pinned);
  let changed = pins.length;
  for (const id of issueIds) {
    const issue = store.issue(id);
    const reach = reachOf(services, viewer, issue);
    if (issue && reach === 'readable') throw new Error(mayNotEdit(issue.key));
    if (reach !== 'writable') continue;
    for (const [key, text] of Object.entries(set)) store.setProperty(id, key, text);
    for (const key of remove) store.removeProperty(id, key);
    index.touch(id);
    changed += 1;
  }
  const done = { changed, skipped: issueIds.length + pins.length - changed };
  saveTask(services, { ...task, ...done, status: 'COMPLETE', finished: clock.now(), work: null });
}

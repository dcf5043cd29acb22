// Feeds the search tables from the truth: at once when a site is filled, after the lag otherwise.
import { type Clock } from '../clock';
import { type Db } from '../db';
import { type Catalog } from './catalog';
import { plainText, searchable } from './document';
import { indexedValue, type IndexedPath } from './jql/properties';
import { numberOfKey } from './keys';
import { num } from './rows';
import { type IssueRecord, type Store } from './store';

export interface IndexWriter {
  /** Marks an issue as written: search sees it after the lag. */
  touch(id: string): void;
  /** Indexes an issue that is new to search, now. */
  insert(issue: IssueRecord, description: unknown, properties: Record<string, unknown>): void;
  /** Brings these issues up to date now, as `reconcileIssues` does. */
  reconcile(ids: readonly string[]): void;
  /** Applies what is due; `all` takes what is not due yet, too. */
  flush(all?: boolean): void;
  rebuild(): void;
}

interface Parts {
  db: Db;
  clock: Clock;
  catalog: Catalog;
  store: Store;
  paths: readonly IndexedPath[];
  lagMs: number;
}

/** What was touched and not yet due when a run ended is applied by the next one. */
export function createIndexWriter(parts: Parts): IndexWriter {
  const { db, clock, catalog, store, paths, lagMs } = parts;
  const columns = 23 + paths.length;
  const insertIssue = `INSERT INTO ix_issue VALUES (${Array(columns).fill('?').join(',')})`;

  const insert: IndexWriter['insert'] = (issue, description, properties) => {
    const id = Number(issue.id);
    const rank = catalog.priorities().findIndex((priority) => priority.id === issue.priorityId);
    db.run(insertIssue, [
      id,
      issue.key,
      numberOfKey(issue.key),
      issue.projectId,
      issue.typeId,
      issue.statusId,
      catalog.status(issue.statusId)?.category ?? 'new',
      issue.resolutionId,
      issue.priorityId,
      rank < 0 ? null : rank,
      issue.parentId === null ? null : Number(issue.parentId),
      issue.created,
      issue.updated,
      issue.resolved,
      issue.categoryChanged,
      issue.dueDate,
      issue.reporterAccountId,
      issue.assigneeAccountId,
      issue.creatorAccountId,
      issue.estimate,
      store.ranks.of(issue.id),
      issue.visibleTo === null ? 0 : 1,
      issue.labels.length,
      ...paths.map((path) => indexedValue(path, properties[path.propertyKey])),
    ]);
    const value = (field: string, text: string) =>
      db.run('INSERT OR IGNORE INTO ix_value VALUES (?, ?, ?)', [field, text, id]);
    for (const label of issue.labels) value('labels', label);
    for (const component of issue.componentIds) value('component', component);
    for (const name of issue.fixVersionNames) {
      value('fixVersion', catalog.versionId(issue.projectId, name));
    }
    for (const sprintId of issue.sprintIds ?? []) value('sprint', String(sprintId));
    for (const account of issue.visibleTo ?? []) {
      db.run('INSERT OR IGNORE INTO ix_visible VALUES (?, ?)', [account, id]);
    }
    db.run('INSERT INTO ix_text VALUES (?, ?, ?, ?)', [
      id,
      searchable(issue.summary),
      searchable(plainText(description)),
      searchable(''),
    ]);
  };

  const remove = (id: number): void => {
    db.run('DELETE FROM ix_issue WHERE id = ?', [id]);
    for (const table of ['ix_value', 'ix_visible', 'ix_text']) {
      db.run(`DELETE FROM ${table} WHERE issue_id = ?`, [id]);
    }
  };

  const apply = (id: string): void => {
    remove(Number(id));
    const issue = store.issue(id);
    if (!issue) return;
    insert(issue, store.description(id), store.properties(id));
    const comments = store.comments(id).map((comment) => plainText(comment.body));
    if (comments.length > 0) {
      db.run('UPDATE ix_text SET comments = ? WHERE issue_id = ?', [
        searchable(comments.join(' ')),
        Number(id),
      ]);
    }
  };

  const applyAll = (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    db.transaction(() => {
      for (const id of ids) {
        apply(id);
        db.run('DELETE FROM jira_pending WHERE issue_id = ?', [Number(id)]);
      }
    });
  };

  return {
    insert,
    touch: (id) => {
      // The first write of several decides when search looks: it then sees the newest state.
      db.run('INSERT OR IGNORE INTO jira_pending VALUES (?, ?)', [Number(id), clock.now() + lagMs]);
    },
    reconcile: applyAll,
    flush: (all = false) => {
      const rows = db.all('SELECT issue_id FROM jira_pending WHERE due <= ? OR ?', [
        clock.now(),
        all,
      ]);
      applyAll(rows.map((row) => String(num(row, 'issue_id'))));
    },
    rebuild: () => {
      applyAll(db.all('SELECT id FROM jira_issue').map((row) => String(num(row, 'id'))));
    },
  };
}

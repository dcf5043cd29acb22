// The truth about issues: what GET reads at once. Search reads the index instead (index-writer.ts).
import { type Db, type Row } from '../db';
import { type SiteChange, type SiteIssue } from './api';
import { createRanks, type Ranks } from './rank';
import { json, num, str, strOrNull } from './rows';

/** An issue without what is loaded only on demand. */
export type IssueRecord = Omit<SiteIssue, 'properties' | 'history' | 'description'> & {
  creatorAccountId: string | null;
};

export interface StoredComment {
  id: string;
  created: number;
  authorAccountId: string | null;
  body: unknown;
  /** Not for customers of a service project. */
  isInternal: boolean;
}

export interface Store {
  ranks: Ranks;
  issue(id: string): IssueRecord | undefined;
  issueByKey(key: string): IssueRecord | undefined;
  /** Those that exist, by id. */
  issues(ids: readonly string[]): Map<string, IssueRecord>;
  children(parentId: string): IssueRecord[];
  description(id: string): unknown;
  save(record: IssueRecord, description: unknown): void;
  update(record: IssueRecord): void;
  setDescription(id: string, description: unknown): void;
  remove(id: string): void;
  idsOf(projectId: string): string[];
  /** Gives the issues of a project another key in front of their numbers, and links their new keys. */
  rekey(projectId: string, from: string, to: string): void;
  propertyKeys(id: string): string[];
  /** JSON text of a property. */
  property(id: string, key: string): string | undefined;
  setProperty(id: string, key: string, json: string): void;
  removeProperty(id: string, key: string): boolean;
  properties(id: string): Record<string, unknown>;
  changes(id: string): SiteChange[];
  addChange(id: string, change: SiteChange): void;
  comments(id: string): StoredComment[];
  addComment(id: string, comment: Omit<StoredComment, 'id'>): StoredComment;
  /** The next free number of a kind: issue ids, change ids, numbers in a project's keys. */
  next(kind: string, startAt: number): number;
  /** Keeps `next` above a number that came from outside. */
  seen(kind: string, used: number): void;
}

const record = (row: Row) => json<IssueRecord>(row, 'data');

/** Checks neither permissions nor references, and tells search nothing: who writes also touches the index. */
export function createStore(db: Db): Store {
  const counter = (kind: string) => {
    const row = db.get('SELECT value FROM jira_meta WHERE key = ?', [`next:${kind}`]);
    return row ? Number(str(row, 'value')) : 0;
  };
  const setCounter = (kind: string, value: number) => {
    db.run('INSERT OR REPLACE INTO jira_meta VALUES (?, ?)', [`next:${kind}`, String(value)]);
  };
  const ranks = createRanks(db);
  const write = 'INSERT OR REPLACE INTO jira_property VALUES (?, ?, ?)';

  return {
    ranks,
    issue: (id) => {
      const row = db.get('SELECT data FROM jira_issue WHERE id = ?', [Number(id)]);
      return row && record(row);
    },
    issueByKey: (key) => {
      const row = db.get('SELECT data FROM jira_issue WHERE key = ?', [key.toUpperCase()]);
      return row && record(row);
    },
    issues: (ids) => {
      const rows = db.all(
        'SELECT data FROM jira_issue WHERE id IN (SELECT value FROM json_each(?))',
        [JSON.stringify(ids.map(Number))],
      );
      return new Map(rows.map(record).map((issue) => [issue.id, issue]));
    },
    children: (parentId) =>
      db
        .all('SELECT data FROM jira_issue WHERE parent_id = ? ORDER BY id', [Number(parentId)])
        .map(record),
    description: (id) => {
      const row = db.get('SELECT description FROM jira_issue WHERE id = ?', [Number(id)]);
      const text = row && strOrNull(row, 'description');
      return text ? (JSON.parse(text) as unknown) : null;
    },
    save: (issue, description) => {
      db.run('INSERT INTO jira_issue VALUES (?, ?, ?, ?, ?, ?)', [
        Number(issue.id),
        issue.key,
        issue.projectId,
        issue.parentId === null ? null : Number(issue.parentId),
        JSON.stringify(issue),
        description === null ? null : JSON.stringify(description),
      ]);
      ranks.add(issue.id);
    },
    update: (issue) => {
      db.run('UPDATE jira_issue SET parent_id = ?, data = ? WHERE id = ?', [
        issue.parentId === null ? null : Number(issue.parentId),
        JSON.stringify(issue),
        Number(issue.id),
      ]);
    },
    setDescription: (id, description) => {
      db.run('UPDATE jira_issue SET description = ? WHERE id = ?', [
        description === null ? null : JSON.stringify(description),
        Number(id),
      ]);
    },
    remove: (id) => {
      db.run(
        'DELETE FROM jira_comment_internal WHERE id IN (SELECT id FROM jira_comment WHERE issue_id = ?)',
        [Number(id)],
      );
      for (const table of ['jira_property', 'jira_change', 'jira_comment']) {
        db.run(`DELETE FROM ${table} WHERE issue_id = ?`, [Number(id)]);
      }
      ranks.remove(id);
      db.run('DELETE FROM jira_issue WHERE id = ?', [Number(id)]);
    },
    idsOf: (projectId) =>
      db
        .all('SELECT id FROM jira_issue WHERE project_id = ?', [projectId])
        .map((row) => String(num(row, 'id'))),
    rekey: (projectId, from, to) => {
      const key = '? || substr(key, ?)';
      db.run(
        `UPDATE jira_issue SET key = ${key}, data = json_set(data, '$.key', ${key})
         WHERE project_id = ?`,
        [to, from.length + 1, to, from.length + 1, projectId],
      );
      const links = `data LIKE '%"otherKey":"' || ? || '-%'`;
      for (const row of db.all(`SELECT id, data FROM jira_issue WHERE ${links}`, [from])) {
        const text = str(row, 'data').replaceAll(`"otherKey":"${from}-`, `"otherKey":"${to}-`);
        db.run('UPDATE jira_issue SET data = ? WHERE id = ?', [text, num(row, 'id')]);
      }
    },
    propertyKeys: (id) =>
      db
        .all('SELECT key FROM jira_property WHERE issue_id = ? ORDER BY key', [Number(id)])
        .map((row) => str(row, 'key')),
    property: (id, key) => {
      const row = db.get('SELECT value FROM jira_property WHERE issue_id = ? AND key = ?', [
        Number(id),
        key,
      ]);
      return row && str(row, 'value');
    },
    setProperty: (id, key, text) => {
      db.run(write, [Number(id), key, text]);
    },
    removeProperty: (id, key) =>
      db.run('DELETE FROM jira_property WHERE issue_id = ? AND key = ?', [Number(id), key])
        .changes > 0,
    properties: (id) =>
      Object.fromEntries(
        db
          .all('SELECT key, value FROM jira_property WHERE issue_id = ?', [Number(id)])
          .map((row) => [str(row, 'key'), json<unknown>(row, 'value')]),
      ),
    changes: (id) =>
      db
        .all('SELECT * FROM jira_change WHERE issue_id = ? ORDER BY created, id', [Number(id)])
        .map((row) => ({
          id: String(num(row, 'id')),
          created: num(row, 'created'),
          authorAccountId: strOrNull(row, 'author'),
          items: json<SiteChange['items']>(row, 'items'),
        })),
    addChange: (id, change) => {
      db.run('INSERT OR REPLACE INTO jira_change VALUES (?, ?, ?, ?, ?)', [
        Number(id),
        change.created,
        Number(change.id),
        change.authorAccountId,
        JSON.stringify(change.items),
      ]);
    },
    comments: (id) =>
      db
        .all(
          'SELECT *, id IN (SELECT id FROM jira_comment_internal) AS internal FROM jira_comment WHERE issue_id = ? ORDER BY id',
          [Number(id)],
        )
        .map((row) => ({
          id: String(num(row, 'id')),
          created: num(row, 'created'),
          authorAccountId: strOrNull(row, 'author'),
          body: json<unknown>(row, 'body'),
          isInternal: num(row, 'internal') === 1,
        })),
    addComment: (id, comment) => {
      db.run('INSERT INTO jira_comment(issue_id, created, author, body) VALUES (?, ?, ?, ?)', [
        Number(id),
        comment.created,
        comment.authorAccountId,
        JSON.stringify(comment.body),
      ]);
      const added = num(db.get('SELECT last_insert_rowid() AS id') ?? {}, 'id');
      if (comment.isInternal) db.run('INSERT INTO jira_comment_internal VALUES (?)', [added]);
      return { ...comment, id: String(added) };
    },
    next: (kind, startAt) => {
      const value = Math.max(counter(kind), startAt);
      setCounter(kind, value + 1);
      return value;
    },
    seen: (kind, used) => {
      if (used >= counter(kind)) setCounter(kind, used + 1);
    },
  };
}

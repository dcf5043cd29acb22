// Tables of the site. `jira_*` is the truth, which GET reads; `ix_*` is what search reads, fed
// later from the truth. Moments are milliseconds, ids of issues are numbers.
import { createHash } from 'node:crypto';
import { type Db } from '../db';
import { type IndexedPath } from './jql/properties';

const TRUTH = `
CREATE TABLE IF NOT EXISTS jira_meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_kept(seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,
  data TEXT NOT NULL, UNIQUE(kind, id));
CREATE TABLE IF NOT EXISTS jira_panel_pin(module TEXT, project_id TEXT, at INTEGER NOT NULL,
  PRIMARY KEY(module, project_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_version(id INTEGER PRIMARY KEY, project_id TEXT NOT NULL,
  name TEXT NOT NULL, UNIQUE(project_id, name));
CREATE TABLE IF NOT EXISTS jira_issue(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
  project_id TEXT NOT NULL, parent_id INTEGER, data TEXT NOT NULL, description TEXT);
CREATE INDEX IF NOT EXISTS jira_issue_parent ON jira_issue(parent_id);
CREATE INDEX IF NOT EXISTS jira_issue_project ON jira_issue(project_id);
CREATE TABLE IF NOT EXISTS jira_property(issue_id INTEGER NOT NULL, key TEXT NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY(issue_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_change(issue_id INTEGER NOT NULL, created INTEGER NOT NULL,
  id INTEGER NOT NULL, author TEXT, items TEXT NOT NULL,
  PRIMARY KEY(issue_id, created, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_comment(id INTEGER PRIMARY KEY, issue_id INTEGER NOT NULL,
  created INTEGER NOT NULL, author TEXT, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS jira_comment_issue ON jira_comment(issue_id, id);
CREATE TABLE IF NOT EXISTS jira_comment_internal(id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS jira_project_property(project_id TEXT NOT NULL, key TEXT NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY(project_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_rank(issue_id INTEGER PRIMARY KEY, rank TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS jira_rank_order ON jira_rank(rank);
CREATE TABLE IF NOT EXISTS jira_task(id INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jira_pending(issue_id INTEGER PRIMARY KEY, due INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_pending_due ON jira_pending(due);
CREATE TABLE IF NOT EXISTS jira_mail(id INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jira_expression_failure(id INTEGER PRIMARY KEY, data TEXT NOT NULL);
`;

const indexTables = (paths: readonly IndexedPath[]) => `
DROP TABLE IF EXISTS ix_issue; DROP TABLE IF EXISTS ix_value;
DROP TABLE IF EXISTS ix_visible; DROP TABLE IF EXISTS ix_text;
CREATE TABLE ix_issue(id INTEGER PRIMARY KEY, key TEXT, number INTEGER, project TEXT, type TEXT,
  status TEXT, category TEXT, resolution TEXT, priority TEXT, priority_rank INTEGER, parent INTEGER,
  created INTEGER, updated INTEGER, resolved INTEGER, category_changed INTEGER, due TEXT,
  reporter TEXT, assignee TEXT, creator TEXT, estimate REAL, rank TEXT, restricted INTEGER NOT NULL,
  labelled INTEGER NOT NULL${paths.map((path) => `, ${path.column}`).join('')});
CREATE INDEX ix_scan ON ix_issue(project, category, created);
CREATE INDEX ix_created ON ix_issue(project, created);
CREATE INDEX ix_finished ON ix_issue(project, category, category_changed);
CREATE INDEX ix_parent ON ix_issue(parent);
${paths.map((p) => `CREATE INDEX ix_${p.column} ON ix_issue(${p.column}, project) WHERE ${p.column} IS NOT NULL;`).join('\n')}
CREATE TABLE ix_value(field TEXT, value TEXT, issue_id INTEGER,
  PRIMARY KEY(field, value, issue_id)) WITHOUT ROWID;
CREATE INDEX ix_value_issue ON ix_value(issue_id, field);
CREATE TABLE ix_visible(account TEXT, issue_id INTEGER, PRIMARY KEY(account, issue_id)) WITHOUT ROWID;
CREATE INDEX ix_visible_issue ON ix_visible(issue_id);
CREATE TABLE ix_text(issue_id INTEGER PRIMARY KEY, summary TEXT, description TEXT, comments TEXT);
`;

/**
 * Creates what is missing. Answers true when the search tables are new, because the app declares
 * other paths than before: then everything has to be indexed again.
 */
export function prepareSchema(db: Db, paths: readonly IndexedPath[]): boolean {
  db.exec(TRUTH);
  const ddl = indexTables(paths);
  const digest = createHash('sha256').update(ddl).update(JSON.stringify(paths)).digest('hex');
  const known = db.get('SELECT value FROM jira_meta WHERE key = ?', ['index']);
  if (known?.['value'] === digest) return false;
  db.transaction(() => {
    db.exec(ddl);
    db.run('INSERT OR REPLACE INTO jira_meta VALUES (?, ?)', ['index', digest]);
  });
  return true;
}

/** Empties every table of the site. */
export function emptyTables(db: Db): void {
  const names = db
    .all(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'jira\\_%' ESCAPE '\\' OR name LIKE 'ix\\_%' ESCAPE '\\')",
    )
    .map((row) => String(row['name']))
    .filter((name) => name !== 'jira_meta');
  db.transaction(() => {
    for (const name of names) db.exec(`DELETE FROM ${name}`);
    db.run("DELETE FROM jira_meta WHERE key <> 'index'");
  });
}

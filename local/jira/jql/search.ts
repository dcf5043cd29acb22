import { type Db, type SqlParam } from '../../db';
import { num, str } from '../rows';
import { compileClause } from './compile';
import { type JqlEnvironment } from './environment';
import { JqlError } from './jql-error';
import { type SortKey, sortKeys } from './order';
import { parseJql } from './parse';
import { combine, EVERYTHING, isIn, sql, type Sql } from './sql';

export interface Found {
  id: string;
  key: string;
}

/** Where a page ended: the sort values of its last row. */
export type Cursor = SqlParam[];

export interface Page {
  found: Found[];
  /** Undefined on the last page. */
  next: Cursor | undefined;
}

interface Compiled {
  where: Sql;
  keys: SortKey[];
}

/** @throws JqlError, also for a query without any restriction. */
export function compileJql(jql: string, env: JqlEnvironment): Compiled {
  const query = parseJql(jql);
  if (!query.where) {
    throw new JqlError(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const where = combine([compileClause(query.where, env), visibility(env)], 'AND');
  return { where, keys: sortKeys(query.orderBy, env) };
}

/** @throws JqlError for a query that is no JQL, or that could not be searched; it may be without a restriction. */
export function checkJql(jql: string, env: JqlEnvironment): void {
  const query = parseJql(jql);
  if (query.where) compileClause(query.where, env);
  sortKeys(query.orderBy, env);
}

/** One page in the order of the query, after a cursor of an earlier page of the same query. */
export function searchPage(
  db: Db,
  { where, keys }: Compiled,
  limit: number,
  after: Cursor | undefined,
): Page {
  const condition = after ? combine([where, behind(keys, after)], 'AND') : where;
  const columns = keys.map((key, n) => `${key.sql} AS k${String(n)}`).join(', ');
  const order = keys.map((key) => `${key.sql} ${key.descending ? 'DESC' : 'ASC'}`).join(', ');
  const rows = db.all(
    `SELECT id, key, ${columns} FROM ix_issue WHERE ${condition.text} ORDER BY ${order} LIMIT ?`,
    [...condition.params, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    found: shown.map((row) => ({ id: String(num(row, 'id')), key: str(row, 'key') })),
    next:
      rows.length > limit && last
        ? keys.map((_, n) => last[`k${String(n)}`] as SqlParam)
        : undefined,
  };
}

/** How many issues a query finds for its caller, by the search tables. */
export function countFound(db: Db, { where }: Compiled): number {
  const row = db.get(`SELECT count(*) AS n FROM ix_issue WHERE ${where.text}`, where.params);
  return row ? num(row, 'n') : 0;
}

/** Rows behind a cursor in the sort order. */
function behind(keys: readonly SortKey[], cursor: Cursor): Sql {
  const alternatives = keys.map((key, n) => {
    const equal = keys.slice(0, n).map((one, i) => sql(`${one.sql} IS ?`, cursor[i] ?? null));
    const beyond = sql(`${key.sql} ${key.descending ? '<' : '>'} ?`, cursor[n] ?? null);
    return combine([...equal, beyond], 'AND');
  });
  return combine(alternatives, 'OR');
}

function visibility(env: JqlEnvironment): Sql {
  const { viewer, catalog } = env;
  const seen = viewer.visibleProjects().map((project) => project.id);
  const parts: Sql[] = viewer.isApp
    ? []
    : [
        sql(
          '(restricted = 0 OR id IN (SELECT issue_id FROM ix_visible WHERE account = ?))',
          viewer.accountId ?? '',
        ),
      ];
  // The plus keeps SQLite from driving the whole search by this list.
  if (seen.length < catalog.projects().length) parts.unshift(isIn('+project', seen));
  return parts.length === 0 ? EVERYTHING : combine(parts, 'AND');
}

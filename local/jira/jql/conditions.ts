// One clause of JQL as SQL: how each kind of field compares.
import { dayIn } from '../zones';
import { type JqlDate } from './dates';
import { type JqlEnvironment } from './environment';
import { JqlError, unsupportedOperator } from './jql-error';
import { type IndexedPath } from './properties';
import { type Resolve } from './references';
import { combine, isIn, sql, type Sql } from './sql';

export const COMPARE: Readonly<Record<string, string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const MINUTE = 60_000;

/** `column in (values)`, with EMPTY among them or not. `!=` and `not in` leave out what is empty. */
export function membership(
  column: string,
  values: readonly (string | number)[],
  empty: boolean,
  negated: boolean,
): Sql {
  if (!empty) return isIn(column, values, negated);
  if (negated) {
    return combine([sql(`${column} IS NOT NULL`), isIn(column, values, true)], 'AND');
  }
  return combine([sql(`${column} IS NULL`), isIn(column, values)], 'OR');
}

/** The same for fields that hold several values. */
export function multiMembership(
  list: string,
  values: readonly string[],
  empty: boolean,
  negated: boolean,
): Sql {
  const any = sql(
    'EXISTS (SELECT 1 FROM ix_value v WHERE v.issue_id = ix_issue.id AND v.field = ?)',
    list,
  );
  const having = isIn('v.value', values);
  const hits = sql(
    `ix_issue.id IN (SELECT v.issue_id FROM ix_value v WHERE v.field = ? AND ${having.text})`,
    list,
    ...having.params,
  );
  const not = (one: Sql): Sql => ({ ...one, text: `NOT ${one.text}` });
  if (negated) return combine([any, not(hits)], 'AND');
  return empty ? combine([not(any), hits], 'OR') : hits;
}

/** A moment in milliseconds. Literals have minute grain: `=` means that minute. */
export function compareInstant(column: string, operator: string, date: JqlDate): Sql {
  const inMinute = sql(`${column} >= ? AND ${column} < ?`, date.ms, date.ms + MINUTE);
  if (operator === '=') return { ...inMinute, text: `(${inMinute.text})` };
  if (operator === '!=') {
    return sql(`(${column} < ? OR ${column} >= ?)`, date.ms, date.ms + MINUTE);
  }
  return sql(`${column} ${COMPARE[operator] ?? '='} ?`, date.ms);
}

/** A calendar day: the caller's day of the moment. */
export function compareDay(column: string, operator: string, date: JqlDate, zone: string): Sql {
  return sql(`${column} ${COMPARE[operator] ?? '='} ?`, dayIn(zone, date.ms));
}

/** @throws JqlError for a word that is no decimal number */
export function compareNumber(column: string, operator: string, word: string, field: string): Sql {
  if (!/^-?\d+(\.\d+)?$/.test(word)) {
    throw new JqlError(`The value '${word}' for the field '${field}' is not a valid number.`);
  }
  return sql(`${column} ${COMPARE[operator] ?? '='} ?`, Number(word));
}

/**
 * Words in a text: every word must be there, `word*` by its beginning, `"a phrase"` in order.
 * Jira also matches other forms of a word; this does not.
 */
export function containsWords(columns: readonly string[], query: string, negated: boolean): Sql {
  const patterns: string[] = [];
  for (const [, phrase, word = ''] of query.toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)) {
    const open = phrase === undefined && word.endsWith('*');
    const parts = (phrase ?? word).match(/[\p{L}\p{N}_]+/gu);
    if (parts) patterns.push(`% ${parts.join(' ')}${open ? '' : ' '}%`.replaceAll('_', '\\_'));
  }
  if (patterns.length === 0) {
    throw new JqlError(`The text '${query}' holds no words to search for.`);
  }
  const matches = combine(
    columns.map((column) =>
      combine(
        patterns.map((pattern) => sql(`t.${column} LIKE ? ESCAPE '\\'`, pattern)),
        'AND',
      ),
    ),
    'OR',
  );
  return sql(
    `ix_issue.id ${negated ? 'NOT IN' : 'IN'} (SELECT t.issue_id FROM ix_text t WHERE ${matches.text})`,
    ...matches.params,
  );
}

/** Operators by indexed type, as the page of `jira:entityProperty` names them. */
const PROPERTY_OPERATORS: Record<IndexedPath['type'], readonly string[]> = {
  string: ['=', '!='],
  user: ['=', '!='],
  text: ['~', '!~'],
  number: Object.keys(COMPARE),
  date: Object.keys(COMPARE),
};

/** @throws JqlError for an operator that is not documented for the path's type. */
export function checkPropertyOperator(path: IndexedPath, operator: string, field: string): void {
  if (!PROPERTY_OPERATORS[path.type].includes(operator)) throw unsupportedOperator(operator, field);
}

/** A literal day is compared in UTC, because that is how days in properties are indexed. */
export function propertyDate(date: JqlDate, env: JqlEnvironment): JqlDate {
  if (!date.dayOnly) return date;
  return { ...date, ms: Date.parse(`${dayIn(env.viewer.zone, date.ms)}T00:00:00Z`) };
}

/** The ids that words mean, each once. @throws JqlError for a word that means none */
export function resolveWords(
  resolve: Resolve,
  words: readonly string[],
  field: string,
  env: JqlEnvironment,
): string[] {
  return words.length === 0 ? [] : [...new Set(resolve(words, field, env))];
}

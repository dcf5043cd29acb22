import { type SqlParam } from '../../db';

/** A piece of SQL with its bound parameters: text of a query never becomes SQL. */
export interface Sql {
  text: string;
  params: SqlParam[];
}

/** @param text has a `?` for each of the parameters */
export function sql(text: string, ...params: SqlParam[]): Sql {
  return { text, params };
}

const NOTHING = sql('0');
export const EVERYTHING = sql('1');

/** All of the parts, or one of them; no part at all is always true with AND, never with OR. */
export function combine(parts: readonly Sql[], operator: 'AND' | 'OR'): Sql {
  const [only] = parts;
  if (!only) return operator === 'AND' ? EVERYTHING : NOTHING;
  if (parts.length === 1) return only;
  return {
    text: `(${parts.map((part) => part.text).join(` ${operator} `)})`,
    params: parts.flatMap((part) => part.params),
  };
}

/** `column IN (…)` for any number of values, bound as one parameter. */
export function isIn(column: string, values: readonly (string | number)[], negated = false): Sql {
  const [first] = values;
  if (first === undefined) return negated ? sql(`${column} IS NOT NULL`) : NOTHING;
  if (values.length === 1) return sql(`${column} ${negated ? '<>' : '='} ?`, first);
  const list = '(SELECT value FROM json_each(?))';
  return sql(`${column} ${negated ? 'NOT IN' : 'IN'} ${list}`, JSON.stringify(values));
}

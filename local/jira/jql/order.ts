import { type OrderBy } from '@atlaskit/jql-ast';
import { MAX_ORDER_FIELDS } from '../constants';
import { fieldLabel, findField } from './compile';
import { type JqlEnvironment } from './environment';
import { JqlError } from './jql-error';

/** One key that rows are sorted by; together they order every row. */
export interface SortKey {
  sql: string;
  descending: boolean;
}

const SORTED_AS: Readonly<Record<string, readonly string[]>> = {
  id: ['project', 'number'],
  priority: ['priority_rank'],
};
/** References sort by the order in which the site made them, as ids are given out. */
const BY_ID = new Set(['type', 'status', 'category', 'resolution', 'project']);
const NEVER_EMPTY = new Set([
  'id',
  'number',
  'project',
  'created',
  'updated',
  'category_changed',
  'rank',
]);

/**
 * Sort keys of a query: empty values last, at the end the id. Without ORDER BY the newest issue
 * comes first.
 *
 * @throws JqlError for an unknown field, one that cannot be sorted by, or too many.
 */
export function sortKeys(order: OrderBy | void, env: JqlEnvironment): SortKey[] {
  const fields = order ? order.fields : [];
  if (fields.length > MAX_ORDER_FIELDS) {
    throw new JqlError(`At most ${String(MAX_ORDER_FIELDS)} fields can be given in ORDER BY.`);
  }
  if (fields.length === 0) return [{ sql: 'id', descending: true }];
  const keys = fields.flatMap((entry) => {
    const field = findField(entry.field, env);
    const descending = entry.direction?.value.toLowerCase() === 'desc';
    const sortable =
      field.kind === 'property'
        ? field.path.type === 'number' || field.path.type === 'date'
        : 'column' in field;
    if (!sortable) throw new JqlError(`Not able to sort using field '${fieldLabel(entry.field)}'.`);
    const column =
      field.kind === 'property' ? field.path.column : 'column' in field ? field.column : '';
    return (SORTED_AS[column] ?? [column]).flatMap((each) => sortBy(each, descending));
  });
  return [...keys, { sql: 'id', descending: false }];
}

function sortBy(column: string, descending: boolean): SortKey[] {
  const key = { sql: BY_ID.has(column) ? `CAST(${column} AS INTEGER)` : column, descending };
  if (NEVER_EMPTY.has(column)) return [key];
  return [{ sql: `${column} IS NULL`, descending: false }, key];
}

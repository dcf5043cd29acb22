// Records in SQLite: one row a key, and one row for each index of an entity that the value fills.
import type { Clock } from '../../clock';
import type { Db, Row } from '../../db';
import type { Range } from './requests';
import { StorageError } from './storage-error';

export interface KvsRecord {
  key: string;
  value: unknown;
}

interface NewRecord {
  key: string;
  /** The value as JSON. */
  text: string;
  /** Moment after which the record is gone; null for ever. */
  expires: number | null;
}

export interface IndexEntry {
  index: string;
  partition: string;
  range: string | number;
}

/** `space` keeps plain keys and each entity apart. */
export interface Records {
  get(space: string, key: string): KvsRecord | undefined;
  put(space: string, record: NewRecord, entries: readonly IndexEntry[]): void;
  remove(space: string, key: string): void;
  /** Keys by an index, in order; a cursor is the place of the last one. */
  listByIndex(query: IndexQuery): KvsRecord[];
  clear(): void;
  transaction<T>(work: () => T): T;
}

export interface IndexQuery {
  space: string;
  index: string;
  partition: string;
  /** SQL over the column `at`, with its values. */
  where: { sql: string; values: (string | number)[] };
  descending: boolean;
  after: { at: string | number; key: string } | null;
  limit: number;
}

const recordOf = (row: Row): KvsRecord => ({
  key: String(row.key),
  value: JSON.parse(String(row.value)) as unknown,
});

// Sorts after every character that a text can go on with.
const BEYOND = '\u{10ffff}';

const TABLES = `
  CREATE TABLE IF NOT EXISTS kvs_value (
    space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires REAL,
    PRIMARY KEY (space, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS kvs_index (
    space TEXT NOT NULL, name TEXT NOT NULL, part TEXT NOT NULL, at, key TEXT NOT NULL,
    PRIMARY KEY (space, name, part, at, key)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS kvs_index_key ON kvs_index (space, key);`;

/** Opens the tables in `db`, creating them when they are not there. */
export function openRecords(db: Db, clock: Clock): Records {
  db.exec(TABLES);
  const alive = '(r.expires IS NULL OR r.expires > ?)';

  return {
    get(space, key) {
      const row = db.get(
        `SELECT key, value FROM kvs_value r WHERE space = ? AND key = ? AND ${alive}`,
        [space, key, clock.now()],
      );
      return row && recordOf(row);
    },
    put(space, { key, text, expires }, entries) {
      db.run('DELETE FROM kvs_index WHERE space = ? AND key = ?', [space, key]);
      db.run('INSERT OR REPLACE INTO kvs_value VALUES (?, ?, ?, ?)', [space, key, text, expires]);
      for (const { index, partition, range } of entries) {
        const entry = [space, index, partition, range, key];
        db.run('INSERT INTO kvs_index VALUES (?, ?, ?, ?, ?)', entry);
      }
    },
    remove(space, key) {
      db.run('DELETE FROM kvs_index WHERE space = ? AND key = ?', [space, key]);
      db.run('DELETE FROM kvs_value WHERE space = ? AND key = ?', [space, key]);
    },
    listByIndex({ space, index, partition, where, descending, after, limit }) {
      const [beyond, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
      const paged = after ? ` AND (i.at, i.key) ${beyond} (?, ?)` : '';
      const rows = db.all(
        `SELECT r.key, r.value
         FROM kvs_index i JOIN kvs_value r ON r.space = i.space AND r.key = i.key
         WHERE i.space = ? AND i.name = ? AND i.part = ? AND ${where.sql}${paged} AND ${alive}
         ORDER BY i.at ${direction}, i.key ${direction} LIMIT ?`,
        [
          space,
          index,
          partition,
          ...where.values,
          ...(after ? [after.at, after.key] : []),
          clock.now(),
          limit,
        ],
      );
      return rows.map(recordOf);
    },
    clear() {
      db.exec('DELETE FROM kvs_index; DELETE FROM kvs_value;');
    },
    transaction: (work) => db.transaction(work),
  };
}

const OPERATORS: Partial<Record<Range['condition'], string>> = {
  EQUAL_TO: '=',
  GREATER_THAN: '>',
  GREATER_THAN_EQUAL_TO: '>=',
  LESS_THAN: '<',
  LESS_THAN_EQUAL_TO: '<=',
};

/** SQL for a range condition on an index. @throws StorageError for values that do not fit it. */
export function rangeSql(range: Range | undefined): IndexQuery['where'] {
  if (!range) return { sql: '1', values: [] };
  const [first, second] = range.values.filter((value) => typeof value !== 'boolean');
  const operator = OPERATORS[range.condition];
  if (operator && first !== undefined) return { sql: `i.at ${operator} ?`, values: [first] };
  if (range.condition === 'BETWEEN' && first !== undefined && second !== undefined) {
    return { sql: 'i.at BETWEEN ? AND ?', values: [first, second] };
  }
  if (range.condition === 'BEGINS_WITH' && typeof first === 'string') {
    return { sql: 'i.at >= ? AND i.at < ?', values: [first, first + BEYOND] };
  }
  const text = `The condition ${range.condition} cannot be used on a range.`;
  throw new StorageError(400, 'INVALID_CONDITION', text);
}

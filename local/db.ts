// The database of the local host: one SQLite file, or memory. node-sqlite3-wasm needs no compiler,
// but its file lock is a folder that outlives a killed process; this driver guards and clears it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Database, type Statement } from 'node-sqlite3-wasm';

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlParam = string | number | boolean | Uint8Array | null;
export type Row = Record<string, SqlValue>;

export interface Db {
  /** Runs one or more statements without parameters. */
  exec(sql: string): void;
  /** Runs one statement; answers how many rows it changed. */
  run(sql: string, params?: SqlParam[]): { changes: number };
  /** The first row, or undefined. */
  get(sql: string, params?: SqlParam[]): Row | undefined;
  all(sql: string, params?: SqlParam[]): Row[];
  /** All or nothing; inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  /**
   * All or nothing across waiting: until it ends, whatever is written belongs to it, whoever writes.
   * One at a time.
   */
  hold<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** Another live process holds the file. */
export class DatabaseInUseError extends Error {
  constructor(file: string, owner: number) {
    super(
      `The database ${file} is in use by process ${String(owner)}. Stop it, or choose another --db.`,
    );
    this.name = 'DatabaseInUseError';
  }
}

const STATEMENT_CACHE = 400;
const openFiles = new Set<string>();

/**
 * Opens a database file, or a database in memory.
 *
 * @throws DatabaseInUseError when a live process (this one included) has the file open.
 */
export function openDb(file: string): Db {
  if (file === ':memory:') return wrap(new Database(file), () => undefined);
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const release = claim(path);
  try {
    const database = new Database(path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;');
    return wrap(database, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Takes the file for this process and clears what a killed process left behind. */
function claim(path: string): () => void {
  const pidFile = `${path}.pid`;
  if (openFiles.has(path)) throw new DatabaseInUseError(path, process.pid);
  if (existsSync(pidFile)) {
    const [pid = '', birth = ''] = readFileSync(pidFile, 'utf8').trim().split(' ');
    const owner = Number(pid);
    if (isAnotherLiveProcess(owner, birth)) throw new DatabaseInUseError(path, owner);
  }
  rmSync(`${path}.lock`, { recursive: true, force: true });
  writeFileSync(pidFile, `${String(process.pid)} ${birthOf(process.pid)}\n`);
  openFiles.add(path);
  return () => {
    openFiles.delete(path);
    rmSync(pidFile, { force: true });
  };
}

function isAnotherLiveProcess(pid: number, birth: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM means that it lives, but belongs to someone else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return birth === '' || birthOf(pid) === '' || birthOf(pid) === birth;
}

/** When the process began, where the system tells: process ids are given out again. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function wrap(database: Database, release: () => void): Db {
  const statements = new Map<string, Statement>();
  let depth = 0;
  // A killed process loses nothing that was committed: only a power cut could.
  database.exec(
    'PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;',
  );

  const prepared = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const oldest = statements.keys().next();
    if (statements.size >= STATEMENT_CACHE && !oldest.done) {
      statements.get(oldest.value)?.finalize();
      statements.delete(oldest.value);
    }
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  const begin = (): void => {
    database.exec('BEGIN');
    depth += 1;
  };
  const undo = (): void => {
    if (database.isOpen && database.inTransaction) database.exec('ROLLBACK');
  };

  return {
    exec: (sql) => {
      database.exec(sql);
    },
    run: (sql, params = []) => ({ changes: prepared(sql).run(params).changes }),
    // The statement's own `get` stops after a row and would keep its table locked.
    get: (sql, params = []) => prepared(sql).all(params)[0] as Row | undefined,
    all: (sql, params = []) => prepared(sql).all(params) as Row[],
    transaction: (work) => {
      if (depth > 0) return work();
      begin();
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        undo();
        throw error;
      } finally {
        depth -= 1;
      }
    },
    hold: async (work) => {
      if (depth > 0) throw new Error('The database is held already.');
      begin();
      try {
        const result = await work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        undo();
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => {
      if (!database.isOpen) return;
      for (const statement of statements.values()) statement.finalize();
      statements.clear();
      database.close();
      release();
    },
  };
}

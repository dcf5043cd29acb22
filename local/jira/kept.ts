// What a site has few of, such as projects and sprints: in memory beside its table, because every
// answer needs some of them.
import { type Db } from '../db';
import { json } from './rows';

export interface Kept<T> {
  /** In the order in which they were first added. */
  all(): T[];
  get(id: string | number): T | undefined;
  /** Adds it, or puts it in the place of the one with its id. */
  put(thing: T): T;
  remove(id: string | number): void;
  reload(): void;
}

/** The things of one kind, such as `sprint`; `kind` parts them from others in the table. */
export function kept<T>(db: Db, kind: string, idOf: (thing: T) => string | number): Kept<T> {
  const known = new Map<string, T>();
  const learn = (thing: T): T => {
    known.set(String(idOf(thing)), thing);
    return thing;
  };
  const reload = (): void => {
    known.clear();
    const rows = db.all('SELECT data FROM jira_kept WHERE kind = ? ORDER BY seq', [kind]);
    for (const row of rows) learn(json<T>(row, 'data'));
  };
  reload();
  return {
    reload,
    all: () => [...known.values()],
    get: (id) => known.get(String(id)),
    put: (thing) => {
      db.run(
        `INSERT INTO jira_kept(kind, id, data) VALUES (?, ?, ?)
         ON CONFLICT(kind, id) DO UPDATE SET data = excluded.data`,
        [kind, String(idOf(thing)), JSON.stringify(thing)],
      );
      return learn(thing);
    },
    remove: (id) => {
      db.run('DELETE FROM jira_kept WHERE kind = ? AND id = ?', [kind, String(id)]);
      known.delete(String(id));
    },
  };
}

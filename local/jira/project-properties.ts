// Properties of projects, as JSON text. Search knows nothing of them.
import { type Db } from '../db';
import { str } from './rows';

export interface ProjectProperties {
  keys(projectId: string): string[];
  /** JSON text; undefined when the project has none of that key. */
  get(projectId: string, key: string): string | undefined;
  set(projectId: string, key: string, json: string): void;
  /** False when there was none. */
  remove(projectId: string, key: string): boolean;
  removeAll(projectId: string): void;
}

/** Permissions, keys and values are checked by who calls. */
export function createProjectProperties(db: Db): ProjectProperties {
  const own = 'FROM jira_project_property WHERE project_id = ?';
  return {
    keys: (projectId) =>
      db.all(`SELECT key ${own} ORDER BY key`, [projectId]).map((row) => str(row, 'key')),
    get: (projectId, key) => {
      const row = db.get(`SELECT value ${own} AND key = ?`, [projectId, key]);
      return row && str(row, 'value');
    },
    set: (projectId, key, json) => {
      db.run('INSERT OR REPLACE INTO jira_project_property VALUES (?, ?, ?)', [
        projectId,
        key,
        json,
      ]);
    },
    remove: (projectId, key) => db.run(`DELETE ${own} AND key = ?`, [projectId, key]).changes > 0,
    removeAll: (projectId) => {
      db.run(`DELETE ${own}`, [projectId]);
    },
  };
}

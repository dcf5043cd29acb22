// Which issue panels of the app are pinned to which projects.
import { type Clock } from '../clock';
import { type Db } from '../db';
import { num } from './rows';

export interface Panels {
  /** When a panel was pinned to a project; undefined when it is not. */
  pinnedAt(moduleKey: string, projectId: string): number | undefined;
  pin(moduleKey: string, projectId: string, pinned: boolean): void;
}

/** Moments are milliseconds of the clock. */
export function createPanels(db: Db, clock: Clock): Panels {
  return {
    pinnedAt: (moduleKey, projectId) => {
      const row = db.get('SELECT at FROM jira_panel_pin WHERE module = ? AND project_id = ?', [
        moduleKey,
        projectId,
      ]);
      return row && num(row, 'at');
    },
    pin: (moduleKey, projectId, pinned) => {
      if (pinned) {
        db.run('INSERT OR IGNORE INTO jira_panel_pin VALUES (?, ?, ?)', [
          moduleKey,
          projectId,
          clock.now(),
        ]);
      } else {
        db.run('DELETE FROM jira_panel_pin WHERE module = ? AND project_id = ?', [
          moduleKey,
          projectId,
        ]);
      }
    },
  };
}

// Status categories, and the moment an item entered its present one, where the data is silent.

import type { SiteStatus } from '../../jira/api';

export type Category = SiteStatus['category'];

const DONE =
  /done|closed|resolved|complete|finished|released|shipped|deployed|live|cancel|reject|won.t|erledigt|fertig|geschlossen|abgeschlossen|abgelehnt/i;
const RUNNING =
  /progress|review|test|qa|doing|develop|verif|deploying|started|blocked|merge|in arbeit|bearbeitung|prüfung/i;

/** The category that Jira's key means; null for "undefined" and keys that Jira does not have. */
export function categoryOfKey(key: string | undefined): Category | null {
  return key === 'new' || key === 'indeterminate' || key === 'done' ? key : null;
}

/** A guess by name, for a status of the past that no row holds any more. */
export function categoryByName(name: string): Category {
  if (/^(not |un|re-?open|nicht |zu erledigen)/i.test(name)) return 'new';
  if (RUNNING.test(name)) return 'indeterminate';
  return DONE.test(name) ? 'done' : 'new';
}

/** One move between two statuses, by name, at a moment in milliseconds. */
export interface StatusMove {
  at: number;
  from: string | null;
  to: string | null;
}

/**
 * When the item entered its present category: the last move (oldest first) that changed it, else
 * for a finished item its resolution date, else its creation.
 */
export function categoryChangedAt(
  moves: readonly StatusMove[],
  category: Category,
  categoryOf: (status: string) => Category,
  dates: { resolved: number | null; created: number },
): number {
  const crossing = moves.findLast(
    ({ from, to }) =>
      to !== null &&
      categoryOf(to) === category &&
      (from === null || categoryOf(from) !== category),
  );
  if (crossing !== undefined) return crossing.at;
  return category === 'done' && dates.resolved !== null ? dates.resolved : dates.created;
}

// What a row holds, by role.
import type { Columns, Role } from './header';

/** Jira writes words for "none" into some columns. */
const NONE = /^(unresolved|none|nicht erledigt|unassigned|nicht zugewiesen)$/i;

export interface Cells {
  /** The first filled cell of the role, without spaces around it; '' when there is none. */
  one(role: Role): string;
  /** The same, where a word for "none" is none; null when there is none. */
  name(role: Role): string | null;
  /** Whether the item has a resolution or its date. */
  resolved(): boolean;
  /** All filled cells of the role: Jira writes a column for each value. */
  all(role: Role): string[];
  at(index: number): string;
}

/** The cells of one row by what their columns hold. */
export function cellsOf(cells: readonly string[], columns: Columns): Cells {
  const at = (index: number): string => (cells[index] ?? '').trim();
  const all = (role: Role): string[] => columns.places[role].map(at).filter((cell) => cell !== '');
  const one = (role: Role): string => all(role)[0] ?? '';
  const name = (role: Role): string | null => {
    const cell = one(role);
    return cell === '' || NONE.test(cell) ? null : cell;
  };
  return {
    at,
    all,
    one,
    name,
    resolved: () => one('resolved') !== '' || name('resolution') !== null,
  };
}

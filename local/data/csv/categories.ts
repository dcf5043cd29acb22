// Categories of statuses: as the file says, else by their items' resolutions and their names.
import { categoryByName, type Category } from '../import/category';

const NAMED: readonly (readonly [RegExp, Category])[] = [
  [/^(to do|new|zu erledigen)$/i, 'new'],
  [/^(in progress|in arbeit)$/i, 'indeterminate'],
  [/^(done|complete|fertig|erledigt)$/i, 'done'],
];

/** The category that a cell of the column "Status Category" names, or null. */
export function categoryOfCell(cell: string): Category | null {
  return NAMED.find(([pattern]) => pattern.test(cell))?.[1] ?? null;
}

export interface StatusCount {
  items: number;
  resolved: number;
  /** What the column says. */
  said: Category | null;
}

/** A status is done where most of its items are resolved; otherwise its name decides. */
export function categoryOf(name: string, { items, resolved, said }: StatusCount): Category {
  if (said !== null) return said;
  return resolved * 2 > items ? 'done' : categoryByName(name);
}

// Which items are chosen, over all pages. Pure: each change gives a new selection.
import { isWhole, type LaneItem } from './lane-item';

/** Chosen items by their id, in the order of choosing. */
export type Selection = ReadonlyMap<string, LaneItem>;

export const NOTHING: Selection = new Map();

/** Items whose answer can't be read here stay as they are; answered ones need nothing more. */
export const canChoose = (item: LaneItem): boolean =>
  item.standing !== 'locked' && item.standing !== 'covered' && !isWhole(item);

/** Chooses these items, or takes them out. Those that can't be chosen are passed over. */
export function choose(before: Selection, items: readonly LaneItem[], on: boolean): Selection {
  const after = new Map(before);
  for (const item of items)
    if (!on) after.delete(item.id);
    else if (canChoose(item)) after.set(item.id, item);
  return after;
}

/** The rows between two of them, both included; the last alone when the first is not among them. */
export function between(
  rows: readonly LaneItem[],
  firstId: string | null,
  lastId: string,
): LaneItem[] {
  const last = rows.findIndex(({ id }) => id === lastId);
  const found = rows.findIndex(({ id }) => id === firstId);
  if (last === -1) return [];
  const first = found === -1 ? last : found;
  return rows.slice(Math.min(first, last), Math.max(first, last) + 1);
}

/** Whether all, some or none of the rows that can be chosen are. */
export function chosenOf(rows: readonly LaneItem[], selection: Selection): 'all' | 'some' | 'none' {
  const open = rows.filter(canChoose);
  const count = open.filter(({ id }) => selection.has(id)).length;
  if (count === 0) return 'none';
  return count === open.length ? 'all' : 'some';
}

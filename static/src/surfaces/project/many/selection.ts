// Which items of a list are chosen, over all its pages. Pure: each change gives a new selection.

/** Chosen items by their id, in the order of choosing. */
export type Selection<T> = ReadonlyMap<string, T>;

interface Row {
  id: string;
}

/** Chooses these items, or takes them out. Those that can't be chosen are passed over. */
export function choose<T extends Row>(
  before: Selection<T>,
  items: readonly T[],
  on: boolean,
  can: (item: T) => boolean,
): Selection<T> {
  const after = new Map(before);
  for (const item of items)
    if (!on) after.delete(item.id);
    else if (can(item)) after.set(item.id, item);
  return after;
}

/** The rows between two of them, both included; the last alone when the first is not among them. */
export function between<T extends Row>(
  rows: readonly T[],
  firstId: string | null,
  lastId: string,
): T[] {
  const last = rows.findIndex(({ id }) => id === lastId);
  const found = rows.findIndex(({ id }) => id === firstId);
  if (last === -1) return [];
  const first = found === -1 ? last : found;
  return rows.slice(Math.min(first, last), Math.max(first, last) + 1);
}

/** Whether all, some or none of the rows that can be chosen are. */
export function chosenOf<T extends Row>(
  rows: readonly T[],
  selection: Selection<T>,
  can: (item: T) => boolean,
): 'all' | 'some' | 'none' {
  const open = rows.filter(can);
  const count = open.filter(({ id }) => selection.has(id)).length;
  if (count === 0) return 'none';
  return count === open.length ? 'all' : 'some';
}

// Which open items are in several streams, and which in none.
import type { Members } from './check';

export interface Overlap {
  several: string[];
  none: string[];
}

/** Null where one of the lists is too long to be compared. */
export function overlapOf(streams: readonly Members[], open: Members): Overlap | null {
  if (open.ids === null) return null;
  const times = new Map<string, number>();
  for (const { ids } of streams) {
    if (ids === null) return null;
    for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return {
    several: [...times].flatMap(([id, count]) => (count > 1 ? [id] : [])),
    none: open.ids.filter((id) => !times.has(id)),
  };
}

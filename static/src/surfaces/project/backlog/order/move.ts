// Moves in Jira's rank that bring it closer to the order of a goal's items. Pure.

/** Where Jira is asked to put an item. */
export type RankTarget = { rankBeforeIssue: string } | { rankAfterIssue: string };

/**
 * The item above which `key` has to move, so that nothing stands over it in Jira's rank that comes
 * after it in the order; null when nothing does.
 * @param order keys as they are advised, first the most
 * @param rank keys as Jira ranks them
 */
export function targetOf(
  key: string,
  order: readonly string[],
  rank: readonly string[],
): string | null {
  const later = new Set(order.slice(order.indexOf(key) + 1));
  const above = rank.slice(0, Math.max(0, rank.indexOf(key)));
  return above.find((other) => later.has(other)) ?? null;
}

/** The rank with `key` moved to directly above `target`. */
export function movedAbove(rank: readonly string[], key: string, target: string): string[] {
  const rest = rank.filter((other) => other !== key);
  const at = rest.indexOf(target);
  return at === -1 ? [...rank] : [...rest.slice(0, at), key, ...rest.slice(at)];
}

/** The way back to where `key` stands in the rank: beside its neighbour; null when it has none. */
export function wayBack(rank: readonly string[], key: string): RankTarget | null {
  const at = rank.indexOf(key);
  if (at === -1) return null;
  const next = rank[at + 1];
  if (next !== undefined) return { rankBeforeIssue: next };
  const previous = rank[at - 1];
  return previous === undefined ? null : { rankAfterIssue: previous };
}

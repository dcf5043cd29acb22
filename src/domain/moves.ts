// Who brought an item into the status it is in.

/** One change of an item's status. */
export interface StatusMove {
  /** Account; null where Jira names nobody. */
  by: string | null;
  /** By a rule or another app. */
  byApp: boolean;
  /** Instant in milliseconds. */
  at: number;
}

/** Jira's clock and Ladder's may differ by this much, in milliseconds. */
export const SKEW_MS = 10_000;

/**
 * Who made the last move at `since` (milliseconds) or later; undefined where there is none. What an
 * app does is left out: rules move on what a person has moved.
 */
export const moverSince = (
  moves: readonly StatusMove[],
  since: number,
): StatusMove['by'] | undefined =>
  moves
    .filter(({ byApp, at }) => !byApp && at >= since)
    .reduce<StatusMove | undefined>(
      (last, one) => (last && last.at > one.at ? last : one),
      undefined,
    )?.by;

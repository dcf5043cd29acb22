// What the rules may have said of an item in a span of time, whatever the app knew of it and when it looked.
import type { Item } from '../jira/site';
import { dueOf, statesIn, type Due } from '../oracle';
import { HOUR, MINUTE } from '../world';
import type { Evidence } from './evidence';

/** The app's and Jira's clocks may differ by this. */
export const SKEW = 6 * MINUTE;
/** Answered parents are listed anew after a week at the latest. */
export const PARENTS_KEPT = 8 * 24 * HOUR;
/** An item that is listed in vain is not listed again for so many days at most. */
export const FARTHEST_MARK = 14;

export interface Span {
  from: number;
  to: number;
  /** When somebody looked: the instant, and the project's day. */
  looks: readonly { now: number; today: string }[];
}

/** One finding for each state of the item and its parent, each settings and each look. */
export function duesIn(
  { world: { states }, settingsIn }: Evidence,
  item: Item,
  { from, to, looks }: Span,
): Due[] {
  const parents =
    item.parentId === null
      ? [null]
      : // What the app may not see says nothing to it.
        statesIn(states.get(item.parentId) ?? [], from - PARENTS_KEPT, to).map((row) =>
          row.hidden || row.gone ? null : row,
        );
  const known = settingsIn(item.projectId, from - SKEW, to);
  return statesIn(states.get(item.id) ?? [], from, to).flatMap((row) =>
    known.flatMap((settings) =>
      parents.flatMap((parent) => looks.map((look) => dueOf(row, parent, settings, look))),
    ),
  );
}

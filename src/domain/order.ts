// The order of one goal's items by what they are expected to do for it: share of the goal's gap per
// effort. Advice beside Jira's rank; items without a number stand apart.
import type { Answer } from './answer';
import type { Day } from './days';
import { latestReading, type Goal, type Reading } from './goal';

/**
 * What is still missing between now and the target, in the goal's unit and direction; 0 when the
 * target is reached. Without a reading the baseline counts as now.
 */
export function gapOf(goal: Goal, readings: readonly Reading[], today: Day): number {
  const now = latestReading(readings, today)?.value ?? goal.baseline;
  const missing = goal.direction === 'up' ? goal.target - now : now - goal.target;
  return Math.max(0, missing);
}

/**
 * The share of the gap that an answer expects to close: 0.25 for a quarter. Null without a number,
 * with no gap left, or for a change in the wrong direction.
 */
export function shareOfGap(answer: Pick<Answer, 'delta'>, goal: Goal, gap: number): number | null {
  const { delta } = answer;
  if (delta === undefined || gap <= 0) return null;
  const helps = goal.direction === 'up' ? delta : -delta;
  return helps > 0 ? helps / gap : null;
}

/** What an order is made from. */
export interface Expected {
  key: string;
  answer: Pick<Answer, 'delta' | 'checkBy'>;
  /** In the project's unit (points, seconds); null where the item has none. */
  effort: number | null;
}

export interface Ordered<T> {
  item: T;
  /** Share of the goal's gap, 0.25 for a quarter. */
  share: number;
  /** Share per unit of effort; null where the item has no effort. */
  perEffort: number | null;
}

/** Missing days come last. */
const byDay = (a: Day | undefined, b: Day | undefined): number =>
  (a ?? '9999') < (b ?? '9999') ? -1 : (a ?? '9999') > (b ?? '9999') ? 1 : 0;

const byKey = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/**
 * Splits one goal's items into an order and those without a number. Most share per effort first; an
 * item without effort is placed by its share as if its effort were the median of the others (1 when
 * there are none). Ties: earlier check date, then key.
 */
export function orderOfGoal<T extends Expected>(
  items: readonly T[],
  goal: Goal,
  gap: number,
): { ordered: Ordered<T>[]; apart: T[] } {
  const usual = medianEffort(items);
  const ordered: (Ordered<T> & { weight: number })[] = [];
  const apart: T[] = [];
  for (const item of items) {
    const share = shareOfGap(item.answer, goal, gap);
    if (share === null) {
      apart.push(item);
      continue;
    }
    const effort = item.effort !== null && item.effort > 0 ? item.effort : null;
    const perEffort = effort === null ? null : share / effort;
    ordered.push({ item, share, perEffort, weight: perEffort ?? share / usual });
  }
  ordered.sort(
    (a, b) =>
      b.weight - a.weight ||
      byDay(a.item.answer.checkBy, b.item.answer.checkBy) ||
      byKey(a.item.key, b.item.key),
  );
  apart.sort((a, b) => byDay(a.answer.checkBy, b.answer.checkBy) || byKey(a.key, b.key));
  return {
    ordered: ordered.map(({ item, share, perEffort }) => ({ item, share, perEffort })),
    apart,
  };
}

function medianEffort(items: readonly Expected[]): number {
  const efforts = items
    .map(({ effort }) => effort)
    .filter((effort): effort is number => effort !== null && effort > 0)
    .sort((a, b) => a - b);
  return efforts[Math.floor(efforts.length / 2)] ?? 1;
}

/** The strongest items for a goal: by share of the gap, then by check date; those without a number last. */
export function strongest<T extends Expected>(
  items: readonly T[],
  goal: Goal,
  gap: number,
  count: number,
): T[] {
  const share = (item: T): number => shareOfGap(item.answer, goal, gap) ?? 0;
  return [...items]
    .sort(
      (a, b) =>
        share(b) - share(a) || byDay(a.answer.checkBy, b.answer.checkBy) || byKey(a.key, b.key),
    )
    .slice(0, count);
}

/**
 * The items that bring most of their goal's gap for their effort, as many as fit into an amount of
 * effort; those without effort are left out.
 */
export function fittingInto<T extends Expected>(
  ordered: readonly Ordered<T>[],
  amount: number,
): T[] {
  const byWeight = [...ordered].sort((a, b) => (b.perEffort ?? 0) - (a.perEffort ?? 0));
  const chosen: T[] = [];
  let left = amount;
  for (const { item, perEffort } of byWeight) {
    if (perEffort === null || item.effort === null || item.effort > left) continue;
    chosen.push(item);
    left -= item.effort;
  }
  return chosen;
}

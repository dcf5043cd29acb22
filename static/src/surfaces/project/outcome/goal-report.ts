// What was shipped for each goal, for the page that is printed.
import { lookAt, type Frame } from '../../../../../src/domain/band';
import type { Day } from '../../../../../src/domain/days';
import { latestReading, type Goal, type Reading } from '../../../../../src/domain/goal';
import type { ResultValue } from '../../../../../src/domain/item';
import type { ListedItem } from '../gather/listed-item';

export interface GoalItem {
  item: ListedItem;
  result: ResultValue | null;
}

export interface GoalReport {
  /** Aimed at this goal, those with a result that moved first, then the last finished. */
  items: GoalItem[];
  /** Sums of those that have one, and how many have none; null where none has. */
  effort: { unit: 'points' | 'hours'; value: number; without: number } | null;
  results: Record<ResultValue | 'open', number>;
}

const RANK: Record<ResultValue | 'open', number> = { moved: 0, flat: 1, unclear: 2, open: 3 };

function effortOf(items: readonly GoalItem[]): GoalReport['effort'] {
  for (const unit of ['points', 'hours'] as const) {
    const values = items.flatMap(({ item }) => item.estimate[unit] ?? []);
    const value = values.reduce((all, one) => all + one, 0);
    if (values.length > 0) return { unit, value, without: items.length - values.length };
  }
  return null;
}

/** Sorts the listed items of a window by the goal they were aimed at. */
export function goalReports(listed: readonly ListedItem[], frame: Frame): Map<string, GoalReport> {
  const byGoal = new Map<string, GoalItem[]>();
  for (const item of listed) {
    const { delivered, aimedAt, bet } = lookAt(item.facts, frame);
    if (!delivered || !aimedAt) continue;
    const found = byGoal.get(aimedAt.id) ?? [];
    found.push({ item, result: bet.result?.result ?? null });
    byGoal.set(aimedAt.id, found);
  }
  return new Map(
    [...byGoal].map(([id, items]) => {
      const results = { moved: 0, flat: 0, unclear: 0, open: 0 };
      for (const { result } of items) results[result ?? 'open'] += 1;
      items.sort(
        (a, b) =>
          RANK[a.result ?? 'open'] - RANK[b.result ?? 'open'] ||
          b.item.facts.categoryChanged - a.item.facts.categoryChanged,
      );
      return [id, { items, effort: effortOf(items), results }];
    }),
  );
}

/** The reading that stood on the first day, and on the last; the goal's baseline before any. */
export function readingsOfTime(
  goal: Goal & { readings: readonly Reading[] },
  { from, to }: { from: Day; to: Day },
): { start: Reading | null; end: Reading | null } {
  return {
    start: latestReading(goal.readings, from) ?? null,
    end: latestReading(goal.readings, to) ?? null,
  };
}

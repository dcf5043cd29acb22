// Which goals are shown where, and in which order.
import type { GoalView } from '../../../../../src/contract/goals';
import { isComplete, lastServed } from '../../../../../src/domain/goal';
import type { Day } from '../../../../../src/domain/days';
import type { Days } from '../address';

export interface GoalGroups {
  active: GoalView[];
  /** Not started, or incomplete. */
  later: GoalView[];
  over: GoalView[];
}

const byEnd = (a: GoalView, b: GoalView): number => (a.lastDay < b.lastDay ? -1 : 1);

/** Active ones by their last day, then what is to come, then what is over, the latest first. */
export function groupGoals(goals: readonly GoalView[]): GoalGroups {
  return {
    active: goals.filter(({ active }) => active).sort(byEnd),
    later: goals.filter(({ active, over }) => !active && !over).sort(byEnd),
    over: goals.filter(({ over }) => over).sort((a, b) => (lastServed(a) > lastServed(b) ? -1 : 1)),
  };
}

/** Goals that work of this time could serve: the active ones first. */
export function goalsOfWindow(goals: readonly GoalView[], { from, to }: Days): GoalView[] {
  const { active, over } = groupGoals(goals);
  const served = (goal: GoalView): boolean =>
    isComplete(goal) && goal.firstDay <= to && lastServed(goal) >= from;
  return [...active, ...over.filter(served)];
}

/** First and last day of what is agreed: from the earliest start to the latest end. Null without goals. */
export function periodOf(goals: readonly GoalView[]): { from: Day; to: Day } | null {
  const [first, ...others] = goals;
  if (!first) return null;
  return others.reduce(
    (period, goal) => ({
      from: goal.firstDay < period.from ? goal.firstDay : period.from,
      to: goal.lastDay > period.to ? goal.lastDay : period.to,
    }),
    { from: first.firstDay, to: first.lastDay },
  );
}

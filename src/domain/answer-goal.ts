// An answer that is to serve another goal than before.
import type { Answer } from './answer';
import type { Goal } from './goal';

/**
 * The answer with a goal that somebody has chosen. It takes over nobody else's goal any more; numbers
 * in the unit of the goal before, and a measure that only named that goal's metric, go with it.
 */
export function withChosenGoal<T extends Answer>(
  answer: T,
  chosen: Pick<Goal, 'id'>,
  goals: readonly Pick<Goal, 'id' | 'metric'>[],
): T {
  const own = { ...answer, goal: chosen.id, enables: undefined };
  if (answer.goal === undefined || answer.goal === chosen.id) return own;
  const before = goals.find(({ id }) => id === answer.goal);
  const named = before !== undefined && answer.measure?.trim() === before.metric.trim();
  return {
    ...own,
    delta: undefined,
    stopValue: undefined,
    measure: named ? undefined : answer.measure,
  };
}

// Which work serves a goal today, and which is calendar work: for sprints and for what is in progress.
import { parentOf, type Frame } from './band';
import { ownAnswerClause, ownGoal, standardClause, unansweredBet, type ByBet } from './bet-clause';
import { clauseOf, clausesOf, type Counted } from './bet-sum';
import { and, category, everything, has, not, nothing, or, type Clause } from './clause';
import type { Day } from './days';
import { isActive } from './goal';
import { betOf } from './inherit';
import type { ItemFacts } from './item';

/** Whether the answer that counts for the item names a goal that is active today. */
export function servesGoal(item: ItemFacts, frame: Frame, today: Day): boolean {
  const { answer } = betOf(item, parentOf(item, frame), frame.goals);
  if (!answer || answer.why === 'run') return false;
  return frame.goals.some((goal) => goal.id === answer.goal && isActive(goal, today));
}

/** Standard items of a set: those that serve a goal, and the rest. */
export type WorkName = 'serves' | 'calendar';

/**
 * Two numbers that together are all standard items of a sprint, or of any other set. *Calendar* is
 * everything that serves no active goal: kept running, not asked, unanswered, goal over.
 */
export function workNumbers(
  frame: Frame,
  today: Day,
  within: Clause = everything,
): Record<WorkName, Counted> {
  const active = frame.goals.filter((goal) => isActive(goal, today));
  const scope = and(standardClause(frame), within);
  const serves = (goal: string | undefined): boolean => active.some(({ id }) => id === goal);
  const of = (bet: ByBet): Counted => ({ scope, bet });
  const own = or(...active.map(ownGoal));
  return {
    serves: of({
      own,
      parent: ({ why, goal }) => (why !== 'run' && serves(goal) ? everything : nothing),
      none: nothing,
    }),
    calendar: of({
      own: and(ownAnswerClause(frame), not(own)),
      parent: ({ why, goal }) => (why !== 'run' && serves(goal) ? nothing : everything),
      none: everything,
    }),
  };
}

/** The same numbers as search conditions. */
export const workClauses = (frame: Frame, today: Day): Record<WorkName, Clause> =>
  clausesOf(frame, workNumbers(frame, today));

/** Standard items that are being worked on now. */
export const inProgressClause = (frame: Frame): Clause =>
  and(standardClause(frame), category('indeterminate'));

/** Open standard items that somebody let start without an answer, whether or not they have started. */
export const startedAnywayClause = (frame: Frame): Clause =>
  and(standardClause(frame), not(category('done')), has('passUntil'));

/** In progress though nobody answers for them and nobody let them start. */
export const startedWithout = (asked: Clause): Counted => ({
  scope: and(asked, category('indeterminate'), not(has('passUntil'))),
  bet: unansweredBet(),
});

/** The same as one search condition. */
export const startedWithoutClause = (frame: Frame, asked: Clause): Clause =>
  clauseOf(frame, startedWithout(asked));

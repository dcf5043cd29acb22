// Which work serves a goal today, and which is calendar work: for sprints and for what is in progress.
import { parentOf, type Frame } from './band';
import { byBet, coveredClause, ownGoal, standardClause } from './bet-clause';
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

/** The same as a search condition. */
export function servesClause(frame: Frame, today: Day): Clause {
  const active = frame.goals.filter((goal) => isActive(goal, today));
  return byBet(frame, {
    own: or(...active.map(ownGoal)),
    parent: ({ why, goal }) =>
      why !== 'run' && active.some(({ id }) => id === goal) ? everything : nothing,
    none: nothing,
  });
}

/** Two lists that together are all standard items of a sprint, or of any other set. */
export const workClauses = (frame: Frame, today: Day) => {
  const serves = servesClause(frame, today);
  return {
    serves: and(standardClause(frame), serves),
    /** Everything that serves no active goal: kept running, not asked, unanswered, goal over. */
    calendar: and(standardClause(frame), not(serves)),
  };
};

/** Standard items that are being worked on now. */
export const inProgressClause = (frame: Frame): Clause =>
  and(standardClause(frame), category('indeterminate'));

/** Open standard items that somebody let start without an answer, whether or not they have started. */
export const startedAnywayClause = (frame: Frame): Clause =>
  and(standardClause(frame), not(category('done')), has('passUntil'));

/** In progress though nobody answers for them and nobody let them start. */
export const startedWithoutClause = (frame: Frame, asked: Clause): Clause =>
  and(asked, category('indeterminate'), not(has('passUntil')), not(coveredClause(frame)));

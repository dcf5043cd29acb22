// Output, aimed and the bands as search conditions: the same rules as in band.ts. What is asked by
// whose answer speaks for an item is a `ByBet`; bet-sum.ts makes conditions of it.
import type { Band, Frame, Window } from './band';
import {
  askedClause,
  ownAnswerClause,
  ownGoal,
  ownRun,
  ownSentence,
  standardClause,
  type ByBet,
} from './bet-clause';
import {
  and,
  before,
  category,
  everything,
  has,
  is,
  not,
  nothing,
  oneOf,
  or,
  type Clause,
} from './clause';
import type { KeptAnswer } from './answer';
import { servedBetween, wasActiveOn, type Goal } from './goal';
import { valueOf, type ParentFacts, type ResultValue } from './item';

/** Standard and finished inside the window. */
export const finishedClause = (frame: Frame, window: Window): Clause =>
  and(
    standardClause(frame),
    category('done'),
    not(before('categoryChanged', window.from)),
    before('categoryChanged', window.to),
  );

/** Closed without being delivered. */
export const undeliveredClause = (frame: Frame): Clause =>
  or(
    is('decision', 'killed'),
    oneOf('resolution', frame.undelivered.resolutionIds),
    oneOf('status', frame.undelivered.statusIds),
  );

/** Finished in the window and delivered. */
export const outputClause = (frame: Frame, window: Window): Clause =>
  and(finishedClause(frame, window), not(undeliveredClause(frame)));

const when = (fits: boolean, clause: Clause = everything): Clause => (fits ? clause : nothing);

/** The answer that counts names this goal, whenever the item was finished. */
export const goalBet = (goal: Goal): ByBet => ({
  own: ownGoal(goal),
  parent: ({ why, goal: named }) => when(why !== 'run' && named === goal.id),
  none: nothing,
});

/** Finished while this goal was active. */
function servedClause(frame: Frame, goal: Goal | undefined): Clause {
  if (!goal || !wasActiveOn(goal, goal.firstDay)) return nothing;
  const { from, to } = servedBetween(goal, frame.rules.timeZone);
  return and(not(before('categoryChanged', from)), before('categoryChanged', to));
}

/** The item's own answer names a goal that was active when it was finished. */
const ownAimed = (frame: Frame): Clause =>
  or(...frame.goals.map((goal) => and(ownGoal(goal), servedClause(frame, goal))));

const parentAimed = (frame: Frame, answer: Pick<KeptAnswer, 'why' | 'goal'>): Clause =>
  answer.why === 'run'
    ? nothing
    : servedClause(
        frame,
        frame.goals.find(({ id }) => id === answer.goal),
      );

/** Finished while its goal was active. */
export const aimedBet = (frame: Frame): ByBet => ({
  own: ownAimed(frame),
  parent: (answer) => parentAimed(frame, answer),
  none: nothing,
});

/** Finished while this goal was active and its own. */
export const aimedAtBet = (frame: Frame, goal: Goal): ByBet => ({
  own: and(ownGoal(goal), servedClause(frame, goal)),
  parent: ({ why, goal: named }) =>
    when(why !== 'run' && named === goal.id, servedClause(frame, goal)),
  none: nothing,
});

/** Aimed, and answered before work on it started; a child takes its parent's moment. */
export const aimedBeforeBet = (frame: Frame): ByBet => ({
  own: and(ownAimed(frame), is('when', 'before')),
  parent: (answer) => when(answer.when === 'before', parentAimed(frame, answer)),
  none: nothing,
});

/** Somebody answers for it, by an answer and not by sorting it. */
export const answeredBet = (frame: Frame): ByBet => ({
  own: and(ownAnswerClause(frame), not(is('when', 'sorted'))),
  parent: (answer) => when(answer.when !== 'sorted'),
  none: nothing,
});

/** The answer that counts was given after the item, or its parent, was done. */
export const answeredAfterDoneBet = (frame: Frame): ByBet => ({
  own: and(ownAnswerClause(frame), is('when', 'done')),
  parent: (answer) => when(answer.when === 'done'),
  none: nothing,
});

const resultIs = (values: readonly ResultValue[]): Clause =>
  or(...values.map((value) => is('result', value)));
const resultOf = (parent: ParentFacts): ResultValue | null =>
  valueOf(parent.result)?.result ?? null;

/** Part of a bet: a sentence of its own, or its parent's. */
export const inBetsBet = (frame: Frame): ByBet => ({
  own: ownSentence(frame),
  parent: ({ why }) => when(why !== 'run'),
  none: nothing,
});

/** Part of a bet that moved something. */
export const inMovedBetsBet = (frame: Frame): ByBet => ({
  own: and(ownSentence(frame), resultIs(['moved'])),
  parent: ({ why }, parent) => when(why !== 'run' && resultOf(parent) === 'moved'),
  none: nothing,
});

const withResult = (frame: Frame, values: readonly ResultValue[]): ByBet => ({
  own: and(ownAnswerClause(frame), resultIs(values)),
  parent: (_answer, parent) => {
    const result = resultOf(parent);
    return when(result !== null && values.includes(result));
  },
  none: resultIs(values),
});

/** Which items of the output belong to a band. */
export function bandBet(band: Band, frame: Frame): ByBet {
  const noResult = not(has('result'));
  switch (band) {
    case 'moved':
      return withResult(frame, ['moved']);
    case 'tested':
      return withResult(frame, ['flat', 'unclear']);
    case 'run':
      return {
        own: and(ownRun, noResult),
        parent: ({ why }, parent) => when(why === 'run' && resultOf(parent) === null),
        none: and(noResult, not(askedClause(frame))),
      };
    case 'waiting':
      return {
        own: and(ownAimed(frame), noResult),
        parent: (answer, parent) => when(resultOf(parent) === null, parentAimed(frame, answer)),
        none: nothing,
      };
    case 'unsorted':
      return {
        own: and(
          or(...frame.goals.map((goal) => and(ownGoal(goal), not(servedClause(frame, goal))))),
          noResult,
        ),
        parent: (answer, parent) =>
          when(answer.why !== 'run' && resultOf(parent) === null, not(parentAimed(frame, answer))),
        none: and(noResult, askedClause(frame)),
      };
  }
}

/** Moved, though it was not aimed. */
export const movedUnaimedBet = (frame: Frame): ByBet => ({
  own: and(ownAnswerClause(frame), is('result', 'moved'), not(ownAimed(frame))),
  parent: (answer, parent) => when(resultOf(parent) === 'moved', not(parentAimed(frame, answer))),
  none: is('result', 'moved'),
});

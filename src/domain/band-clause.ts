// Output, aimed and the bands as search conditions: the same rules as in band.ts.
import type { Band, Frame, Window } from './band';
import { askedClause, byBet, ownAnswerClause, ownGoal, ownRun, standardClause } from './bet-clause';
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

export const outputClause = (frame: Frame, window: Window): Clause =>
  and(finishedClause(frame, window), not(undeliveredClause(frame)));

/** Serves this goal, by its own answer or its parent's, whenever it was finished. */
export const goalClause = (frame: Frame, goal: Goal): Clause =>
  byBet(frame, {
    own: ownGoal(goal),
    parent: ({ why, goal: named }) => (why !== 'run' && named === goal.id ? everything : nothing),
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

const parentAimed = (frame: Frame, answer: { why: string; goal?: string | undefined }): Clause =>
  answer.why === 'run'
    ? nothing
    : servedClause(
        frame,
        frame.goals.find(({ id }) => id === answer.goal),
      );

/** Finished while its goal was active. */
export const aimedClause = (frame: Frame): Clause =>
  byBet(frame, {
    own: ownAimed(frame),
    parent: (answer) => parentAimed(frame, answer),
    none: nothing,
  });

/** Aimed, and answered before work on it started; a child takes its parent's moment. */
export const aimedBeforeClause = (frame: Frame): Clause =>
  byBet(frame, {
    own: and(ownAimed(frame), is('when', 'before')),
    parent: (answer) => (answer.when === 'before' ? parentAimed(frame, answer) : nothing),
    none: nothing,
  });

const resultIs = (values: readonly ResultValue[]): Clause =>
  or(...values.map((value) => is('result', value)));
const resultOf = (parent: ParentFacts): ResultValue | null =>
  valueOf(parent.result)?.result ?? null;
const when = (fits: boolean, clause: Clause = everything): Clause => (fits ? clause : nothing);

const withResult = (frame: Frame, values: readonly ResultValue[]): Clause =>
  byBet(frame, {
    own: and(ownAnswerClause(frame), resultIs(values)),
    parent: (_answer, parent) => {
      const result = resultOf(parent);
      return when(result !== null && values.includes(result));
    },
    none: resultIs(values),
  });

/** Which items of the output belong to a band, by whose answer speaks for them. */
function inBand(band: Band, frame: Frame): Clause {
  const noResult = not(has('result'));
  switch (band) {
    case 'moved':
      return withResult(frame, ['moved']);
    case 'tested':
      return withResult(frame, ['flat', 'unclear']);
    case 'run':
      return byBet(frame, {
        own: and(ownRun, noResult),
        parent: ({ why }, parent) => when(why === 'run' && resultOf(parent) === null),
        none: and(noResult, not(askedClause(frame))),
      });
    case 'waiting':
      return byBet(frame, {
        own: and(ownAimed(frame), noResult),
        parent: (answer, parent) => when(resultOf(parent) === null, parentAimed(frame, answer)),
        none: nothing,
      });
    case 'unsorted':
      return byBet(frame, {
        own: and(
          or(...frame.goals.map((goal) => and(ownGoal(goal), not(servedClause(frame, goal))))),
          noResult,
        ),
        parent: (answer, parent) =>
          when(answer.why !== 'run' && resultOf(parent) === null, not(parentAimed(frame, answer))),
        none: and(noResult, askedClause(frame)),
      });
  }
}

/** One band of the output of a window. */
export const bandClause = (band: Band, frame: Frame, window: Window): Clause =>
  and(outputClause(frame, window), inBand(band, frame));

/** Moved, though it was not aimed. */
export const movedUnaimedClause = (frame: Frame, window: Window): Clause =>
  and(
    outputClause(frame, window),
    byBet(frame, {
      own: and(ownAnswerClause(frame), is('result', 'moved'), not(ownAimed(frame))),
      parent: (answer, parent) =>
        when(resultOf(parent) === 'moved', not(parentAimed(frame, answer))),
      none: is('result', 'moved'),
    }),
  );

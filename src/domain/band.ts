// The bands of output: what became of the things that were finished. Each rule stands here twice,
// as a function of an item and as a search condition; a test holds the two equal.
import type { KeptAnswer } from './answer';
import { dayOf } from './days';
import { servedBetween, wasActiveOn, type Goal } from './goal';
import { betOf, completeAnswer, isAsked, type Bet } from './inherit';
import { valueOf, type ItemFacts, type ParentFacts, type ResultValue } from './item';
import { and, before, category, is, not, nothing, oneOf, or, type Clause } from './clause';
import type { Rules } from './rules';

const RESULTS: readonly ResultValue[] = ['moved', 'flat', 'unclear'];
export const BANDS = ['moved', 'tested', 'run', 'waiting', 'unsorted'] as const;
export type Band = (typeof BANDS)[number];

/** What the numbers of a project rest on. */
export interface Frame {
  goals: readonly Goal[];
  rules: Rules;
  /** Ids of the project's standard types. */
  standardTypeIds: readonly string[];
  undelivered: { resolutionIds: readonly string[]; statusIds: readonly string[] };
  /** The parents whose answer may speak for their children. */
  parents: readonly ParentFacts[];
}

/** Instants: from (in) to (out), milliseconds. */
export interface Window {
  from: number;
  to: number;
}

export const parentOf = (item: ItemFacts, frame: Frame): ParentFacts | null =>
  frame.parents.find(({ id }) => id === item.parentId) ?? null;

/** Standard and finished inside the window. */
export const wasFinished = (item: ItemFacts, window: Window): boolean =>
  item.level === 0 &&
  item.category === 'done' &&
  item.categoryChanged >= window.from &&
  item.categoryChanged < window.to;

/** Closed without being delivered: by a kill, or with a resolution or status on the project's list. */
export const isUndelivered = (item: ItemFacts, frame: Frame): boolean =>
  valueOf(item.decision)?.decision === 'killed' ||
  (item.resolutionId !== null && frame.undelivered.resolutionIds.includes(item.resolutionId)) ||
  frame.undelivered.statusIds.includes(item.statusId);

const goalOf = (bet: Bet, frame: Frame): Goal | undefined =>
  bet.answer?.why === 'run' ? undefined : frame.goals.find(({ id }) => id === bet.answer?.goal);

/** Whether the item's goal was active on the day it was finished. Only for finished items. */
export function isAimed(item: ItemFacts, frame: Frame): boolean {
  const goal = goalOf(betOf(item, parentOf(item, frame), frame.goals), frame);
  return goal !== undefined && wasActiveOn(goal, dayOf(item.categoryChanged, frame.rules.timeZone));
}

/** The band of a delivered item: the first one that fits. */
export function bandOf(item: ItemFacts, frame: Frame): Band {
  const bet = betOf(item, parentOf(item, frame), frame.goals);
  if (bet.result) return bet.result.result === 'moved' ? 'moved' : 'tested';
  if (bet.answer?.why === 'run') return 'run';
  if (bet.source === 'none' && !isAsked(item, frame.rules)) return 'run';
  return isAimed(item, frame) ? 'waiting' : 'unsorted';
}

// The same rules as search conditions.

const standardClause = (frame: Frame): Clause => oneOf('type', frame.standardTypeIds);

export const finishedClause = (frame: Frame, window: Window): Clause =>
  and(
    standardClause(frame),
    category('done'),
    not(before('categoryChanged', window.from)),
    before('categoryChanged', window.to),
  );

export const undeliveredClause = (frame: Frame): Clause =>
  or(
    is('decision', 'killed'),
    oneOf('resolution', frame.undelivered.resolutionIds),
    oneOf('status', frame.undelivered.statusIds),
  );

export const outputClause = (frame: Frame, window: Window): Clause =>
  and(finishedClause(frame, window), not(undeliveredClause(frame)));

export const askedClause = (frame: Frame): Clause =>
  and(
    standardClause(frame),
    not(oneOf('type', frame.rules.exemptTypeIds)),
    not(oneOf('label', frame.rules.exemptLabels)),
  );

/** The item's own complete answer. */
export const ownAnswerClause = (frame: Frame): Clause =>
  and(
    is('state', 'answered'),
    or(is('why', 'run'), ...frame.goals.map(({ id }) => is('goal', id))),
  );

const answeredParents = (frame: Frame): { parent: ParentFacts; answer: KeptAnswer }[] =>
  frame.parents.flatMap((parent) => {
    const answer = completeAnswer(parent.answer, frame.goals);
    return answer ? [{ parent, answer }] : [];
  });

const childOf = (parents: readonly { parent: ParentFacts }[]): Clause =>
  parents.length === 0
    ? nothing
    : oneOf(
        'parent',
        parents.map(({ parent }) => parent.id),
      );

/**
 * The answer that counts fits: `own` finds it on the item (and implies a complete answer of this
 * project), `fits` tells it of a parent's answer.
 */
export const betAnswerClause = (
  frame: Frame,
  own: Clause,
  fits: (answer: KeptAnswer) => boolean,
): Clause =>
  or(
    own,
    and(
      not(ownAnswerClause(frame)),
      childOf(answeredParents(frame).filter(({ answer }) => fits(answer))),
    ),
  );

/** Answered by itself or by its parent. */
export const coveredClause = (frame: Frame): Clause =>
  betAnswerClause(frame, ownAnswerClause(frame), () => true);

/** The result of the bet is one of these. */
function resultClause(frame: Frame, values: readonly ResultValue[]): Clause {
  const parents = answeredParents(frame);
  const fits = parents.filter(({ parent }) => {
    const result = valueOf(parent.result);
    return result !== null && values.includes(result.result);
  });
  const own = or(...values.map((value) => is('result', value)));
  // An item whose parent speaks for it has the parent's result; every other one has its own.
  const parentSpeaks = and(not(ownAnswerClause(frame)), childOf(parents));
  return or(and(own, not(parentSpeaks)), and(not(ownAnswerClause(frame)), childOf(fits)));
}

const ownRun = and(is('state', 'answered'), is('why', 'run'));
const ownGoal = (goal: Goal): Clause =>
  and(is('state', 'answered'), is('goal', goal.id), or(is('why', 'move'), is('why', 'test')));

const runClause = (frame: Frame): Clause =>
  or(
    betAnswerClause(frame, ownRun, ({ why }) => why === 'run'),
    and(not(coveredClause(frame)), not(askedClause(frame))),
  );

/** Serves this goal, by its own answer or its parent's, whenever it was finished. */
export const goalClause = (frame: Frame, goal: Goal): Clause =>
  betAnswerClause(
    frame,
    ownGoal(goal),
    (answer) => answer.why !== 'run' && answer.goal === goal.id,
  );

/** Finished while its goal was active. */
export const aimedClause = (frame: Frame): Clause =>
  or(
    ...frame.goals
      .filter((goal) => wasActiveOn(goal, goal.firstDay))
      .map((goal) => {
        const { from, to } = servedBetween(goal, frame.rules.timeZone);
        return and(
          goalClause(frame, goal),
          not(before('categoryChanged', from)),
          before('categoryChanged', to),
        );
      }),
  );

/** Aimed, and answered before work on it started; a child takes its parent's moment. */
export const aimedBeforeClause = (frame: Frame): Clause =>
  and(
    aimedClause(frame),
    betAnswerClause(
      frame,
      and(ownAnswerClause(frame), is('when', 'before')),
      ({ when }) => when === 'before',
    ),
  );

/** One band of the output of a window. */
export function bandClause(band: Band, frame: Frame, window: Window): Clause {
  const output = outputClause(frame, window);
  const anyResult = resultClause(frame, RESULTS);
  const run = runClause(frame);
  const aimed = aimedClause(frame);
  switch (band) {
    case 'moved':
      return and(output, resultClause(frame, ['moved']));
    case 'tested':
      return and(output, resultClause(frame, ['flat', 'unclear']));
    case 'run':
      return and(output, not(anyResult), run);
    case 'waiting':
      return and(output, not(anyResult), aimed);
    case 'unsorted':
      return and(output, not(anyResult), not(run), not(aimed));
  }
}

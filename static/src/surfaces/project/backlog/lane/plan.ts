// What a bulk answer will write, item by item, before anything is written.
import type { AnswerInput } from '../../../../../../src/contract/procedures';
import { missingParts } from '../../../../../../src/domain/answer';
import { withChosenGoal } from '../../../../../../src/domain/answer-goal';
import type { Day } from '../../../../../../src/domain/days';
import type { Goal } from '../../../../../../src/domain/goal';
import { inputOf, plainAnswer } from '../answer-input';
import { hasSentence, type LaneItem, type Sentences } from './lane-item';

/** The same goal and why for all, or *keep it running* for all. */
export type Act =
  | { kind: 'goal'; why: 'move' | 'test'; goal: string; fromParent: boolean }
  | { kind: 'run'; because: string };

/** One save to come. */
export interface Step {
  item: LaneItem;
  act: Act;
  answer: AnswerInput;
  /** Whether the answer will be whole, or half with its sentence still to be written. */
  becomes: 'whole' | 'half';
}

/** What the sentences of the parents are, all goals of the project, and its day. */
export interface PlanSources {
  sentences: Sentences;
  goals: readonly Pick<Goal, 'id' | 'metric'>[];
  today: Day;
}

function goalAnswer(
  item: LaneItem,
  act: Extract<Act, { kind: 'goal' }>,
  { sentences, goals, today }: PlanSources,
): AnswerInput {
  const own: AnswerInput = item.own ? inputOf(item.own) : { why: act.why };
  const chosen = { id: act.goal };
  const answer = { ...withChosenGoal(own, chosen, goals), why: act.why };
  const taken =
    act.fromParent && !hasSentence(item.own) ? sentences.get(item.parent?.id ?? '') : undefined;
  if (taken) {
    answer.by = taken.by;
    answer.expect = taken.expect;
    // The metric of the parent's goal is no measure for another one.
    const { goal, measure } = taken;
    answer.measure ??= withChosenGoal({ why: act.why, goal, measure }, chosen, goals).measure;
    // A day that is over can't be given anew; the item then waits for its own.
    if (taken.checkBy !== undefined && taken.checkBy >= today) answer.checkBy ??= taken.checkBy;
  }
  return plainAnswer(answer);
}

/**
 * The answer that one item gets. Its own sentence is kept; the parent's is taken where the act asks
 * for it and the item has begun none.
 */
export function planStep(item: LaneItem, act: Act, sources: PlanSources): Step {
  if (act.kind === 'run') {
    const because = act.because.trim() || item.own?.because;
    const answer: AnswerInput = because ? { why: 'run', because } : { why: 'run' };
    return { item, act, answer, becomes: 'whole' };
  }
  const answer = goalAnswer(item, act, sources);
  return { item, act, answer, becomes: missingParts(answer).length === 0 ? 'whole' : 'half' };
}

export interface PlanCounts {
  whole: number;
  half: number;
  /** *Keep it running* has no sentence: these lose the one that was begun. */
  losing: number;
  /** These lose a number that was given for another goal. */
  numbers: number;
  /** These said that they enable another item, and take over its goal no more. */
  enabling: number;
}

/** Whether an answer with a goal loses something that the item said. */
const gone = ({ item, act, answer }: Step, field: 'delta' | 'stopValue' | 'enables'): boolean =>
  act.kind === 'goal' && item.own?.[field] !== undefined && answer[field] === undefined;

/** What the whole plan comes to, to be said before it starts. */
export function countPlan(steps: readonly Step[]): PlanCounts {
  const count = (fits: (step: Step) => boolean): number => steps.filter(fits).length;
  return {
    whole: count(({ becomes }) => becomes === 'whole'),
    half: count(({ becomes }) => becomes === 'half'),
    losing: count(({ item, act }) => act.kind === 'run' && hasSentence(item.own)),
    numbers: count((step) => gone(step, 'delta') || gone(step, 'stopValue')),
    enabling: count((step) => gone(step, 'enables')),
  };
}

// What a bulk answer will write, item by item, before anything is written.
import type { AnswerInput } from '../../../../../../src/contract/procedures';
import { missingParts, type KeptAnswer } from '../../../../../../src/domain/answer';
import type { Day } from '../../../../../../src/domain/days';
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

/** What the sentences of the parents are, and the project's day. */
export interface PlanSources {
  sentences: Sentences;
  today: Day;
}

/** Drops what the input of a save does not have, and empty fields. */
function inputOf({ state: _state, when: _when, answered: _answered, ...rest }: KeptAnswer) {
  return JSON.parse(JSON.stringify(rest)) as AnswerInput;
}

/** Whether a number of the item was given in the unit of another goal. */
const hasForeignNumber = ({ own }: LaneItem, act: Act): boolean =>
  act.kind === 'goal' &&
  own !== null &&
  own.goal !== undefined &&
  own.goal !== act.goal &&
  (own.delta !== undefined || own.stopValue !== undefined);

function goalAnswer(
  item: LaneItem,
  act: Extract<Act, { kind: 'goal' }>,
  { sentences, today }: PlanSources,
): AnswerInput {
  const own: AnswerInput = item.own ? inputOf(item.own) : { why: act.why };
  const { delta, stopValue, ...kept } = own;
  const taken =
    act.fromParent && !hasSentence(item.own) ? sentences.get(item.parent?.id ?? '') : undefined;
  const numbers = hasForeignNumber(item, act) ? {} : { delta, stopValue };
  const answer: AnswerInput = { ...kept, ...numbers, why: act.why, goal: act.goal };
  if (taken) {
    answer.by = taken.by;
    answer.expect = taken.expect;
    answer.measure ??= taken.measure;
    // A day that is over can't be given anew; the item then waits for its own.
    if (taken.checkBy !== undefined && taken.checkBy >= today) answer.checkBy ??= taken.checkBy;
  }
  return JSON.parse(JSON.stringify(answer)) as AnswerInput;
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
}

/** What the whole plan comes to, to be said before it starts. */
export function countPlan(steps: readonly Step[]): PlanCounts {
  const count = (fits: (step: Step) => boolean): number => steps.filter(fits).length;
  return {
    whole: count(({ becomes }) => becomes === 'whole'),
    half: count(({ becomes }) => becomes === 'half'),
    losing: count(({ item, act }) => act.kind === 'run' && hasSentence(item.own)),
    numbers: count(({ item, act }) => hasForeignNumber(item, act)),
  };
}

// An answer: what an item says of itself, why it exists and how we will know if it worked.
import type { Day } from './days';

export type Why = 'move' | 'test' | 'run';
export type AnsweredWhen = 'before' | 'started' | 'done' | 'sorted';
export type AnswerState = 'half' | 'answered';
/** The parts without which an answer is only half. */
export type AnswerPart = 'goal' | 'by' | 'expect' | 'checkBy';

/** The fields of an answer. "By [by] we expect [expect], measured by [measure], checked on [checkBy]". */
export interface Answer {
  why: Why;
  goal?: string | undefined;
  by?: string | undefined;
  expect?: string | undefined;
  /** What it is measured by; the goal's metric when nothing else is said. */
  measure?: string | undefined;
  checkBy?: Day | undefined;
  /** Expected change in the goal's unit. */
  delta?: number | undefined;
  whom?: string | undefined;
  because?: string | undefined;
  stopBy?: Day | undefined;
  stopValue?: number | undefined;
  /** Key of the item that this one enables. */
  enables?: string | undefined;
}

/** An answer as it is kept on the item. */
export interface KeptAnswer extends Answer {
  state: AnswerState;
  /** Set when the answer became complete, and kept from then on. */
  when?: AnsweredWhen | undefined;
  /** The day it became complete. */
  answered?: Day | undefined;
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** What is still missing, in the order in which the sentence asks for it. *Keep it running* needs nothing more. */
export function missingParts(answer: Answer): AnswerPart[] {
  if (answer.why === 'run') return [];
  const missing: AnswerPart[] = [];
  if (!filled(answer.goal)) missing.push('goal');
  if (!filled(answer.by)) missing.push('by');
  if (!filled(answer.expect)) missing.push('expect');
  if (!filled(answer.checkBy)) missing.push('checkBy');
  return missing;
}

export const answerState = (answer: Answer): AnswerState =>
  missingParts(answer).length === 0 ? 'answered' : 'half';

/**
 * The answer as it will be kept: state, and since when it is complete. An answer that was complete
 * before keeps its day and its *when*; one that becomes half again loses them.
 */
export function keep(
  answer: Answer,
  before: KeptAnswer | null,
  now: { when: AnsweredWhen; today: Day },
): KeptAnswer {
  const state = answerState(answer);
  if (state === 'half') return { ...answer, state };
  const known = before?.state === 'answered' ? before : null;
  return {
    ...answer,
    state,
    when: known?.when ?? now.when,
    answered: known?.answered ?? now.today,
  };
}

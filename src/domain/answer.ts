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

/** Whether a text says anything: blanks and what has no width at all do not. */
export const isFilled = (text = ''): boolean => /[^\s\p{Cf}]/u.test(text);

/** The parts in the order in which the sentence asks for them. */
const PARTS = ['goal', 'by', 'expect', 'checkBy'] as const;

/** What is still missing, in that order. *Keep it running* needs nothing more. */
export const missingParts = (answer: Answer): AnswerPart[] =>
  answer.why === 'run' ? [] : PARTS.filter((part) => !isFilled(answer[part]));

/** Whether anything is missing; see `missingParts`. */
export const answerState = (answer: Answer): AnswerState =>
  missingParts(answer).length === 0 ? 'answered' : 'half';

/** Since when an answer is complete. */
export interface Since {
  when: AnsweredWhen;
  answered: Day;
}

/**
 * What stays of the moment an answer became complete when it is changed: nothing when it was not
 * complete, when it does not say, or when *keep it running* turns into a goal, which is a new answer.
 */
export function sinceOf(before: KeptAnswer | null, answer: Answer): Since | null {
  if (before?.state !== 'answered') return null;
  const { when, answered, why } = before;
  if (when === undefined || answered === undefined) return null;
  return why === 'run' && answer.why !== 'run' ? null : { when, answered };
}

/** The answer as it will be kept: with its state, and since when it is complete. */
export function keep(answer: Answer, since: Since): KeptAnswer {
  const state = answerState(answer);
  return state === 'half' ? { ...answer, state } : { ...answer, state, ...since };
}

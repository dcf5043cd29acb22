// The sentence of one parent as it is being typed, and the answer that it becomes.
import { isFilled } from '../../../../../../src/domain/answer';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { AnswerInput } from '../../../../../../src/contract/procedures';
import { withChosenGoal } from '../../../../../../src/domain/answer-goal';
import type { Day } from '../../../../../../src/domain/days';
import type { Goal } from '../../../../../../src/domain/goal';
import { valueOf } from '../../../../../../src/domain/item';
import { item as itemText } from '../../../../messages/item';
import type { CoverParent } from '../../gather/cover';
import { inputOf, plainAnswer } from '../answer-input';

export interface SentenceDraft {
  goal: string;
  by: string;
  expect: string;
  checkBy: Day;
}
export type SentenceField = 'goal' | 'by' | 'expect' | 'checkBy';
/** A sentence per field that can't be saved as it stands. */
export type SentenceErrors = Partial<Record<SentenceField, string>>;

const FIELDS: readonly SentenceField[] = ['goal', 'by', 'expect', 'checkBy'];

/** Begins from what the parent already says; else from its summary and the goal's last day. */
export function startDraft({ facts, summary }: CoverParent, goal: GoalView): SentenceDraft {
  const begun = valueOf(facts.answer);
  return {
    goal: goal.id,
    by: begun?.by ?? summary,
    expect: begun?.expect ?? '',
    checkBy: begun?.checkBy ?? goal.lastDay,
  };
}

/** Another goal for the same text; a day that was the goal's follows it, a chosen one stays. */
export const withGoal = (
  draft: SentenceDraft,
  before: GoalView | undefined,
  goal: GoalView,
): SentenceDraft => ({
  ...draft,
  goal: goal.id,
  checkBy: before && draft.checkBy === before.lastDay ? goal.lastDay : draft.checkBy,
});

/** What keeps the sentence from being whole, in its order. */
export function draftErrors(draft: SentenceDraft): SentenceErrors {
  const missing = itemText.missing;
  return Object.fromEntries(
    FIELDS.filter((field) => !isFilled(draft[field])).map((field) => [field, missing[field]]),
  );
}

/**
 * The answer to save, which is also the one to show. What the parent said beyond the sentence stays
 * with it, as far as it is true of the chosen goal.
 * @param goals all goals of the project, also those that are over
 */
export function answerOfDraft(
  { facts }: Pick<CoverParent, 'facts'>,
  draft: SentenceDraft,
  goal: GoalView,
  goals: readonly Goal[],
): AnswerInput {
  const begun = valueOf(facts.answer);
  const said: AnswerInput = begun && begun.why !== 'run' ? inputOf(begun) : { why: 'move' };
  const chosen = withChosenGoal(said, goal, goals);
  return plainAnswer({
    ...chosen,
    by: draft.by.trim(),
    expect: draft.expect.trim(),
    measure: chosen.measure ?? goal.metric,
    checkBy: draft.checkBy,
  });
}

/** Takes the sentences that a refusal gives for the answer's fields. */
export function refusedFields(fields: Record<string, string>): SentenceErrors {
  const named = FIELDS.map((field) => [field, fields[`answer.${field}`]] as const);
  return Object.fromEntries(named.filter(([, sentence]) => sentence !== undefined));
}

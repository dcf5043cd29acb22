// The sentence of one parent as it is being typed, and the answer that it becomes.
import type { GoalView } from '../../../../../../src/contract/goals';
import type { AnswerInput } from '../../../../../../src/contract/procedures';
import type { Day } from '../../../../../../src/domain/days';
import { valueOf } from '../../../../../../src/domain/item';
import { messages } from '../../../../messages';
import type { CoverParent } from '../../gather/cover';

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
  const missing = messages.item.missing;
  return Object.fromEntries(
    FIELDS.filter((field) => draft[field].trim() === '').map((field) => [field, missing[field]]),
  );
}

/** The answer to save; what the parent said beyond the sentence stays with it. */
export function answerOfDraft(
  { facts }: CoverParent,
  draft: SentenceDraft,
  goal: GoalView,
): AnswerInput {
  const begun = valueOf(facts.answer);
  const { delta, whom, because, stopBy, stopValue, enables } = begun ?? {};
  const rest = Object.fromEntries(
    Object.entries({ delta, whom, because, stopBy, stopValue, enables }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return {
    ...rest,
    why: begun?.why === 'test' ? 'test' : 'move',
    goal: goal.id,
    by: draft.by.trim(),
    expect: draft.expect.trim(),
    measure: begun?.measure ?? goal.metric,
    checkBy: draft.checkBy,
  };
}

/** Takes the sentences that a refusal gives for the answer's fields. */
export function refusedFields(fields: Record<string, string>): SentenceErrors {
  const named = FIELDS.map((field) => [field, fields[`answer.${field}`]] as const);
  return Object.fromEntries(named.filter(([, sentence]) => sentence !== undefined));
}

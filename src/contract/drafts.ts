// What somebody was typing on an item when they left: kept as typed, whole or not, right or not.
import { z } from 'zod';
import { said, seen } from './fields';
import { DRAFT_LIMIT, DRAFT_TEXT_LIMIT } from './limits';

const typed = z.string().max(DRAFT_TEXT_LIMIT, said('tooLong', DRAFT_TEXT_LIMIT));

/** The fields of the form as texts; an absent one is empty. */
export const draftTexts = z
  .object({
    why: typed,
    goal: typed,
    by: typed,
    expect: typed,
    measure: typed,
    checkBy: typed,
    delta: typed,
    whom: typed,
    because: typed,
    stopBy: typed,
    stopValue: typed,
    enables: typed,
  })
  .partial()
  .refine(
    (texts) =>
      Object.values(texts).reduce((sum, text) => sum + (text?.length ?? 0), 0) <= DRAFT_LIMIT,
    said('tooLong', DRAFT_LIMIT),
  );
export type DraftTexts = z.infer<typeof draftTexts>;

export const draft = z.object({
  texts: draftTexts,
  /** Fingerprint of the answer that the form was opened on; null when there was none. */
  seen,
  /** When it was kept, milliseconds. */
  at: z.number(),
});

// A result as it is being typed, kept for one item.
import { z } from 'zod';
import { count } from '../../../src/contract/fields';
import { VERDICTS, type ResultDraft } from '../components/result/result-draft';
import { typedIn, type Typed } from './typed';

interface TypedResult {
  draft: ResultDraft;
  /** Revision of the result that it was begun on: what others said since is not written over. */
  rev: number;
}

const draft = z
  .object({
    isOut: z.boolean(),
    verdict: z.enum(VERDICTS).nullable(),
    checkBy: z.string(),
    reading: z.string().nullable().optional(),
    note: z.string(),
  })
  .transform(({ reading, ...rest }): ResultDraft => ({ ...rest, reading }));

const stored = z.object({ draft, rev: count });

export const typedResult = (itemId: string): Typed<TypedResult> =>
  typedIn(stored, `result:${itemId}`);

/** Whether something was typed for the item and not saved. */
export const hasTypedResult = (itemId: string): boolean => typedResult(itemId).read() !== null;

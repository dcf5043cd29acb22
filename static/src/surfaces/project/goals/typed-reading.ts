// A reading as it is being typed, kept in this browser for one goal and day.
import { z } from 'zod';
import { count } from '../../../../../src/contract/fields';
import { typedIn, type Typed } from '../../../forge/typed';
import type { Day } from '../../../../../src/domain/days';
import type { ReadingDraft } from './reading-draft';

interface TypedReading {
  draft: ReadingDraft;
  /** Revision of the reading that is corrected; 0 where one is added. */
  rev: number;
}

const stored = z.object({
  draft: z.object({ day: z.string(), value: z.string(), note: z.string(), link: z.string() }),
  rev: count,
});

/** `of` is the day of the reading that is corrected; null where one is added. */
export const typedReading = (goalId: string, of: Day | null): Typed<TypedReading> =>
  typedIn(stored, `reading:${goalId}:${of ?? 'new'}`);

// What every procedure answers: a value, or a refusal that a page can show. Resolvers never throw,
// because Forge replaces the text of a thrown error.
import { z } from 'zod';
import { ERROR_CODES, REFUSAL_REASONS } from '../domain/errors';

const failure = z.object({
  code: z.enum(ERROR_CODES),
  /** A sentence for the user; nothing internal. */
  message: z.string(),
  /** A sentence per refused input field, by its path. */
  fields: z.record(z.string(), z.string()).optional(),
  /** What was wrong, where a page goes on differently because of it. */
  reason: z.enum(REFUSAL_REASONS).optional(),
  /** For a conflict: what is there now. */
  details: z.unknown().optional(),
  /** To be quoted when asking for help; the log has it too. */
  requestId: z.string(),
});

export type Failure = z.infer<typeof failure>;
export type Envelope<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** Schema of an answer whose value is `data`. */
export const envelope = <T extends z.ZodType>(data: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), data }),
    z.object({ ok: z.literal(false), error: failure }),
  ]);

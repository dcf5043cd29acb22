// How a value from outside is read by a schema, wherever it comes from. Nothing else calls `safeParse`.
import { z } from 'zod';

type Reading<T> =
  | { success: true; data: T; error?: never }
  | { success: false; data?: never; error: z.ZodError };

const never = z.never();

/**
 * What a schema makes of a value from outside. Checks of a length compare the `length` of whatever stands
 * in the place of a text or a list, and throw where that is an object that can't be a number, as in
 * `{"length": {"toString": 1}}`: such a value is not of the shape, like any other.
 */
export function readBy<S extends z.ZodType>(schema: S, value: unknown): Reading<z.output<S>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return never.safeParse(value);
  }
}

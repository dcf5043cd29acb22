// Showing on an item what storage holds. Storage comes first, so that nothing is lost where Jira does
// not take the property; then the record is marked as shown.
import { AppError } from '../domain/errors';

/** How often a record is shown anew because somebody changed it meanwhile. */
const SHOWN_AT_MOST = 5;

/**
 * Who shows a record: a page, to which what is kept counts whatever Jira takes, or the nightly round,
 * which stops where Jira asks to wait, so that it is taken up again instead of asking on and on.
 */
export type ShownBy = 'page' | 'night';

/** Whether this error ends the round instead of one item's part of it. */
export const stopsRound = (by: ShownBy, error: unknown): boolean =>
  by === 'night' && error instanceof AppError && error.code === 'rate_limited';

/** Where a record is kept and shown. */
export interface Showing<T> {
  /** Writes the item's property. */
  show: (kept: T) => Promise<void>;
  /** The record that says so, as the next one to be stored. */
  mark: (kept: T) => T;
  /** Stores over the record that was shown. @throws AppError conflict */
  save: (next: T, over: T) => Promise<void>;
  read: () => Promise<T | null>;
}

/**
 * Shows a kept record and marks it as shown. Who is overtaken between the two may have written over
 * a newer one, and so shows what storage holds by then.
 * @returns the record as it is kept now
 */
export async function showKept<T>({ show, mark, save, read }: Showing<T>, kept: T): Promise<T> {
  let current = kept;
  for (let shown = 1; ; shown += 1) {
    await show(current);
    const written = mark(current);
    try {
      await save(written, current);
      return written;
    } catch (error) {
      const overtaken = error instanceof AppError && error.code === 'conflict';
      const newer = overtaken && shown < SHOWN_AT_MOST ? await read() : null;
      if (!newer) throw error;
      current = newer;
    }
  }
}

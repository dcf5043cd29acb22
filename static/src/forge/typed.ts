// What somebody is typing, kept in this browser until it is saved or given up. Browsers may deny the
// storage, and readers may be unknown; then nothing is kept, and nothing else changes.
import type { z } from 'zod';
import { readBy } from '../../../src/contract/read-by';

export interface Typed<T> {
  /** Null where nothing is kept, or nothing that can be understood. */
  read: () => T | null;
  write: (value: T) => void;
  drop: () => void;
}

let reader: string | undefined;

/** Whose words are kept from now on; undefined keeps none. */
export function setTyping(account: string | undefined): void {
  reader = account;
}

function attempt<T>(run: (storage: Storage) => T): T | null {
  try {
    return run(localStorage);
  } catch {
    return null;
  }
}

/** What the reader types in one place; `place` names the form and what it is about. */
export function typedIn<T>(schema: z.ZodType<T>, place: string): Typed<T> {
  const key = reader && `ladder-typed:${reader}:${place}`;
  if (!key) return { read: () => null, write: () => undefined, drop: () => undefined };
  return {
    read() {
      const parsed = readBy(
        schema,
        attempt((storage): unknown => JSON.parse(storage.getItem(key) ?? 'null')),
      );
      return parsed.success ? parsed.data : null;
    },
    write: (value) => void attempt((storage) => storage.setItem(key, JSON.stringify(value))),
    drop: () => void attempt((storage) => storage.removeItem(key)),
  };
}

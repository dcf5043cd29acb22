// A copy of what is typed in the browser's own storage, written with each change: a call that is on
// its way when the page goes dies with it. Browsers may deny the storage; then there is no copy.
import { z } from 'zod';
import { readBy } from '../../../../src/contract/read-by';
import type { DraftTexts } from '../../../../src/contract/drafts';

/** What somebody typed, and the fingerprint of the answer that it was begun on. */
export interface TypedDraft {
  texts: DraftTexts;
  seen: string | null;
}

const stored = z.object({
  // Also what is too long for the app: here is all that is left of it.
  texts: z.record(z.string(), z.string()),
  seen: z.string().nullable(),
  at: z.number(),
  over: z.number().nullable(),
});

/** `at`: when it was typed, milliseconds; `over`: `at` of the app's draft that it goes on from. */
export interface StoodIn extends TypedDraft {
  at: number;
  over: number | null;
}

export interface StandIn {
  read: () => StoodIn | null;
  write: (draft: StoodIn) => void;
  /** Removes it, unless another text than this one has come since. */
  removeIf: (draft: TypedDraft) => void;
  remove: () => void;
}

/** Whether two drafts hold the same words for the same answer; an empty field counts as absent. */
export function sameDraft(a: TypedDraft, b: TypedDraft): boolean {
  const filled = ({ texts, seen }: TypedDraft) =>
    JSON.stringify([
      seen,
      ...Object.entries(texts)
        .filter(([, text]) => text !== '')
        .sort(),
    ]);
  return filled(a) === filled(b);
}

type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The copy for one person and one item. `open` may throw, and so may what it gives. */
export function createStandIn(open: () => KeyStorage, account: string, itemId: string): StandIn {
  const key = `ladder-draft:${account}:${itemId}`;
  function attempt<T>(run: (storage: KeyStorage) => T): T | null {
    try {
      return run(open());
    } catch {
      return null;
    }
  }
  function read(): StoodIn | null {
    const parsed = readBy(
      stored,
      attempt((storage): unknown => JSON.parse(storage.getItem(key) ?? 'null')),
    );
    return parsed.success ? parsed.data : null;
  }
  const remove = (): void => void attempt((storage) => storage.removeItem(key));
  return {
    read,
    write: (draft) => void attempt((storage) => storage.setItem(key, JSON.stringify(draft))),
    removeIf(draft) {
      const there = read();
      if (there && sameDraft(there, draft)) remove();
    },
    remove,
  };
}

/** Where nobody is known by an account, nothing is left in the browser. */
export const NO_STAND_IN: StandIn = {
  read: () => null,
  write: () => undefined,
  removeIf: () => undefined,
  remove: () => undefined,
};

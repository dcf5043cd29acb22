// A draft outlives leaving the form and reloading the panel, in this tab.
import { z } from 'zod';
import { EMPTY_FORM, type AnswerForm } from './form';

export interface Draft {
  form: AnswerForm;
  /** Fingerprint of the answer that the writing began from. */
  seen: string | null;
}

const form = z.object({
  ...Object.fromEntries(Object.keys(EMPTY_FORM).map((field) => [field, z.string()])),
  why: z.enum(['', 'move', 'test', 'run']),
});
const draft = z.object({ form, seen: z.string().nullable() });

const keyOf = (itemId: string): string => `ladder-draft-${itemId}`;

// Browsers may refuse a frame its storage; the draft then lives as long as the page.
const memory = new Map<string, string>();

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
    removeItem: (key: string) => void memory.delete(key),
  };
  try {
    return globalThis.sessionStorage ?? kept;
  } catch {
    return kept;
  }
}

/** The draft of an item, or null when there is none or it can't be read. */
export function readDraft(itemId: string): Draft | null {
  try {
    const parsed = draft.safeParse(JSON.parse(storage().getItem(keyOf(itemId)) ?? 'null'));
    return parsed.success ? (parsed.data as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(itemId: string, value: Draft): void {
  try {
    storage().setItem(keyOf(itemId), JSON.stringify(value));
  } catch {
    // A full storage must not keep anybody from typing.
  }
}

export function dropDraft(itemId: string): void {
  storage().removeItem(keyOf(itemId));
}

// Keys of the list of parents. They act only while a row has the focus and nobody is typing in it.

export type CoverKey =
  | { act: 'move'; by: 1 | -1 }
  /** The goal at this place, from 0. */
  | { act: 'goal'; at: number }
  | { act: 'run' };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key means for a list with that many goals; null for any other key. */
export function coverKey({ key, ctrlKey, metaKey, altKey }: Pressed, goals: number) {
  if (ctrlKey || metaKey || altKey) return null;
  const keys: Record<string, CoverKey> = {
    j: { act: 'move', by: 1 },
    ArrowDown: { act: 'move', by: 1 },
    k: { act: 'move', by: -1 },
    ArrowUp: { act: 'move', by: -1 },
    r: { act: 'run' },
  };
  const at = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  if (at >= 0 && at < goals) return { act: 'goal', at } satisfies CoverKey;
  return keys[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** Whether keys belong to what the reader is writing in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

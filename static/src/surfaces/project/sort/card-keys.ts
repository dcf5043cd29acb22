// Keys of the cards and of the table's rows.
import type { Sorting } from '../../../../../src/domain/sort';

export type CardKey =
  | { act: 'sort'; sort: Sorting }
  | { act: 'skip' }
  | { act: 'undo' }
  | { act: 'help' };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const KEYS: Record<string, CardKey> = {
  '1': { act: 'sort', sort: 'moved' },
  '2': { act: 'sort', sort: 'tested' },
  '3': { act: 'sort', sort: 'run' },
  '4': { act: 'skip' },
  u: { act: 'undo' },
  U: { act: 'undo' },
  Backspace: { act: 'undo' },
  '?': { act: 'help' },
};

/** What a key asks for; null for keys that are the browser's or Jira's own. */
export function cardKey({ key, ctrlKey, metaKey, altKey }: Pressed): CardKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  return KEYS[key] ?? null;
}

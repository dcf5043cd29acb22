// Keys of the kill list and of its meeting. They act while a row or the card has the focus and no
// text is being typed.
import type { Choice } from './decision-input';

export type KillAct =
  | { kind: 'decide'; choice: Choice }
  | { kind: 'next' | 'previous' | 'undo' | 'help' };

const KEYS: Record<string, KillAct> = {
  k: { kind: 'decide', choice: 'kill' },
  p: { kind: 'decide', choice: 'park' },
  e: { kind: 'decide', choice: 'keep' },
  f: { kind: 'decide', choice: 'fix' },
  u: { kind: 'undo' },
  n: { kind: 'next' },
  b: { kind: 'previous' },
  ArrowRight: { kind: 'next' },
  ArrowLeft: { kind: 'previous' },
  ArrowDown: { kind: 'next' },
  ArrowUp: { kind: 'previous' },
  '?': { kind: 'help' },
};

/** Whether an element takes keys as text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select');

/** Whether arrows move inside the element. */
const hasArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'radio';

/** What a key asks for; null for keys that are the browser's, Jira's or the control's own. */
export function killAct({
  key,
  altKey,
  ctrlKey,
  metaKey,
  target,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'target'>): KillAct | null {
  if (altKey || ctrlKey || metaKey || isTyping(target)) return null;
  if (key.startsWith('Arrow') && hasArrows(target)) return null;
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

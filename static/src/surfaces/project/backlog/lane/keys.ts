// Keys of the table. They act only while a checkbox of it has the focus.
import type { KeyboardEvent } from 'react';

export type KeyAct = 'next' | 'previous' | 'goal' | 'run' | 'help';

const KEYS: Record<string, KeyAct> = {
  ArrowDown: 'next',
  j: 'next',
  J: 'next',
  ArrowUp: 'previous',
  k: 'previous',
  K: 'previous',
  a: 'goal',
  A: 'goal',
  r: 'run',
  R: 'run',
  '?': 'help',
};

/** What a key asks for; null for keys that are the browser's or Jira's own. */
export function keyAct(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
): KeyAct | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  return KEYS[event.key] ?? null;
}

/** Moves the focus to the checkbox of the next or the previous row that has one. */
export function moveFocus(from: HTMLInputElement, by: 1 | -1): void {
  const boxes = [
    ...(from.closest('table')?.querySelectorAll<HTMLInputElement>('tbody input:not(:disabled)') ??
      []),
  ];
  boxes[boxes.indexOf(from) + by]?.focus();
}

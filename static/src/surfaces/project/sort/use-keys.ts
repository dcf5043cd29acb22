// Keys of a part of the page, as long as the focus is in it and nobody is typing there.
import type { RefObject } from 'react';
import { isTyping } from '../backlog/cover/cover-keys';
import { useKeyDown } from '../use-key-down';

/** `onKey` tells whether the key was meant for it; others stay with the browser. */
export const useKeys = (
  box: RefObject<HTMLElement>,
  onKey: (event: KeyboardEvent) => boolean,
): void => useKeyDown(box, (event) => !isTyping(event.target) && onKey(event));

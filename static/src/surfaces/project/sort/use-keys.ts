// Keys of a part of the page, as long as the focus is in it and nobody is typing there.
import { useEffect, useRef, type RefObject } from 'react';
import { isTyping } from '../backlog/cover/cover-keys';

/** `onKey` tells whether the key was meant for it; others stay with the browser. */
export function useKeys(
  box: RefObject<HTMLElement>,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const element = box.current;
    const press = (event: KeyboardEvent) => {
      if (!isTyping(event.target) && latest.current(event)) event.preventDefault();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [box]);
}

// Keys of a part of the page, as long as the focus is in it.
import { useEffect, useRef, type RefObject } from 'react';

/** `onKey` tells whether the key was meant for it; others stay with the browser. */
export function useKeyDown(
  place: RefObject<HTMLElement>,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const element = place.current;
    const press = (event: KeyboardEvent) => {
      if (latest.current(event)) event.preventDefault();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [place]);
}

// A click anywhere in a part of the page gives it the focus, so that its keys work.
import { useEffect, type RefObject } from 'react';

/** These need the focus themselves, or lead away. */
const OWN_FOCUS = 'a, input, select, textarea, label, summary';

export function useFocusByClick(box: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = box.current;
    const click = ({ target, detail }: MouseEvent) => {
      // A button that was pressed by a key keeps the focus: a click of a pointer counts from 1.
      if (detail === 0 || !(target instanceof Element) || target.closest(OWN_FOCUS)) return;
      element?.focus({ preventScroll: true });
    };
    element?.addEventListener('click', click);
    return () => element?.removeEventListener('click', click);
  }, [box]);
}

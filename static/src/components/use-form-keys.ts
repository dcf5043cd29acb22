// The keys of a form.
import { useEffect, type RefObject } from 'react';

/** Ctrl+Enter saves and Esc leaves, while the focus is anywhere in the form. */
export function useFormKeys(
  place: RefObject<HTMLElement>,
  save: () => void,
  leave: () => void,
): void {
  // With every drawing: the form may have come with the last one.
  useEffect(() => {
    const form = place.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save();
      } else if (event.key === 'Escape') leave();
    };
    form?.addEventListener('keydown', onKeyDown);
    return () => form?.removeEventListener('keydown', onKeyDown);
  });
}

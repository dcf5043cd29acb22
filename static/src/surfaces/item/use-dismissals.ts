// Hints that one person has dismissed on this item: shown at once, kept in turn.
import { useRef } from 'react';
import type { Hint } from '../../../../src/domain/advice';
import { call } from '../../forge';

/** Hints that this person does not want here any more, and the way to change that. */
export interface Dismissals {
  dismissed: readonly Hint[];
  dismiss: (hint: Hint) => void;
  showAgain: () => void;
}

/** Shows the change at once; what could not be kept is taken back without a word. */
export function useDismissals(
  itemId: string,
  dismissed: readonly Hint[],
  set: (dismissed: Hint[]) => void,
): Dismissals {
  // What the page shows by now, also before it is drawn.
  const shown = useRef(dismissed);
  const last = useRef<Promise<void>>(Promise.resolve());

  function show(hint: Hint, on: boolean): void {
    const others = shown.current.filter((one) => one !== hint);
    shown.current = on ? [...others, hint] : others;
    set([...shown.current]);
  }
  function change(hint: Hint, on: boolean): void {
    show(hint, on);
    // One after the other: the app keeps them as one list, and of two at once one would be lost.
    last.current = last.current
      .then(() => call('hint.dismiss', { itemId, hint, dismissed: on }))
      .then(
        () => undefined,
        () => show(hint, !on),
      );
  }
  return {
    dismissed,
    dismiss: (hint) => change(hint, true),
    showAgain: () => shown.current.forEach((hint) => change(hint, false)),
  };
}

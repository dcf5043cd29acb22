// Where a number stands. Every number of the page is shown from one of these.

export type NumberState =
  /** On its way; `soFar` is what the pages read until now hold. */
  | { kind: 'counting'; soFar: number | null }
  /** `about`: estimated by Jira instead of counted item by item. */
  | {
      kind: 'known';
      value: number;
      about: boolean;
      /** Ids of the parents among what is counted, where each was looked for by itself. */
      parents?: readonly string[];
    }
  | { kind: 'failed' }
  /** Not asked for, because the question would be too long for Jira. */
  | { kind: 'left-out' };

export const COUNTING: NumberState = { kind: 'counting', soFar: null };

/** The value, also an unfinished one; null while there is none. */
export function valueOfNumber(state: NumberState | undefined): number | null {
  if (state?.kind === 'known') return state.value;
  return state?.kind === 'counting' ? state.soFar : null;
}

/** Whether there is something to show: a value, also an unfinished one, or why there is none. */
export const hasBegun = (state: NumberState | undefined): boolean =>
  state?.kind === 'failed' || state?.kind === 'left-out' || valueOfNumber(state) !== null;

/** Whether the number is on its way, or not even asked for. */
export const isCounting = (state: NumberState | undefined): boolean =>
  state === undefined || state.kind === 'counting';

/** Whether the number is final. */
export const isKnown = (
  state: NumberState | undefined,
): state is Extract<NumberState, { kind: 'known' }> => state?.kind === 'known';

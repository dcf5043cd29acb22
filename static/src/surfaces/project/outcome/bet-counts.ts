// The numbers of bets as a whole: they are told once all of them are known.
import { BET_STATES, type BetState } from '../../../../../src/domain/bets';
import type { Numbers } from '../gather/counts';
import { betName, type WindowName } from '../gather/names';
import { isKnown, type NumberState } from '../gather/number-state';

export type BetCounts = Record<BetState, number>;

/** The counts once all are known; else why there are none. */
export function betCounts(
  numbers: Numbers<WindowName>,
): BetCounts | 'counting' | 'failed' | 'left-out' {
  const states = BET_STATES.map((state) => numbers[betName(state)]);
  if (states.some((one) => one?.kind === 'failed')) return 'failed';
  if (states.some((one) => one?.kind === 'left-out')) return 'left-out';
  const known = states.filter(isKnown);
  if (known.length < BET_STATES.length) return 'counting';
  return Object.fromEntries(
    BET_STATES.map((state, at) => [state, known[at]?.value ?? 0]),
  ) as BetCounts;
}

/** How many bets stand in these states; shown once all are counted. */
export function sumOfBets(
  numbers: Numbers<WindowName>,
  states: readonly BetState[],
): NumberState | undefined {
  const known = states.map((state) => numbers[betName(state)]).filter(isKnown);
  if (known.length < states.length) return undefined;
  return {
    kind: 'known',
    value: known.reduce((all, { value }) => all + value, 0),
    about: known.some(({ about }) => about),
  };
}

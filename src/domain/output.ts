// The numbers of a window from listed items.
import { BANDS, lookAt, wasFinished, type Band, type Frame, type Look, type Window } from './band';
import type { ItemFacts } from './item';

export interface Output {
  /** Delivered standard items of the window. */
  output: number;
  /** Closed in the window without being delivered. */
  undelivered: number;
  /** Output whose goal was active on the day it was finished. */
  aimed: number;
  /** Aimed output whose answer was complete before work on it started. */
  aimedBefore: number;
  /** Output that an answer speaks for; what was only sorted is not among it. */
  answered: number;
  /** Output whose answer was given after the item was done. */
  answeredAfterDone: number;
  /** Items of the band *moved it* that were not aimed. */
  movedUnaimed: number;
  /** Output that was part of a bet: its own sentence, or its parent's. */
  inBets: number;
  /** Output that was part of a bet that moved something. */
  inMovedBets: number;
  bands: Record<Band, number>;
  /** What was aimed, by goal. */
  goals: Record<string, number>;
}

/** Nothing counted yet. */
export const emptyOutput = (frame: Pick<Frame, 'goals'>): Output => ({
  output: 0,
  undelivered: 0,
  aimed: 0,
  aimedBefore: 0,
  answered: 0,
  answeredAfterDone: 0,
  movedUnaimed: 0,
  inBets: 0,
  inMovedBets: 0,
  bands: Object.fromEntries(BANDS.map((band) => [band, 0])) as Record<Band, number>,
  goals: Object.fromEntries(frame.goals.map(({ id }) => [id, 0])),
});

/** Whether the item was part of a bet, and the bet a sentence. */
export const isInBet = ({ bet }: Look): boolean => bet.answer !== null && bet.answer.why !== 'run';

/** Adds a finished item to the sums, which are changed. */
export function addTo(sum: Output, look: Look, weight: number): void {
  if (!look.delivered) {
    sum.undelivered += weight;
    return;
  }
  const { aimedAt, band, bet } = look;
  const when = bet.answer?.when;
  sum.output += weight;
  sum.bands[band] += weight;
  if (aimedAt) {
    sum.aimed += weight;
    sum.goals[aimedAt.id] = (sum.goals[aimedAt.id] ?? 0) + weight;
    if (when === 'before') sum.aimedBefore += weight;
  } else if (band === 'moved') sum.movedUnaimed += weight;
  if (bet.answer && when !== 'sorted') sum.answered += weight;
  if (bet.answer && when === 'done') sum.answeredAfterDone += weight;
  if (!isInBet(look)) return;
  sum.inBets += weight;
  if (bet.result?.result === 'moved') sum.inMovedBets += weight;
}

/**
 * Counts a window. Bands add up to output.
 * @param weigh what an item counts; one each unless it is said otherwise
 */
export function outputOf(
  items: readonly ItemFacts[],
  frame: Frame,
  window: Window,
  weigh: (item: ItemFacts) => number = () => 1,
): Output {
  const sum = emptyOutput(frame);
  for (const item of items)
    if (wasFinished(item, window)) addTo(sum, lookAt(item, frame), weigh(item));
  return sum;
}

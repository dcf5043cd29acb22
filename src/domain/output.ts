// The numbers of the first tab, from listed items.
import {
  BANDS,
  bandOf,
  isAimed,
  isUndelivered,
  parentOf,
  wasFinished,
  type Band,
  type Frame,
  type Window,
} from './band';
import { betOf } from './inherit';
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
  /** Items of the band *moved it* that were not aimed. */
  movedUnaimed: number;
  bands: Record<Band, number>;
}

const emptyBands = (): Record<Band, number> =>
  Object.fromEntries(BANDS.map((band) => [band, 0])) as Record<Band, number>;

/** Counts a window. Bands add up to output. */
export function outputOf(items: readonly ItemFacts[], frame: Frame, window: Window): Output {
  const sum: Output = {
    output: 0,
    undelivered: 0,
    aimed: 0,
    aimedBefore: 0,
    movedUnaimed: 0,
    bands: emptyBands(),
  };
  for (const item of items) {
    if (!wasFinished(item, window)) continue;
    if (isUndelivered(item, frame)) {
      sum.undelivered += 1;
      continue;
    }
    const band = bandOf(item, frame);
    const aimed = isAimed(item, frame);
    sum.output += 1;
    sum.bands[band] += 1;
    if (aimed) sum.aimed += 1;
    else if (band === 'moved') sum.movedUnaimed += 1;
    const { answer } = betOf(item, parentOf(item, frame), frame.goals);
    if (aimed && answer?.when === 'before') sum.aimedBefore += 1;
  }
  return sum;
}

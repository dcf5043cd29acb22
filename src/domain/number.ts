// Every number of the first tab as a search condition, so that it can be counted and opened.
import { BANDS, type Band, type Frame, type Window } from './band';
import {
  aimedBeforeClause,
  aimedClause,
  bandClause,
  finishedClause,
  movedUnaimedClause,
  outputClause,
  undeliveredClause,
} from './band-clause';
import { and, category, is, not, oneOf, type Clause } from './clause';
import { coverageClauses } from './coverage';

export type NumberName =
  | 'output'
  | 'undelivered'
  | 'aimed'
  | 'aimedBefore'
  | 'movedUnaimed'
  | `band.${Band}`
  | 'coverage.asked'
  | 'coverage.own'
  | 'coverage.parent'
  | 'flag.warned'
  | 'flag.candidate';

/** Open items that carry this flag. */
export const flaggedClause = (frame: Frame, flag: 'warned' | 'candidate'): Clause =>
  and(oneOf('type', frame.standardTypeIds), not(category('done')), is('flag', flag));

/** The condition behind each number; all of them stand beside `project = …`. */
export function numberClauses(frame: Frame, window: Window): Record<NumberName, Clause> {
  const coverage = coverageClauses(frame);
  const output = outputClause(frame, window);
  return {
    output,
    undelivered: and(finishedClause(frame, window), undeliveredClause(frame)),
    aimed: and(output, aimedClause(frame)),
    aimedBefore: and(output, aimedBeforeClause(frame)),
    movedUnaimed: movedUnaimedClause(frame, window),
    ...(Object.fromEntries(
      BANDS.map((band) => [`band.${band}`, bandClause(band, frame, window)]),
    ) as Record<`band.${Band}`, Clause>),
    'coverage.asked': coverage.asked,
    'coverage.own': coverage.own,
    'coverage.parent': coverage.parent,
    'flag.warned': flaggedClause(frame, 'warned'),
    'flag.candidate': flaggedClause(frame, 'candidate'),
  };
}

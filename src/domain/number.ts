// Every number of the page as what is counted, so that it can be counted and opened. The same numbers
// from listed items: output.ts, coverage.ts.
import { BANDS, type Band, type Frame, type Window } from './band';
import {
  aimedAtBet,
  aimedBeforeBet,
  aimedBet,
  answeredAfterDoneBet,
  answeredBet,
  bandBet,
  finishedClause,
  inBetsBet,
  inMovedBetsBet,
  movedUnaimedBet,
  outputClause,
  undeliveredClause,
} from './band-clause';
import type { ByBet } from './bet-clause';
import { both, type Counted } from './bet-sum';
import {
  and,
  category,
  dayBefore,
  everything,
  has,
  is,
  not,
  oneOf,
  or,
  type Clause,
} from './clause';
import { coverageCounted, type Coverage } from './coverage';
import { addDays, type Day } from './days';

/** Numbers that a period has, too. */
export type PeriodNumber = 'output' | 'aimed' | `band.${Band}`;

/** Numbers of what was finished in a window. `goal.…` is what was aimed at that goal. */
export type WindowNumber =
  | PeriodNumber
  | 'undelivered'
  | 'aimedBefore'
  | 'answered'
  | 'answeredAfterDone'
  | 'movedUnaimed'
  | 'inBets'
  | 'inMovedBets'
  | `goal.${string}`;

/** Numbers of the open backlog. */
export type BacklogNumber = `coverage.${keyof Coverage}` | 'flag.warned' | 'flag.candidate';

/** No filter at all. */
export const UNFILTERED: Counted = { scope: everything };

/** Open items that carry this flag. */
export const flaggedClause = (frame: Frame, flag: 'warned' | 'candidate'): Clause =>
  and(oneOf('type', frame.standardTypeIds), not(category('done')), is('flag', flag));

/** A decision keeps the item off the list for now; a day alone, which anybody may have written, does not. */
export const restingClause = ({ today }: { today: Day }): Clause =>
  and(
    or(is('decision', 'parked'), is('decision', 'kept')),
    has('until'),
    not(dayBefore('until', addDays(today, 1))),
  );

/** Output of a window, of which something is asked by whose answer speaks for an item. */
export const ofOutput = (frame: Frame, window: Window, filter: Counted, bet?: ByBet): Counted =>
  both({ scope: outputClause(frame, window), ...(bet && { bet }) }, filter);

/** Output, aimed and the bands of a window. */
export function periodNumbers(
  frame: Frame,
  window: Window,
  filter: Counted = UNFILTERED,
): Record<PeriodNumber, Counted> {
  const of = (bet?: ByBet): Counted => ofOutput(frame, window, filter, bet);
  return {
    output: of(),
    aimed: of(aimedBet(frame)),
    ...(Object.fromEntries(
      BANDS.map((band) => [`band.${band}`, of(bandBet(band, frame))]),
    ) as Record<`band.${Band}`, Counted>),
  };
}

/** All numbers of a window. */
export function windowNumbers(
  frame: Frame,
  window: Window,
  filter: Counted = UNFILTERED,
): Record<WindowNumber, Counted> {
  const of = (bet: ByBet): Counted => ofOutput(frame, window, filter, bet);
  const undelivered = and(finishedClause(frame, window), undeliveredClause(frame));
  return {
    ...periodNumbers(frame, window, filter),
    undelivered: both({ scope: undelivered }, filter),
    aimedBefore: of(aimedBeforeBet(frame)),
    answered: of(answeredBet(frame)),
    answeredAfterDone: of(answeredAfterDoneBet(frame)),
    movedUnaimed: of(movedUnaimedBet(frame)),
    inBets: of(inBetsBet(frame)),
    inMovedBets: of(inMovedBetsBet(frame)),
    ...(Object.fromEntries(
      frame.goals.map((goal) => [`goal.${goal.id}`, of(aimedAtBet(frame, goal))]),
    ) as Record<`goal.${string}`, Counted>),
  };
}

/** The short numbers of the open backlog; with a day, what rests on it carries no flag for them. */
export function backlogNumbers(frame: Frame, today?: Day): Record<BacklogNumber, Counted> {
  const { asked, own, parent } = coverageCounted(frame);
  const flagged = (flag: 'warned' | 'candidate'): Counted => ({
    scope:
      today === undefined
        ? flaggedClause(frame, flag)
        : and(flaggedClause(frame, flag), not(restingClause({ today }))),
  });
  return {
    'coverage.asked': asked,
    'coverage.own': own,
    'coverage.parent': parent,
    'flag.warned': flagged('warned'),
    'flag.candidate': flagged('candidate'),
  };
}

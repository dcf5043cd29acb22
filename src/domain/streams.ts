// The table of value streams: what each shipped, and what waits in its backlog. Streams may overlap;
// their numbers are never added up.
import { parentOf, type Frame, type Look, type Window } from './band';
import { aimedBet, bandBet } from './band-clause';
import { coveredBet } from './bet-clause';
import { both, type Counted } from './bet-sum';
import { holds, older, type Clause } from './clause';
import { openAskedClause } from './coverage';
import { NO_STREAM, type Stream } from './filter';
import { betOf, isAsked } from './inherit';
import { valueOf, type ItemFacts } from './item';
import { flaggedClause, ofOutput, UNFILTERED } from './number';
import { wholeDays } from './days';

/** Of what was finished in the window: output, aimed, band *moved it*. */
export type StreamOutput = 'shipped' | 'aimed' | 'moved';
/** Of what is open: asked, of those answered, candidates, and asked since long ago. */
export type StreamBacklog = 'open' | 'covered' | 'candidates' | 'old';

/** The ids of the table's rows: every stream, and *in no stream*. */
export const streamRows = (streams: readonly Stream[]): string[] => [
  ...streams.map(({ id }) => id),
  NO_STREAM,
];

/** What a row of the table shipped in a window. */
export function streamOutputNumbers(
  frame: Frame,
  window: Window,
  stream: Clause,
  filter: Counted = UNFILTERED,
): Record<StreamOutput, Counted> {
  const within = both({ scope: stream }, filter);
  return {
    shipped: ofOutput(frame, window, within),
    aimed: ofOutput(frame, window, within, aimedBet(frame)),
    moved: ofOutput(frame, window, within, bandBet('moved', frame)),
  };
}

/** What a row of the table has open. */
export function streamBacklogNumbers(
  frame: Frame,
  stream: Clause,
  filter: Counted = UNFILTERED,
): Record<StreamBacklog, Counted> {
  const within = (counted: Counted): Counted => both(counted, both({ scope: stream }, filter));
  const open = { scope: openAskedClause(frame) };
  return {
    open: within(open),
    covered: within({ ...open, bet: coveredBet(frame) }),
    candidates: within({ scope: flaggedClause(frame, 'candidate') }),
    old: within(both(open, { scope: older('created', frame.rules.flagAfterDays) })),
  };
}

/** The rows of the table that an item is in, at the instant `now` (milliseconds). */
export function rowsOf(item: ItemFacts, streams: readonly Stream[], now: number): string[] {
  const rows = streams.filter(({ clause }) => holds(clause, item, now)).map(({ id }) => id);
  return rows.length > 0 ? rows : [NO_STREAM];
}

/** In which numbers of its rows a delivered item counts. */
export const streamOutputOf = ({ aimedAt, band }: Look): Record<StreamOutput, boolean> => ({
  shipped: true,
  aimed: aimedAt !== null,
  moved: band === 'moved',
});

/** In which numbers of its rows an item counts while it is open, at the instant `now`. */
export function streamBacklogOf(
  item: ItemFacts,
  frame: Frame,
  now: number,
): Record<StreamBacklog, boolean> {
  const isOpen = item.level === 0 && item.category !== 'done';
  const open =
    isOpen && isAsked(item, frame.rules) && valueOf(item.decision)?.decision !== 'parked';
  const { source } = betOf(item, parentOf(item, frame), frame.goals);
  return {
    open,
    covered: open && source !== 'none',
    candidates: isOpen && valueOf(item.flag)?.flag === 'candidate',
    old: open && wholeDays(item.created, now) >= frame.rules.flagAfterDays,
  };
}

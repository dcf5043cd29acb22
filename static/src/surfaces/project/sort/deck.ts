// The cards of a draw: which is asked next, how far it is, and what is known of all of them. Pure.
import type { Frame } from '../../../../../src/domain/band';
import { sortingOf, type Sorting } from '../../../../../src/domain/sort';
import { verdictOf, type SortItem, type Verdict } from './sort-item';
import type { SortEntry } from './sorter';

/** What became of a card. `open` is still to be asked; `failed` comes back at the end. */
export type Standing = Sorting | 'waiting' | 'locked' | 'open' | 'skipped' | 'failed' | 'out';

export interface DeckVisit {
  entry: (itemId: string) => SortEntry | undefined;
  isSkipped: (itemId: string) => boolean;
}

/** Where an item of the draw stands now. What was said on this page counts more than an old search. */
function standingOf(item: SortItem, verdict: Verdict, visit: DeckVisit): Standing {
  const { id } = item.facts;
  const entry = visit.entry(id);
  if (entry?.state === 'failed') return visit.isSkipped(id) ? 'skipped' : 'failed';
  if (entry?.state === 'out' && entry.now === null) return 'out';
  if (entry?.want) return entry.want.sort;
  if (visit.isSkipped(id)) return 'skipped';
  return entry || verdict === 'ask' ? 'open' : verdict;
}

export interface Deck {
  /** Cards nobody is asked for: sorted before, by whomever, or somebody answers for them. */
  arrived: { sorted: number; answered: number };
  /** Cards that are asked, and how many of them are done with. */
  asked: number;
  done: number;
  /** The card in front; null after the last one. */
  current: SortItem | null;
  /** Why the card in front could not be saved when it was asked first. */
  failed: SortEntry | null;
  standings: ReadonlyMap<string, Standing>;
}

/**
 * Lays out the cards in the order of the draw; those that failed come back after the others.
 * @param front the card that is asked first, where it is still open: one that was taken back
 */
export function deckOf(
  items: readonly SortItem[],
  frame: Frame,
  visit: DeckVisit,
  front: string | null = null,
): Deck {
  const standings = new Map<string, Standing>();
  const arrived = { sorted: 0, answered: 0 };
  let asked = 0;
  let done = 0;
  let open: SortItem | null = null;
  let failed: SortItem | null = null;
  for (const item of items) {
    const { id } = item.facts;
    const verdict = verdictOf(item, frame);
    const standing = standingOf(item, verdict, visit);
    standings.set(id, standing);
    if (verdict !== 'ask' && visit.entry(id) === undefined) {
      arrived[sortingOf(item.own) === null ? 'answered' : 'sorted'] += 1;
      continue;
    }
    asked += 1;
    if (standing === 'open') open = id === front ? item : (open ?? item);
    else if (standing === 'failed') failed ??= item;
    else done += 1;
  }
  const current = open ?? failed;
  const entry = current && visit.entry(current.facts.id);
  return {
    arrived,
    asked,
    done,
    current,
    failed: entry?.state === 'failed' ? entry : null,
    standings,
  };
}

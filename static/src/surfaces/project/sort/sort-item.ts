// A finished item as it was listed, and whether an answer or a sorting speaks for it already.
import { fingerprint } from '../../../../../src/contract/fingerprint';
import { writeAnswer } from '../../../../../src/contract/properties';
import type { KeptAnswer } from '../../../../../src/domain/answer';
import { lookAt, type Frame } from '../../../../../src/domain/band';
import { valueOf } from '../../../../../src/domain/item';
import { sortingOf, sortRefusal, type Sorting } from '../../../../../src/domain/sort';
import type { ListedItem } from '../gather/listed-item';

export interface SortItem extends Omit<ListedItem, 'estimate' | 'componentNames'> {
  id: string;
  /** What the item says so far. */
  own: KeptAnswer | null;
  /**
   * Fingerprint of that; null when there was none. An answer with parts that this version does not
   * know has another one: its first save then finds a conflict and takes the right one over.
   */
  seen: string | null;
}

/** What sorting needs of a listed item. */
export function sortItemOf(listed: ListedItem): SortItem {
  const { facts, summary, typeName, parent, resolutionName } = listed;
  const own = valueOf(facts.answer);
  return {
    id: facts.id,
    ...{ facts, summary, typeName, parent, resolutionName, own },
    seen: own && fingerprint(writeAnswer(own)),
  };
}

/**
 * What is known of a finished item before anybody is asked. `waiting`: somebody answers for it and
 * there is no result yet; `ask`: nobody has said anything; `locked`: what stands there can't be read.
 */
export type Verdict = Sorting | 'waiting' | 'ask' | 'locked';

/** What an item in memory says. */
export function verdictOf({ facts }: SortItem, frame: Frame): Verdict {
  const { bet, band } = lookAt(facts, frame);
  if (bet.source === 'none') {
    // Sorted, though its result may not stand on it: closed items can be read-only in Jira.
    const sorting = sortingOf(valueOf(facts.answer));
    if (sorting) return sorting;
  }
  if (band !== 'unsorted') return band;
  if (bet.source !== 'none') return 'waiting';
  const locked = facts.answer.kind === 'unreadable';
  return locked || sortRefusal(facts, null, frame.goals) !== null ? 'locked' : 'ask';
}

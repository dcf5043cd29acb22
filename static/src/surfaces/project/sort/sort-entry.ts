// What is known of one item's sorting on this page.
import type { Output, Payload } from '../../../../../src/contract/procedures';
import type { Sorting } from '../../../../../src/domain/sort';
import type { SortFailure } from './refusal';
import type { SortItem } from './sort-item';

/** What somebody said became of an item, with the reading that shows it. */
export interface Wanted {
  sort: Sorting;
  reading?: { goalId: string; day: string } | undefined;
}

/**
 * `settled`: what is wanted stands there; `failed`: can be tried again; `out`: can't be sorted any
 * more; `left`: was stopped before it was tried.
 */
export type SortState = 'waiting' | 'saving' | 'settled' | 'failed' | 'out' | 'left';

export interface SortEntry {
  item: SortItem;
  /** What stands there, as far as this page knows; null without a sorting. */
  now: Wanted | null;
  want: Wanted | null;
  state: SortState;
  failure: SortFailure | null;
  /** A save of it may have gone through although it failed: `now` is then only a guess. */
  unsure: boolean;
}

/** How an item stands once it was looked at afresh. */
export interface Looked {
  item: SortItem;
  /** Revision of what is kept of its result. */
  rev: number;
  /** Why it can't be sorted; null where nobody speaks for it. */
  refused: string | null;
}

/** Whether both say the same of an item. */
export const same = (a: Wanted | null, b: Wanted | null): boolean =>
  a?.sort === b?.sort &&
  a?.reading?.goalId === b?.reading?.goalId &&
  a?.reading?.day === b?.reading?.day;

/** Whether that is known to stand there. */
export const stood = ({ now, unsure }: SortEntry, to: Wanted | null): boolean =>
  !unsure && same(to, now);

/** What saving sortings needs of the world. */
export interface SorterPorts {
  give: (payload: Payload<'sort.give'>) => Promise<Output<'sort.give'>>;
  undo: (payload: Payload<'sort.undo'>) => Promise<Output<'sort.undo'>>;
  sleep: (ms: number) => Promise<void>;
  /** Milliseconds. */
  now: () => number;
}

// The items that are not sorted, read as far as somebody wants them: all of them where they are few
// enough, otherwise page by page.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../components/failure';
import { LISTED_LIMIT } from '../gather/bounds';
import type { JiraCall } from '../gather/jira-call';
import { isKnown, type NumberState } from '../gather/number-state';
import type { Where } from '../use-numbers';
import { useTotal } from '../use-total';
import { readMayEdit } from '../gather/may-edit';
import type { SortItem } from './sort-item';
import { countUnsorted, readUnsorted, type SortPage, type SortPlace } from './sort-search';

export const ROWS_A_PAGE = 50;
/** Items that are read at most, and so can be chosen at once. */
export const MOST_READ = 5_000;

interface Read {
  of: SortPlace;
  items: readonly SortItem[];
  locked: ReadonlySet<string>;
  next: string | undefined;
  whole: boolean;
}

export interface SortList {
  items: readonly SortItem[];
  /** Those of them that the viewer may not edit, so that they can't be sorted by them. */
  locked: ReadonlySet<string>;
  /** Whether all of the list has been read. */
  whole: boolean;
  reading: boolean;
  /** How many there were when the list was opened. */
  total: NumberState;
  trouble: Trouble | null;
  /** Reads on until there are so many. */
  readTo: (count: number) => void;
  stop: () => void;
  retry: () => void;
  recount: () => void;
}

/** Whether there are rows after this page (from 0): read already, or still to be read. */
export const hasNextPage = ({ items, whole }: Pick<SortList, 'items' | 'whole'>, page: number) =>
  items.length > (page + 1) * ROWS_A_PAGE || (!whole && items.length < MOST_READ);

const nothingOf = (place: SortPlace): Read => ({
  of: place,
  items: [],
  locked: new Set(),
  next: undefined,
  whole: false,
});

interface CheckedPage extends SortPage {
  locked: readonly string[];
}

/** A page, with what the viewer may do on it: nobody sorts an item and is refused then. */
async function readChecked(
  jira: JiraCall,
  place: SortPlace,
  token: string | undefined,
): Promise<CheckedPage> {
  const page = await readUnsorted(jira, place, token);
  const ids = page.items.map(({ id }) => id);
  const may = await readMayEdit(jira, ids);
  return { ...page, locked: may ? ids.filter((id) => !may.has(id)) : [] };
}

/** A page added to what was read; an item that was finished meanwhile may push one onto it again. */
function withPage(before: Read, { items, next, locked }: CheckedPage): Read {
  const known = new Set(before.items.map(({ id }) => id));
  const fresh = items.filter(({ id }) => !known.has(id));
  return {
    ...before,
    items: [...before.items, ...fresh],
    locked: new Set([...before.locked, ...locked]),
    next,
    whole: next === undefined,
  };
}

export function useList(where: Where, place: SortPlace): SortList {
  const { openCalls } = where;
  const [read, setRead] = useState<Read>(() => nothingOf(place));
  const [wanted, setWanted] = useState(ROWS_A_PAGE);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  const { total, recount } = useTotal(where, place, countUnsorted);
  if (read.of !== place) {
    setRead(nothingOf(place));
    setWanted(ROWS_A_PAGE);
  }
  const target = isKnown(total) && total.value <= LISTED_LIMIT ? LISTED_LIMIT : 0;
  const { items, locked, next, whole } = read;
  const complete = whole || items.length >= Math.max(wanted, target);
  useEffect(() => {
    if (complete) return;
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    readChecked(calls.jira, place, next).then(
      (page) => {
        if (alive) setRead((before) => withPage(before, page));
      },
      (error: unknown) => {
        if (alive) setTrouble(troubleOf(error));
      },
    );
    return () => {
      alive = false;
      calls.leave();
    };
    // The next page is another one, also when it brought nothing new.
  }, [openCalls, place, next, complete, round]);
  return {
    ...{ items, locked, whole, total, trouble, recount },
    reading: !complete && trouble === null,
    readTo: useCallback(
      (count: number) => setWanted((before) => Math.max(before, Math.min(count, MOST_READ))),
      [],
    ),
    stop: useCallback(() => setWanted(items.length), [items.length]),
    retry: useCallback(() => setRound((count) => count + 1), []),
  };
}

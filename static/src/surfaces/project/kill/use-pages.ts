// Pages of a list. Jira gives only the way forward; the way back is remembered.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../components/failure';
import type { JiraCall } from '../gather/jira-call';
import type { Where } from '../use-numbers';

export interface PageOf<T> {
  rows: T[];
  next: string | undefined;
}

export interface Pages<T> {
  page: number;
  /** Null while it is being read. */
  rows: readonly T[] | null;
  hasNext: boolean;
  trouble: Trouble | null;
  goTo: (page: number) => void;
  retry: () => void;
}

/**
 * @param place what is listed; it has to stay the same object for as long as the same is asked
 * @param read a function that stays the same one
 */
export function usePages<P, T>(
  { openCalls }: Pick<Where, 'openCalls'>,
  place: P,
  read: (jira: JiraCall, place: P, token: string | undefined) => Promise<PageOf<T>>,
): Pages<T> {
  const [known, setKnown] = useState<{ of: P; pages: readonly PageOf<T>[] }>({
    of: place,
    pages: [],
  });
  const [page, setPage] = useState(0);
  const [round, setRound] = useState(0);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  if (known.of !== place) {
    setKnown({ of: place, pages: [] });
    setPage(0);
  }
  const shown = known.of === place ? known.pages[page] : undefined;
  const token = page === 0 ? undefined : known.pages[page - 1]?.next;
  useEffect(() => {
    if (shown) return;
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    read(calls.jira, place, token).then(
      (next) => {
        if (alive) setKnown(({ pages }) => ({ of: place, pages: [...pages.slice(0, page), next] }));
      },
      (error: unknown) => {
        if (alive) setTrouble(troubleOf(error));
      },
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place, read, shown, page, token, round]);
  return {
    page,
    rows: shown?.rows ?? null,
    hasNext: shown?.next !== undefined,
    trouble,
    goTo: setPage,
    retry: useCallback(() => setRound((before) => before + 1), []),
  };
}

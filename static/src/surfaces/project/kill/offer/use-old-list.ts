// Pages of the old items. Jira gives only the way forward; the way back is remembered.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../../components/failure';
import type { Where } from '../../use-numbers';
import { readOld, type OldItem, type OldPlace } from './old-items';

interface Page {
  rows: OldItem[];
  next: string | undefined;
}

export interface OldList {
  page: number;
  /** Null while it is being read. */
  rows: readonly OldItem[] | null;
  hasNext: boolean;
  trouble: Trouble | null;
  goTo: (page: number) => void;
  retry: () => void;
}

/** `place` has to stay the same object for as long as the same is asked. */
export function useOldList({ openCalls }: Where, place: OldPlace): OldList {
  const [read, setRead] = useState<{ of: OldPlace; pages: readonly Page[] }>({
    of: place,
    pages: [],
  });
  const [page, setPage] = useState(0);
  const [round, setRound] = useState(0);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  if (read.of !== place) {
    setRead({ of: place, pages: [] });
    setPage(0);
  }
  const known = read.of === place ? read.pages[page] : undefined;
  const token = page === 0 ? undefined : read.pages[page - 1]?.next;
  useEffect(() => {
    if (known) return;
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    readOld(calls.jira, place, token).then(
      (next) => {
        if (alive) setRead(({ pages }) => ({ of: place, pages: [...pages.slice(0, page), next] }));
      },
      (error: unknown) => {
        if (alive) setTrouble(troubleOf(error));
      },
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place, known, page, token, round]);
  return {
    page,
    rows: known?.rows ?? null,
    hasNext: known?.next !== undefined,
    trouble,
    goTo: setPage,
    retry: useCallback(() => setRound((before) => before + 1), []),
  };
}

// The page of the list that is shown, how many there are in all, and what the parents say.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../../components/failure';
import type { NumberState } from '../../gather/number-state';
import type { Where } from '../../use-numbers';
import { useTotal } from '../../use-total';
import type { Sentences } from './lane-item';
import {
  countLane,
  readLanePage,
  readSentences,
  type LanePage,
  type LanePlace,
} from './lane-search';

export interface Lane {
  /** From 0. */
  page: number;
  /** Rows on the pages before it. */
  rowsBefore: number;
  /** Null while it is being read. */
  shown: LanePage | null;
  /** How many items there were when the list was opened. */
  total: NumberState;
  sentences: Sentences;
  trouble: Trouble | null;
  goTo: (page: number) => void;
  retry: () => void;
  recount: () => void;
}

const NO_SENTENCES: Sentences = new Map();

function useSentences({ openCalls }: Where, place: LanePlace): Sentences {
  const [sentences, setSentences] = useState(NO_SENTENCES);
  useEffect(() => {
    let alive = true;
    const calls = openCalls();
    readSentences(calls.jira, place).then(
      (read) => alive && setSentences(read),
      // Without them nothing can be taken from a parent; the rest of the list works.
      () => undefined,
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place]);
  return sentences;
}

/** Reads the page that is shown, and only that one. */
export function useLane(where: Where, place: LanePlace): Lane {
  const { openCalls } = where;
  const [page, setPage] = useState(0);
  const [round, setRound] = useState(0);
  const [read, setRead] = useState<{ of: LanePlace; pages: readonly LanePage[] }>({
    of: place,
    pages: [],
  });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { total, recount } = useTotal(where, place, countLane);
  const sentences = useSentences(where, place);
  // Another frame is another list; it begins at its first page.
  if (read.of !== place) {
    setRead({ of: place, pages: [] });
    setPage(0);
  }
  const known = read.pages[page];
  const before = page === 0 ? undefined : read.pages[page - 1];
  const token = before?.next;
  const order = before?.order;
  useEffect(() => {
    if (known) return;
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    readLanePage(calls.jira, place, { token, order }).then(
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
  }, [openCalls, place, known, page, token, order, round]);
  const retry = useCallback(() => setRound((count) => count + 1), []);
  const rowsBefore = read.pages.slice(0, page).reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    page,
    rowsBefore,
    shown: known ?? null,
    total,
    sentences,
    trouble,
    goTo: setPage,
    retry,
    recount,
  };
}

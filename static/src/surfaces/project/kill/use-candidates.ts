// Pages of the kill list. Jira gives only the way forward; the way back is remembered.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../components/failure';
import { readCandidates, type CandidatePage } from '../gather/kill-list';
import type { Where } from '../use-numbers';

export interface CandidatesState {
  /** From 0. */
  page: number;
  /** Null while it is being read. */
  rows: CandidatePage['rows'] | null;
  hasNext: boolean;
  trouble: Trouble | null;
}

export interface Candidates extends CandidatesState {
  goTo: (page: number) => void;
  retry: () => void;
}

/** Reads the page that is shown, and only that one. `now` (milliseconds) is what ages are told by. */
export function useCandidates(where: Where, now: number): Candidates {
  const { openCalls, projectId, zone, frame } = where;
  const [page, setPage] = useState(0);
  const [round, setRound] = useState(0);
  const [pages, setPages] = useState<readonly CandidatePage[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const known = pages[page];
  const token = page === 0 ? undefined : pages[page - 1]?.next;
  useEffect(() => {
    if (known) return;
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    readCandidates(calls.jira, { projectId, zone, frame, now }, token).then(
      (read) => {
        if (alive) setPages((before) => [...before.slice(0, page), read]);
      },
      (error: unknown) => {
        if (alive) setTrouble(troubleOf(error));
      },
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, zone, frame, now, known, page, token, round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return {
    page,
    rows: known?.rows ?? null,
    hasNext: known?.next !== undefined,
    trouble,
    goTo: setPage,
    retry,
  };
}

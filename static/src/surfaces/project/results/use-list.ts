// One list of bets, page after page.
import { useCallback, useEffect, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { ResultList } from '../../../../../src/domain/results-clause';
import { troubleOf, type Trouble } from '../../../components/failure';
import type { Where } from '../use-numbers';
import type { ResultRow } from './result-row';
import { readResultsPage, type ResultsPage, type ResultsPlace } from './results-search';

export interface ListState {
  /** All that was read; null before the first page. */
  rows: readonly ResultRow[] | null;
  hasMore: boolean;
  isReading: boolean;
  trouble: Trouble | null;
  more: () => void;
  retry: () => void;
}

interface Read {
  of: ResultsPlace;
  pages: readonly ResultsPage[];
  /** Pages that are wanted. */
  wanted: number;
  trouble: Trouble | null;
}

/** Reads the first page at once and the others when they are asked for; another place begins anew. */
export function useList(
  openCalls: Where['openCalls'],
  place: ResultsPlace,
  list: ResultList,
  project: Pick<OpenProject, 'goals' | 'rules'>,
): ListState {
  const [read, setRead] = useState<Read | null>(null);
  const current = read && read.of === place ? read : null;
  const count = current?.pages.length ?? 0;
  const wanted = current?.wanted ?? 1;
  const isReading = count < wanted && !current?.trouble;
  const token = current?.pages.at(-1)?.next;
  const { goals, rules } = project;
  useEffect(() => {
    if (!isReading) return;
    let alive = true;
    const calls = openCalls();
    const keep = (change: (before: Read) => Partial<Read>): void => {
      if (!alive) return;
      setRead((before) => {
        const own = before?.of === place ? before : { of: place, pages: [], wanted, trouble: null };
        return { ...own, ...change(own) };
      });
    };
    readResultsPage(calls.jira, place, { list, project: { goals, rules } }, token).then(
      (page) => keep(({ pages }) => ({ pages: [...pages, page] })),
      (error: unknown) => keep(() => ({ trouble: troubleOf(error) })),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place, list, goals, rules, isReading, token, wanted]);
  const more = useCallback(
    () => setRead((before) => before && { ...before, wanted: before.pages.length + 1 }),
    [],
  );
  const retry = useCallback(() => setRead((before) => before && { ...before, trouble: null }), []);
  return {
    rows: current && count > 0 ? current.pages.flatMap(({ rows }) => rows) : null,
    hasMore: token !== undefined,
    isReading,
    trouble: current?.trouble ?? null,
    more,
    retry,
  };
}

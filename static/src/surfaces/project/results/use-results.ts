// The lists and numbers of the tab, with what storage keeps and what was said here.
import { useEffect, useMemo, useState } from 'react';
import type { OpenProject, ResultView } from '../../../../../src/contract/procedures';
import {
  RESULT_LISTS,
  type ResultList,
  type ResultNumber,
} from '../../../../../src/domain/results-clause';
import type { SavedResult } from '../../../components/result/form-state';
import type { Numbers } from '../gather/counts';
import { useCounts, type Where } from '../use-numbers';
import { newestRow, numbersSince, ownSaveOf, type OwnSave } from './own-saves';
import { inList, type KnownBet } from './result-row';
import { resultSearches, resultSums, type ResultsPlace } from './results-search';
import { useKept, type KeptState } from './use-kept';
import { useList, type ListState } from './use-list';

export type BetList = Omit<ListState, 'rows'> & { bets: KnownBet[] | null };

export interface Results {
  lists: Record<ResultList, BetList>;
  kept: KeptState;
  numbers: Numbers<ResultNumber>;
  searches: Record<ResultNumber | 'given', string>;
  recount: (name: ResultNumber) => void;
  /** Takes over what was just saved. */
  take: (bet: KnownBet, saved: SavedResult) => void;
  /** Takes over what somebody else said. */
  takeTheirs: (bet: KnownBet, theirs: ResultView | null) => void;
  /** Items that were found gone or open again, and are not listed any more. */
  removed: ReadonlySet<string>;
  remove: (itemId: string) => void;
}

const NONE_GONE = { of: null, ids: new Set<string>() };

/** Saves of the page before a number of these lists was counted anew. */
interface CountedAnew {
  of: unknown;
  at: Partial<Record<ResultNumber, number>>;
}

export function useResults(
  where: Where,
  project: OpenProject,
  { aboveTypeIds, goalId }: { aboveTypeIds: readonly string[]; goalId: string | undefined },
): Results {
  const { openCalls, projectId, zone, frame } = where;
  const { today } = project;
  const place = useMemo<ResultsPlace>(() => {
    const typeIds = [...frame.standardTypeIds, ...aboveTypeIds];
    return { projectId, zone, today, of: { frame, typeIds, goalId } };
  }, [projectId, zone, today, frame, aboveTypeIds, goalId]);
  const due = useList(openCalls, place, 'due', project);
  const waiting = useList(openCalls, place, 'waiting', project);
  const given = useList(openCalls, place, 'given', project);
  const states = { due, waiting, given };
  const [gone, setGone] = useState<{ of: unknown; ids: ReadonlySet<string> }>(NONE_GONE);
  // A list that is read anew tells of itself what is in it.
  const removed = gone.of === place ? gone.ids : NONE_GONE.ids;
  const [own, setOwn] = useState<ReadonlyMap<string, OwnSave>>(new Map());
  const [counted, setCounted] = useState<CountedAnew>({ of: null, at: {} });

  const listed = RESULT_LISTS.flatMap((list) => states[list].rows ?? []);
  const rows = [
    ...new Map(listed.filter(({ id }) => !removed.has(id)).map((row) => [row.id, row])).values(),
  ];
  const key = rows.map(({ id }) => id).join(',');
  const ids = useMemo(() => (key === '' ? [] : key.split(',')), [key]);
  const kept = useKept(openCalls, ids);
  const { put, again } = kept;
  // What is listed anew may have been said anew, too.
  useEffect(() => again(), [again, place]);

  const bets = rows.map((row): KnownBet => {
    const view = kept.views.get(row.id) ?? null;
    return {
      row: newestRow(row, own.get(row.id), view),
      view,
      mayGive: !kept.locked.has(row.id),
      isGone: kept.gone.has(row.id),
    };
  });
  const lists = Object.fromEntries(
    RESULT_LISTS.map((list) => {
      const { rows: read, ...state } = states[list];
      const moved = inList(bets, list, today);
      return [list, { ...state, bets: read === null && moved.length === 0 ? null : moved }];
    }),
  ) as unknown as Results['lists'];

  const sums = useMemo(() => resultSums(place), [place]);
  const counts = useCounts<ResultNumber>(openCalls, sums);
  const listing = rows.flatMap((row, index) => {
    const now = bets[index];
    return now ? [{ row, now, own: own.get(row.id) }] : [];
  });
  const numbers = numbersSince(counts.numbers, listing, {
    of: place,
    countedAt: (name) => (counted.of === place ? (counted.at[name] ?? 0) : 0),
    today,
  });
  return {
    lists,
    kept,
    numbers,
    searches: useMemo(() => resultSearches(place), [place]),
    recount: (name) => {
      const at = Math.max(0, ...[...own.values()].map(({ nth }) => nth));
      setCounted(({ of, at: before }) => ({
        of: place,
        at: { ...(of === place && before), [name]: at },
      }));
      counts.retry(name);
    },
    take: (bet, saved) => {
      const { id } = bet.row;
      put(id, saved.view);
      setOwn((before) => {
        const nth = Math.max(0, ...[...before.values()].map((one) => one.nth)) + 1;
        const { goals } = project;
        const next = ownSaveOf(saved, bet, before.get(id), { goals, of: place, nth });
        return new Map(before).set(id, next);
      });
    },
    takeTheirs: ({ row }, theirs) => put(row.id, theirs),
    removed,
    remove: (itemId) =>
      setGone((before) => ({
        of: place,
        ids: new Set(before.of === place ? before.ids : []).add(itemId),
      })),
  };
}

// The lists and numbers of the tab, with what storage keeps and what was said here.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OpenProject, ResultView } from '../../../../../src/contract/procedures';
import { readAnswer } from '../../../../../src/contract/properties';
import { completeAnswer } from '../../../../../src/domain/inherit';
import {
  RESULT_LISTS,
  type ResultList,
  type ResultNumber,
} from '../../../../../src/domain/results-clause';
import type { SavedResult } from '../../../components/result/form-state';
import { troubleOf, type Trouble } from '../../../components/failure';
import type { Numbers } from '../gather/counts';
import { useCounts, type Where } from '../use-numbers';
import { inList, numbersOf, type KnownBet, type ResultRow } from './result-row';
import { readBetTypes, resultSearches, resultSums, type ResultsPlace } from './results-search';
import { useKept, type KeptState } from './use-kept';
import { useList, type ListState } from './use-list';

export type BetList = Omit<ListState, 'rows'> & { bets: KnownBet[] | null };

export interface Results {
  place: ResultsPlace | null;
  /** Why not even the types of the project are known. */
  trouble: Trouble | null;
  retry: () => void;
  lists: Record<ResultList, BetList>;
  kept: KeptState;
  numbers: Numbers<ResultNumber>;
  searches: Record<ResultNumber | 'given', string> | null;
  recount: (name: ResultNumber) => void;
  /** Takes over what was just saved. */
  take: (bet: KnownBet, saved: SavedResult) => void;
  /** Takes over what somebody else said. */
  takeTheirs: (bet: KnownBet, theirs: ResultView | null) => void;
  /** Items that were found gone or open again, and are not listed any more. */
  removed: ReadonlySet<string>;
  remove: (itemId: string) => void;
}

function useTypes({ openCalls, projectId }: Where) {
  const [types, setTypes] = useState<readonly string[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    const calls = openCalls();
    setTrouble(null);
    readBetTypes(calls.jira, projectId).then(
      (ids) => alive && setTypes(ids),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, round]);
  return { types, trouble, retry: useCallback(() => setRound((before) => before + 1), []) };
}

/** The numbers as they are since: Jira counts what items show, and its search lags. */
export function adjustNumbers(
  numbers: Numbers<ResultNumber>,
  changes: readonly { from: readonly ResultNumber[]; to: readonly ResultNumber[] }[],
): Numbers<ResultNumber> {
  const next = { ...numbers };
  const add = (name: ResultNumber, by: 1 | -1): void => {
    const state = next[name];
    if (state?.kind === 'known') next[name] = { ...state, value: Math.max(0, state.value + by) };
  };
  for (const { from, to } of changes) {
    for (const name of from) if (!to.includes(name)) add(name, -1);
    for (const name of to) if (!from.includes(name)) add(name, 1);
  }
  return next;
}

/** The row with the answer that "too early" wrote. */
function datedRow(row: ResultRow, { dated }: SavedResult, project: OpenProject): ResultRow {
  const answer = dated && completeAnswer(readAnswer(dated.answer), project.goals);
  return answer ? { ...row, answer, seen: dated.seen } : row;
}

export function useResults(
  where: Where,
  project: OpenProject,
  goalId: string | undefined,
): Results {
  const { openCalls, projectId, zone, frame } = where;
  const { today } = project;
  const { types, trouble, retry } = useTypes(where);
  const place = useMemo<ResultsPlace | null>(
    () => types && { projectId, zone, today, of: { frame, typeIds: types, goalId } },
    [projectId, zone, today, frame, types, goalId],
  );
  const due = useList(openCalls, place, 'due', project);
  const waiting = useList(openCalls, place, 'waiting', project);
  const given = useList(openCalls, place, 'given', project);
  const states = { due, waiting, given };
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [dated, setDated] = useState<ReadonlyMap<string, ResultRow>>(new Map());

  const listed = RESULT_LISTS.flatMap((list) => states[list].rows ?? []);
  const rows = [
    ...new Map(listed.filter(({ id }) => !removed.has(id)).map((row) => [row.id, row])).values(),
  ];
  const key = rows.map(({ id }) => id).join(',');
  const ids = useMemo(() => (key === '' ? [] : key.split(',')), [key]);
  const kept = useKept(openCalls, ids);
  const { put } = kept;

  const bets = rows.map((row): KnownBet => ({
    row: dated.get(row.id) ?? row,
    view: kept.views.get(row.id) ?? null,
    mayGive: !kept.locked.has(row.id),
    isGone: kept.gone.has(row.id),
  }));
  const lists = Object.fromEntries(
    RESULT_LISTS.map((list) => {
      const { rows: read, ...state } = states[list];
      const moved = inList(bets, list, today);
      return [list, { ...state, bets: read === null && moved.length === 0 ? null : moved }];
    }),
  ) as unknown as Results['lists'];

  const sums = useMemo(() => place && resultSums(place), [place]);
  const counts = useCounts<ResultNumber>(openCalls, sums);
  const changes = rows.map((row, index) => {
    const now = bets[index];
    const from = numbersOf({ row, view: null }, today);
    return { from, to: now ? numbersOf(now, today) : from };
  });
  return {
    place,
    trouble,
    retry,
    lists,
    kept,
    numbers: adjustNumbers(counts.numbers, changes),
    searches: useMemo(() => place && resultSearches(place), [place]),
    recount: counts.retry,
    take: ({ row }, saved) => {
      put(row.id, saved.view);
      setDated((before) => new Map(before).set(row.id, datedRow(row, saved, project)));
    },
    takeTheirs: ({ row }, theirs) => put(row.id, theirs),
    removed,
    remove: (itemId) => setRemoved((before) => new Set(before).add(itemId)),
  };
}

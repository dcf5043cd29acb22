// A page of the parents with two counts each; pages that were read stay.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { readTypes } from '../../gather/site';
import { useCounts, type Where } from '../../use-numbers';
import {
  childrenJql,
  readLingering,
  type ChildCount,
  type LingeringParent,
  type LingeringPlace,
} from './lingering-search';

/** The types above the standard level, read once; null until then. */
export function useParentTypes({ openCalls, projectId }: Where) {
  const [typeIds, setTypeIds] = useState<readonly string[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    readTypes(calls.jira, projectId).then(
      ({ aboveTypeIds }) => alive && setTypeIds(aboveTypeIds),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, round]);
  return { typeIds, trouble, retry: useCallback(() => setRound((before) => before + 1), []) };
}

interface Page {
  rows: LingeringParent[];
  next: string | undefined;
}

/** `place` has to stay the same object for as long as the same is asked. */
export function useLingering({ openCalls }: Where, place: LingeringPlace) {
  const [read, setRead] = useState<{ of: LingeringPlace; pages: readonly Page[] }>({
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
    readLingering(calls.jira, place, token).then(
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
  const searches = useMemo(
    () =>
      Object.fromEntries(
        (known?.rows ?? []).flatMap(({ id }) =>
          Object.entries(childrenJql(place, id)).map(([name, jql]) => [`${name}.${id}`, jql]),
        ),
      ),
    [known, place],
  );
  const sums = useMemo(
    () =>
      Object.fromEntries(Object.entries(searches).map(([name, jql]) => [name, { plus: [jql] }])),
    [searches],
  );
  const counts = useCounts<string>(openCalls, sums);
  return {
    page,
    rows: known?.rows ?? null,
    hasNext: known?.next !== undefined,
    trouble,
    goTo: setPage,
    retry: useCallback(() => setRound((before) => before + 1), []),
    number: (name: ChildCount, id: string) => counts.numbers[`${name}.${id}`],
    jql: (name: ChildCount, id: string) => searches[`${name}.${id}`] ?? null,
    recount: (name: ChildCount, id: string) => counts.retry(`${name}.${id}`),
  };
}

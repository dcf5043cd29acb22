// The candidates, what was decided about them before, and what the viewer may do with each.
import { useCallback, useEffect, useState } from 'react';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { readCandidates, type CandidateList, type KillPlace } from '../gather/kill-list';
import type { Where } from '../use-numbers';
import type { Records } from './records';
import { readLocked } from './use-locked';
import { useRecords } from './use-records';

export interface Candidates {
  /** Null until the list was read; what was decided before may follow. */
  list: CandidateList | null;
  records: Records;
  /** Whether what was decided before is read of all these, or can't be. */
  isKnown: (itemIds: readonly string[]) => boolean;
  /** Asks for what was decided before about items that are not listed here. */
  want: (itemIds: readonly string[]) => void;
  /** Items that the viewer may neither edit nor transition; null until it was asked. */
  locked: ReadonlySet<string> | null;
  trouble: Trouble | null;
  /** Why what was decided before is not known. */
  recordsTrouble: Trouble | null;
  isReading: boolean;
  /** Reads everything again; what is shown stays until then. */
  again: () => void;
  /** Takes over what was just recorded about an item. */
  take: (view: DecisionView) => void;
}

interface Read extends Pick<Candidates, 'locked'> {
  list: CandidateList;
}

const idsOf = ({ rows }: CandidateList): string[] => rows.map(({ id }) => id);

/** `place` has to stay the same object for as long as the same is asked. */
export function useCandidates(where: Where, place: KillPlace): Candidates {
  const { openCalls, projectId } = where;
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isReading, setReading] = useState(true);
  const [round, setRound] = useState(0);
  const { records, trouble: recordsTrouble, isKnown, want, take } = useRecords(projectId, round);
  useEffect(() => {
    const calls = openCalls();
    let alive = true;
    const readAll = async (): Promise<void> => {
      const list = await readCandidates(calls.jira, place);
      if (!alive) return;
      const ids = idsOf(list);
      want(ids);
      setRead((before) => ({ list, locked: before?.locked ?? null }));
      const locked = await readLocked(calls.jira, ids);
      if (alive) setRead({ list, locked });
    };
    setTrouble(null);
    setReading(true);
    readAll()
      .catch((error: unknown) => alive && setTrouble(troubleOf(error)))
      .finally(() => alive && setReading(false));
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place, round, want]);
  return {
    list: read?.list ?? null,
    records,
    isKnown: useCallback((itemIds: readonly string[]) => itemIds.every(isKnown), [isKnown]),
    want,
    locked: read?.locked ?? null,
    recordsTrouble,
    trouble,
    isReading,
    again: useCallback(() => setRound((before) => before + 1), []),
    take,
  };
}

// What the record shows: all that is kept of the project's decisions.
import { useCallback, useEffect, useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { readRecords, type ReadRecords } from '../records';

export interface Log {
  /** Null until it was read. */
  views: readonly DecisionView[] | null;
  /** There are older ones than were read. */
  isCut: boolean;
  trouble: Trouble | null;
  again: () => void;
  take: (view: DecisionView) => void;
}

export function useLog(projectId: string): Log {
  const [read, setRead] = useState<ReadRecords | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    setTrouble(null);
    readRecords(projectId).then(
      (found) => alive && setRead(found),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [projectId, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const take = useCallback(
    (view: DecisionView) =>
      setRead(
        (before) =>
          before && { ...before, records: new Map([...before.records, [view.itemId, view]]) },
      ),
    [],
  );
  const views = read && [...read.records.values()];
  return { views, isCut: read?.isCut ?? false, trouble, again, take };
}

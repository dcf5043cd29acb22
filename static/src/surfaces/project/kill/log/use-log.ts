// What the record shows: all that is kept of the project's decisions.
import { useCallback, useEffect, useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { readRecords } from '../records';

export interface Log {
  /** Null until it was read. */
  views: readonly DecisionView[] | null;
  trouble: Trouble | null;
  again: () => void;
  take: (view: DecisionView) => void;
}

export function useLog(projectId: string): Log {
  const [records, setRecords] = useState<ReadonlyMap<string, DecisionView> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    setTrouble(null);
    readRecords(projectId).then(
      (found) => alive && setRecords(found),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [projectId, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const take = useCallback(
    (view: DecisionView) =>
      setRecords((before) => before && new Map([...before, [view.itemId, view]])),
    [],
  );
  return { views: records && [...records.values()], trouble, again, take };
}

// The candidates, what was decided about them before, and what the viewer may do with each.
import { useCallback, useEffect, useState } from 'react';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { readCandidates, type CandidateList, type KillPlace } from '../gather/kill-list';
import { readMayGive } from '../results/kept';
import type { Where } from '../use-numbers';
import { readRecords, type Records } from './records';

export interface Candidates {
  /** Null until the list was read. */
  list: CandidateList | null;
  records: Records;
  /** Items that the viewer may neither edit nor transition. */
  locked: ReadonlySet<string>;
  trouble: Trouble | null;
  /** Why what was decided before is not known. */
  recordsTrouble: Trouble | null;
  isReading: boolean;
  /** Reads everything again; what is shown stays until then. */
  again: () => void;
  /** Takes over what was just recorded about an item. */
  take: (view: DecisionView) => void;
}

interface Read extends Pick<Candidates, 'records' | 'locked' | 'recordsTrouble'> {
  list: CandidateList;
}

const NOTHING: Records = new Map();
const NOBODY: ReadonlySet<string> = new Set();

async function readAll(where: Where, place: KillPlace, jira: Parameters<typeof readCandidates>[0]) {
  const records = readRecords(where.projectId).then(
    (known) => ({ records: known, recordsTrouble: null }),
    (error: unknown) => ({ records: NOTHING, recordsTrouble: troubleOf(error) }),
  );
  const list = await readCandidates(jira, place);
  const ids = list.rows.map(({ id }) => id);
  // Where rights can't be asked everybody gets the choices: applying is checked.
  const may = await readMayGive(jira, ids).catch(() => new Set(ids));
  return { list, locked: new Set(ids.filter((id) => !may.has(id))), ...(await records) };
}

/** `place` has to stay the same object for as long as the same is asked. */
export function useCandidates(where: Where, place: KillPlace): Candidates {
  const { openCalls } = where;
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isReading, setReading] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    setReading(true);
    readAll(where, place, calls.jira)
      .then(
        (found) => alive && setRead(found),
        (error: unknown) => alive && setTrouble(troubleOf(error)),
      )
      .finally(() => alive && setReading(false));
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, where, place, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const take = useCallback(
    (view: DecisionView) =>
      setRead(
        (before) =>
          before && { ...before, records: new Map([...before.records, [view.itemId, view]]) },
      ),
    [],
  );
  return {
    list: read?.list ?? null,
    records: read?.records ?? NOTHING,
    locked: read?.locked ?? NOBODY,
    recordsTrouble: read?.recordsTrouble ?? null,
    trouble,
    isReading,
    again,
    take,
  };
}

// What is kept of the decisions about the items that the tab shows: the candidates, the draft, parents.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { recordReader, type Records } from './records';

export interface KnownRecords {
  records: Records;
  /** Why what was decided before is not known. */
  trouble: Trouble | null;
  /** Whether what is kept of an item was read, or can't be. */
  isKnown: (itemId: string) => boolean;
  /** Asks for what is kept of these items, once. */
  want: (itemIds: readonly string[]) => void;
  /** Takes over what was just recorded about an item. */
  take: (view: DecisionView) => void;
}

const NOTHING: Records = new Map();
const NOBODY: ReadonlySet<string> = new Set();

interface Read {
  records: Records;
  known: ReadonlySet<string>;
  trouble: Trouble | null;
}

/** With these views; one that was recorded here meanwhile stays where it is the newer one. */
function withViews(records: Records, views: readonly DecisionView[]): Records {
  const newer = views.filter(({ itemId, rev }) => (records.get(itemId)?.rev ?? -1) <= rev);
  if (newer.length === 0) return records;
  return new Map([...records, ...newer.map((view) => [view.itemId, view] as const)]);
}

const joined = (set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  ids.every((id) => set.has(id)) ? set : new Set([...set, ...ids]);

/** @param round another one reads everything again; what is shown stays until then */
export function useRecords(projectId: string, round: number): KnownRecords {
  const [read, setRead] = useState<Read>({ records: NOTHING, known: NOBODY, trouble: null });
  const [wanted, setWanted] = useState(NOBODY);
  const reader = useMemo(() => ({ round, read: recordReader(projectId) }), [projectId, round]);
  useEffect(() => {
    let alive = true;
    const ids = [...wanted];
    const end = (views: readonly DecisionView[], trouble: Trouble | null): void => {
      if (!alive) return;
      setRead(({ records, known }) => ({
        records: withViews(records, views),
        known: joined(known, ids),
        trouble,
      }));
    };
    reader.read(ids).then(
      (views) => end(views, null),
      (error: unknown) => end([], troubleOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [reader, wanted]);
  const { records, known, trouble } = read;
  return {
    records,
    trouble,
    isKnown: useCallback((itemId: string) => known.has(itemId), [known]),
    want: useCallback(
      (itemIds: readonly string[]) => setWanted((before) => joined(before, itemIds)),
      [],
    ),
    take: useCallback(
      (view: DecisionView) =>
        setRead((before) => ({ ...before, records: withViews(before.records, [view]) })),
      [],
    ),
  };
}

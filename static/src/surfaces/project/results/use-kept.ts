// What is known of the listed items beyond what they show, read as they are listed.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ResultView } from '../../../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import type { Where } from '../use-numbers';
import { readKept, readMayGive } from './kept';

interface Known {
  views: ReadonlyMap<string, ResultView>;
  /** Items that were asked about. */
  asked: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  /** Items whose result the viewer may not give. */
  locked: ReadonlySet<string>;
}

const NOTHING: Known = {
  views: new Map(),
  asked: new Set(),
  gone: new Set(),
  locked: new Set(),
};

export interface KeptState extends Known {
  trouble: Trouble | null;
  retry: () => void;
  /** Takes over what was just saved, or what somebody else said. */
  put: (itemId: string, view: ResultView | null) => void;
}

export function useKept(openCalls: Where['openCalls'], itemIds: readonly string[]): KeptState {
  const [known, setKnown] = useState(NOTHING);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const key = useMemo(
    () => itemIds.filter((id) => !known.asked.has(id)).join(','),
    [itemIds, known.asked],
  );
  useEffect(() => {
    if (key === '' || trouble) return;
    const ids = key.split(',');
    let alive = true;
    const calls = openCalls();
    // Where rights can't be asked everybody gets the form: the save itself is checked.
    const rights = readMayGive(calls.jira, ids).catch(() => new Set(ids));
    Promise.all([readKept(ids), rights]).then(
      ([{ views, gone }, may]) => {
        if (!alive) return;
        setKnown((before) => ({
          // What was saved here since is newer than what was asked for before.
          views: new Map([...views.map((view) => [view.itemId, view] as const), ...before.views]),
          asked: new Set([...before.asked, ...ids]),
          gone: new Set([...before.gone, ...gone]),
          locked: new Set([...before.locked, ...ids.filter((id) => !may.has(id))]),
        }));
      },
      (error: unknown) => {
        if (alive) setTrouble(troubleOf(error));
      },
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, key, trouble]);
  const retry = useCallback(() => setTrouble(null), []);
  const put = useCallback((itemId: string, view: ResultView | null) => {
    setKnown((before) => {
      const views = new Map(before.views);
      if (view) views.set(itemId, view);
      else views.delete(itemId);
      return { ...before, views };
    });
  }, []);
  return { ...known, trouble, retry, put };
}

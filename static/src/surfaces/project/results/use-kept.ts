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
  /** Reads everything once more, behind what is shown. */
  again: () => void;
  /** Takes over what was just saved, or what somebody else said. */
  put: (itemId: string, view: ResultView | null) => void;
}

/** What was saved here meanwhile may be newer than what was asked for before. */
function newest(known: Known['views'], read: readonly ResultView[]): Known['views'] {
  const next = new Map(known);
  for (const view of read) {
    const before = next.get(view.itemId);
    if (!before || isNewer(view, before)) next.set(view.itemId, view);
  }
  return next;
}

/** At one revision a record only ever goes from not shown in Jira to shown. */
const isNewer = (read: ResultView, known: ResultView): boolean =>
  read.rev === known.rev ? shownIn(read) >= shownIn(known) : read.rev > known.rev;

const shownIn = ({ written, later }: ResultView): number =>
  Number(written) + later.filter((one) => one.written).length;

/** The set with what was found out about these items in place of what was known of them. */
const relearned = (
  known: ReadonlySet<string>,
  ids: readonly string[],
  isIn: (id: string) => boolean,
): ReadonlySet<string> =>
  new Set([...[...known].filter((id) => !ids.includes(id)), ...ids.filter(isIn)]);

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
          views: newest(before.views, views),
          asked: new Set([...before.asked, ...ids]),
          gone: relearned(before.gone, ids, (id) => gone.includes(id)),
          locked: relearned(before.locked, ids, (id) => !may.has(id)),
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
  const again = useCallback(() => setKnown((before) => ({ ...before, asked: new Set() })), []);
  const put = useCallback((itemId: string, view: ResultView | null) => {
    setKnown((before) => {
      const views = new Map(before.views);
      if (view) views.set(itemId, view);
      else views.delete(itemId);
      return { ...before, views };
    });
  }, []);
  return { ...known, trouble, retry, again, put };
}

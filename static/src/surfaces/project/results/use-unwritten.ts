// Results that Jira has not taken onto their items.
import { useCallback, useEffect, useRef, useState } from 'react';
import { keysJql } from '../../../../../src/adapters/jira/jql';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call } from '../../../forge';
import type { Where } from '../use-numbers';

/** Items of the list that are named by their keys. */
export const NAMED = 50;

interface Tried {
  written: number;
  left: number;
}

export interface Unwritten {
  /** Null while it is not known; it never keeps the rest of the page waiting. */
  itemIds: readonly string[] | null;
  /** What the last round did; null until one has ended. */
  tried: Tried | null;
  /** How far the round that is under way has come. */
  progress: { done: number; of: number } | null;
  isTrying: boolean;
  trouble: Trouble | null;
  tryAgain: () => Promise<void>;
}

const NOTHING = { after: undefined, tried: { written: 0, left: 0 } };

/** `round` changes when results were saved. */
export function useUnwritten(projectId: string, round: number): Unwritten {
  const [itemIds, setItemIds] = useState<readonly string[] | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const [progress, setProgress] = useState<Unwritten['progress']>(null);
  // Where a round stopped: the next one goes on there, not with what was just refused.
  const stopped = useRef<{ after: string | undefined; tried: Tried }>(NOTHING);
  const shown = useRef(true);
  const [isTrying, setTrying] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    let alive = true;
    call('results.unwritten', { projectId }).then(
      (found) => {
        if (alive) setItemIds(found.itemIds);
      },
      // What can't be told is not said; the rows say it of themselves.
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [projectId, round, tried]);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const tryAgain = useCallback(async () => {
    setTrying(true);
    setTrouble(null);
    try {
      // One call takes a part of them; the page goes on until all were tried, or it is left.
      do {
        const { after, tried: before } = stopped.current;
        const part = await call('results.repair', { projectId, ...(after && { after }) });
        const now = { written: before.written + part.written, left: before.left + part.left };
        stopped.current = { after: part.next ?? undefined, tried: now };
        const done = now.written + now.left;
        setProgress({ done, of: done + part.remaining });
      } while (stopped.current.after !== undefined && shown.current);
      if (stopped.current.after !== undefined) return;
      setTried(stopped.current.tried);
      stopped.current = NOTHING;
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setProgress(null);
      setTrying(false);
    }
  }, [projectId]);
  return { itemIds, tried, progress, isTrying, trouble, tryAgain };
}

/** JQL of these items, by their keys: a search by ids of items that are gone is refused. */
export async function unwrittenJql(
  openCalls: Where['openCalls'],
  itemIds: readonly string[],
): Promise<string | null> {
  const { jira } = openCalls();
  const keys = await Promise.all(
    itemIds.slice(0, NAMED).map((issueIdOrKey) =>
      jira('getIssue', { params: { issueIdOrKey }, query: { fields: 'summary' } }).then(
        ({ key }) => key,
        () => null,
      ),
    ),
  );
  const known = keys.filter((key) => key !== null);
  return known.length > 0 ? keysJql(known) : null;
}

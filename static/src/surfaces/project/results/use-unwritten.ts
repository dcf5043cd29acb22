// Results that Jira has not taken onto their items.
import { useCallback, useEffect, useState } from 'react';
import { keysJql } from '../../../../../src/adapters/jira/jql';
import type { Output } from '../../../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call } from '../../../forge';
import type { Where } from '../use-numbers';

/** Items of the list that are named by their keys. */
export const NAMED = 50;

export interface Unwritten {
  /** Null while it is not known; it never keeps the rest of the page waiting. */
  itemIds: readonly string[] | null;
  /** What the last try did. */
  tried: Output<'results.repair'> | null;
  isTrying: boolean;
  trouble: Trouble | null;
  tryAgain: () => Promise<void>;
}

/** `round` changes when results were saved. */
export function useUnwritten(projectId: string, round: number): Unwritten {
  const [itemIds, setItemIds] = useState<readonly string[] | null>(null);
  const [tried, setTried] = useState<Output<'results.repair'> | null>(null);
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
  const tryAgain = useCallback(async () => {
    setTrying(true);
    setTrouble(null);
    try {
      setTried(await call('results.repair', { projectId }));
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setTrying(false);
    }
  }, [projectId]);
  return { itemIds, tried, isTrying, trouble, tryAgain };
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

// The items that somebody let start without an answer, read when there are any.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { call, userNames } from '../../../../forge';
import { readStarted, type Started } from '../../gather/started';
import type { Where } from '../../use-numbers';

export type StartedState =
  | { kind: 'loading' }
  | { kind: 'failed'; trouble: Trouble }
  | { kind: 'ready'; rows: Started[]; unread: Trouble | null };

const LOADING: StartedState = { kind: 'loading' };

/** `now` (milliseconds) is what the end of each is seen from. */
export function useStarted(where: Where, now: number, wanted: boolean) {
  const { openCalls } = where;
  const [made, setMade] = useState<{ of: Where; state: StartedState } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    const calls = openCalls();
    let alive = true;
    const show = (state: StartedState) => {
      if (alive) setMade({ of: where, state });
    };
    show(LOADING);
    readStarted(where, {
      jira: calls.jira,
      readPasses: async (itemIds) => (await call('passes.read', { itemIds })).passes,
      namesOf: userNames,
      now,
    }).then(
      ({ rows, unread }) =>
        show({ kind: 'ready', rows, unread: unread && troubleOf(unread.error) }),
      (error: unknown) => show({ kind: 'failed', trouble: troubleOf(error) }),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, where, now, wanted, round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { state: made?.of === where ? made.state : LOADING, retry };
}

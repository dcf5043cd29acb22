// How many items a list has in all, counted beside the list itself.
import { useCallback, useEffect, useState } from 'react';
import type { JiraCall } from './gather/jira-call';
import { COUNTING, type NumberState } from './gather/number-state';
import type { Where } from './use-numbers';

/**
 * @param place what is listed; it has to stay the same object for as long as the same is asked
 * @param count a function that stays the same one
 */
export function useTotal<P>(
  { openCalls }: Where,
  place: P,
  count: (jira: JiraCall, place: P) => Promise<NumberState>,
): { total: NumberState; recount: () => void } {
  const [total, setTotal] = useState<NumberState>(COUNTING);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    const calls = openCalls();
    setTotal(COUNTING);
    count(calls.jira, place).then(
      (known) => alive && setTotal(known),
      () => alive && setTotal({ kind: 'failed' }),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place, count, round]);
  return { total, recount: useCallback(() => setRound((before) => before + 1), []) };
}

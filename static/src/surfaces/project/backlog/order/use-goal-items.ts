// The items of the goal that is shown, read when it is chosen.
import { useCallback, useEffect, useState } from 'react';
import type { Goal } from '../../../../../../src/domain/goal';
import { troubleOf, type Trouble } from '../../../../components/failure';
import type { Where } from '../../use-numbers';
import { readGoalItems, type GoalItems } from './goal-items';

export interface GoalItemsState {
  /** Null while they are being read. */
  read: GoalItems | null;
  trouble: Trouble | null;
  retry: () => void;
}

export function useGoalItems(where: Where, goal: Goal): GoalItemsState {
  const { openCalls, projectId, zone, frame } = where;
  const [read, setRead] = useState<GoalItems | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const calls = openCalls();
    let alive = true;
    setRead(null);
    setTrouble(null);
    readGoalItems(calls.jira, { projectId, zone, frame }, goal).then(
      (items) => alive && setRead(items),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, zone, frame, goal, round]);
  return { read, trouble, retry: useCallback(() => setRound((before) => before + 1), []) };
}

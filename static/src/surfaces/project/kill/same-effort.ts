// What the effort of the agenda would buy elsewhere: answered open items, by name.
import { useEffect, useState } from 'react';
import type { GoalView } from '../../../../../src/contract/goals';
import type { Day } from '../../../../../src/domain/days';
import {
  fittingInto,
  gapOf,
  orderOfGoal,
  type Expected,
  type Ordered,
} from '../../../../../src/domain/order';
import { readGoalItems } from '../backlog/order/goal-items';
import type { EffortUnit } from '../gather/effort';
import type { Where } from '../use-numbers';

export interface Buyable {
  key: string;
  summary: string;
}

interface Asked {
  goals: readonly GoalView[];
  /** Whether there is any effort to ask about. */
  wanted: boolean;
  unit: EffortUnit | null;
  today: Day;
}

/**
 * What an amount of effort would buy; nothing while it is not known, and when it can't be read: then
 * nothing is said of it.
 */
export function useSameEffort(where: Where, asked: Asked): (amount: number) => readonly Buyable[] {
  const { openCalls, projectId, zone, frame } = where;
  const { goals, wanted, unit, today } = asked;
  const [ordered, setOrdered] = useState<{
    of: unknown;
    unit: EffortUnit;
    list: Ordered<Expected & Buyable>[];
  } | null>(null);
  const isAsked = unit !== null && wanted;
  useEffect(() => {
    if (!isAsked) return;
    const calls = openCalls();
    let alive = true;
    const active = goals.filter((goal) => goal.active);
    const read = active.map(async (goal) => {
      const found = await readGoalItems(calls.jira, { projectId, zone, frame }, goal);
      if (found.unit !== unit) return [];
      return orderOfGoal(found.items, goal, gapOf(goal, goal.readings, today)).ordered;
    });
    Promise.all(read).then(
      (lists) => alive && setOrdered({ of: goals, unit, list: lists.flat() }),
      () => undefined,
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, zone, frame, goals, unit, isAsked, today]);
  const known = ordered?.of === goals && ordered.unit === unit ? ordered.list : [];
  return (amount) => fittingInto(known, amount);
}

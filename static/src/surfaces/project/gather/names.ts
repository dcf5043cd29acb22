// The numbers of the page by name, each with its search condition.
import {
  isAimed,
  parentOf,
  type Band,
  type Frame,
  type Window,
} from '../../../../../src/domain/band';
import { and, before, not, simplify, type Clause } from '../../../../../src/domain/clause';
import { goalClause, outputClause } from '../../../../../src/domain/band-clause';
import { servedBetween, type Goal } from '../../../../../src/domain/goal';
import { betOf } from '../../../../../src/domain/inherit';
import type { ItemFacts } from '../../../../../src/domain/item';
import { numberClauses } from '../../../../../src/domain/number';

const BACKLOG_NAMES = [
  'coverage.asked',
  'coverage.own',
  'coverage.parent',
  'flag.warned',
  'flag.candidate',
] as const;
export type BacklogName = (typeof BACKLOG_NAMES)[number];

export type WindowName =
  | 'output'
  | 'undelivered'
  | 'aimed'
  | 'aimedBefore'
  | 'movedUnaimed'
  | `band.${Band}`
  | `goal.${string}`;

const isBacklogName = (name: string): name is BacklogName =>
  (BACKLOG_NAMES as readonly string[]).includes(name);

/** Output of the window that was aimed at this goal. */
const aimedAtClause = (frame: Frame, window: Window, goal: Goal): Clause => {
  const { from, to } = servedBetween(goal, frame.rules.timeZone);
  return simplify(
    and(
      outputClause(frame, window),
      goalClause(frame, goal),
      not(before('categoryChanged', from)),
      before('categoryChanged', to),
    ),
  );
};

/** The condition behind each number of the window. */
export function windowClauses(frame: Frame, window: Window): Record<WindowName, Clause> {
  const clauses = Object.fromEntries(
    Object.entries(numberClauses(frame, window)).filter(([name]) => !isBacklogName(name)),
  ) as Record<WindowName, Clause>;
  for (const goal of frame.goals) clauses[`goal.${goal.id}`] = aimedAtClause(frame, window, goal);
  return clauses;
}

/** The condition behind each number of the open backlog, which no window changes. */
export function backlogClauses(frame: Frame): Record<BacklogName, Clause> {
  const clauses = numberClauses(frame, { from: 0, to: 0 });
  return Object.fromEntries(BACKLOG_NAMES.map((name) => [name, clauses[name]])) as Record<
    BacklogName,
    Clause
  >;
}

/** Counts delivered items by the goal they were aimed at. */
export function aimedByGoal(delivered: readonly ItemFacts[], frame: Frame): Map<string, number> {
  const counts = new Map(frame.goals.map(({ id }) => [id, 0]));
  for (const item of delivered) {
    const goal = isAimed(item, frame)
      ? betOf(item, parentOf(item, frame), frame.goals).answer?.goal
      : undefined;
    if (goal !== undefined) counts.set(goal, (counts.get(goal) ?? 0) + 1);
  }
  return counts;
}

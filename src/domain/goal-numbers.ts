// What was done in a goal's name, as numbers: the same rules as a function of listed items and as what
// is counted; a test holds the two equal.
import { isUndelivered, lookAt, wasFinished, type Frame, type Window } from './band';
import { aimedAtBet, aimedBet, goalBet, inMovedBetsBet } from './band-clause';
import { standardClause } from './bet-clause';
import { both, type Counted } from './bet-sum';
import { and, category, everything, is, not } from './clause';
import { parkedClause } from './coverage';
import { servedBetween, type Goal } from './goal';
import { valueOf, type ItemFacts } from './item';
import { ofOutput, UNFILTERED } from './number';

/**
 * `open` are open items whose bet names the goal, `parked` those of them that rest. `shipped` was
 * finished in the goal's days and aimed at it, `moved` is the part of it whose bet moved something,
 * `aimed` all that was aimed at any goal in those days. `killed` was closed by a decision.
 */
export const GOAL_NUMBERS = ['open', 'parked', 'shipped', 'moved', 'killed', 'aimed'] as const;
export type GoalNumber = (typeof GOAL_NUMBERS)[number];

/** The goal's days as instants, in the project's zone. */
const daysOf = (frame: Frame, goal: Goal): Window => servedBetween(goal, frame.rules.timeZone);

/** Open standard items whose bet names the goal: what it leaves when it ends. */
export const openOfGoal = (frame: Frame, goal: Goal): Counted => ({
  scope: and(standardClause(frame), not(category('done'))),
  bet: goalBet(goal),
});

/** What was done in the goal's name, as what is counted. */
export function goalNumbers(frame: Frame, goal: Goal): Record<GoalNumber, Counted> {
  const days = daysOf(frame, goal);
  const shipped = ofOutput(frame, days, UNFILTERED, aimedAtBet(frame, goal));
  return {
    open: openOfGoal(frame, goal),
    parked: { scope: parkedClause(frame), bet: goalBet(goal) },
    shipped,
    moved: both(shipped, { scope: everything, bet: inMovedBetsBet(frame) }),
    killed: {
      scope: and(standardClause(frame), category('done'), is('decision', 'killed')),
      bet: goalBet(goal),
    },
    aimed: ofOutput(frame, days, UNFILTERED, aimedBet(frame)),
  };
}

/** Counts listed items. */
export function goalNumbersOf(
  items: readonly ItemFacts[],
  frame: Frame,
  goal: Goal,
): Record<GoalNumber, number> {
  const days = daysOf(frame, goal);
  const found = { open: 0, parked: 0, shipped: 0, moved: 0, killed: 0, aimed: 0 };
  for (const item of items) {
    if (item.level !== 0) continue;
    const { bet, aimedAt } = lookAt(item, frame);
    const names = bet.answer !== null && bet.answer.why !== 'run' && bet.answer.goal === goal.id;
    const decision = valueOf(item.decision)?.decision;
    if (item.category !== 'done') {
      if (names) found.open += 1;
      if (names && decision === 'parked') found.parked += 1;
      continue;
    }
    if (names && decision === 'killed') found.killed += 1;
    if (!wasFinished(item, days) || isUndelivered(item, frame) || aimedAt === null) continue;
    found.aimed += 1;
    if (aimedAt.id !== goal.id) continue;
    found.shipped += 1;
    if (bet.result?.result === 'moved') found.moved += 1;
  }
  return found;
}

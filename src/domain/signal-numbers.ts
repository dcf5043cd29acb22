// What signals count besides the numbers of the window. No window and no filter changes it: a signal
// speaks for the whole project.
import type { Frame, Window } from './band';
import { aimedAtBet, aimedBet, goalBet } from './band-clause';
import { askedClause, ownAnswerClause, standardClause, unansweredBet } from './bet-clause';
import type { Counted } from './bet-sum';
import { and, category, dayBefore, has, is, not, older } from './clause';
import { openAskedClause } from './coverage';
import { addDays, endOfDay, startOfDay, type Day } from './days';
import { isOver, type Reading } from './goal';
import { flaggedClause, ofOutput, UNFILTERED } from './number';
import { flatGoals, INFLOW_DAYS, KILL_DAYS, type EvidenceName } from './signals';

/** What signals rest on besides what the window shows. */
export type SignalNumber = Exclude<
  EvidenceName,
  'aimed' | 'answered' | 'answeredAfterDone' | `goal.${string}`
>;

export interface SignalQuestion {
  frame: Frame;
  readings: readonly Reading[];
  /** The project's day. */
  today: Day;
  /** Zone in which days and months begin: that of the viewer, as for windows. */
  zone: string;
}

/** The `count` whole months that end `back` months before the one with `today` in it. */
function wholeMonths(today: Day, back: number, count: number, zone: string): Window {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (n: number): Day =>
    new Date(Date.UTC(year, month - 1 - n, 1)).toISOString().slice(0, 10);
  return { from: startOfDay(first(back + count), zone), to: startOfDay(first(back), zone) };
}

/** Answers on items of every level, because one on an epic answers for all below it; sorting is none. */
const answersSince = (frame: Frame, day: Day): Counted => ({
  scope: and(
    ownAnswerClause(frame),
    has('answered'),
    not(dayBefore('answered', day)),
    not(is('when', 'sorted')),
  ),
});

/** What has to be counted for `signalsOf`. */
export function signalNumbers({
  frame,
  readings,
  today,
  zone,
}: SignalQuestion): Record<SignalNumber, Counted> {
  const recent = wholeMonths(today, 0, 3, zone);
  const earlier = wholeMonths(today, 3, 3, zone);
  const of = (window: Window): Counted => ofOutput(frame, window, UNFILTERED);
  const aimed = (window: Window): Counted => ofOutput(frame, window, UNFILTERED, aimedBet(frame));
  const added = and(askedClause(frame), not(older('created', INFLOW_DAYS)));
  const numbers: Record<SignalNumber, Counted> = {
    'recent.output': of(recent),
    'recent.aimed': aimed(recent),
    'earlier.output': of(earlier),
    'earlier.aimed': aimed(earlier),
    added: { scope: added, bet: unansweredBet() },
    answers: answersSince(frame, addDays(today, 1 - INFLOW_DAYS)),
    candidates: { scope: flaggedClause(frame, 'candidate') },
    kills: {
      scope: and(
        standardClause(frame),
        category('done'),
        is('decision', 'killed'),
        not(older('categoryChanged', KILL_DAYS)),
      ),
    },
  };
  for (const { goal, reference } of flatGoals({ goals: frame.goals, readings, today })) {
    const since = { from: startOfDay(reference.since, zone), to: endOfDay(today, zone) };
    numbers[`flat.${goal.id}`] = ofOutput(frame, since, UNFILTERED, aimedAtBet(frame, goal));
  }
  for (const goal of frame.goals.filter((one) => isOver(one, today)))
    numbers[`ended.${goal.id}`] = { scope: openAskedClause(frame), bet: goalBet(goal) };
  return numbers;
}

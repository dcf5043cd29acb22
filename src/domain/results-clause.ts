// The lists of results: finished bets by where their result stands, as functions of an item and as
// search conditions; a test holds the two equal. What storage knows beyond the item is not in them.
import { isUndelivered, type Frame } from './band';
import { undeliveredClause } from './band-clause';
import { ownAnswerClause, ownGoal, standardClause } from './bet-clause';
import { and, category, dayBefore, has, is, not, oneOf, or, type Clause } from './clause';
import { addDays, type Day } from './days';
import { completeAnswer } from './inherit';
import { valueOf, type ItemFacts, type ResultValue } from './item';
import { isDue } from './result';

/** A result that is due for longer than this many days is late. */
export const LATE_DAYS = 14;

export const RESULT_LISTS = ['due', 'waiting', 'given'] as const;
export type ResultList = (typeof RESULT_LISTS)[number];

/** Whose results are listed. */
export interface ResultsOf {
  frame: Frame;
  /** Types of the standard level and above. */
  typeIds: readonly string[];
  /** Only bets on this goal. */
  goalId?: string | undefined;
}

/** Whether the item carries a sentence about a goal, on this goal where one is asked for. */
function isBet({ answer }: ItemFacts, { frame, goalId }: ResultsOf): boolean {
  const own = completeAnswer(answer, frame.goals);
  return own !== null && own.why !== 'run' && (goalId === undefined || own.goal === goalId);
}

/** The list that a finished bet is in by what it shows itself; null for everything else. */
export function resultListOf(item: ItemFacts, of: ResultsOf, today: Day): ResultList | null {
  if (item.category !== 'done' || !of.typeIds.includes(item.typeId)) return null;
  if (isUndelivered(item, of.frame) || !isBet(item, of)) return null;
  if (valueOf(item.result)) return 'given';
  return isDue(valueOf(item.answer)?.checkBy, today) ? 'due' : 'waiting';
}

/** Bets that are done and delivered, with or without a result. */
function finishedBetsClause({ frame, typeIds, goalId }: ResultsOf): Clause {
  const goals = frame.goals.filter(({ id }) => goalId === undefined || id === goalId);
  return and(
    oneOf('type', typeIds),
    category('done'),
    not(undeliveredClause(frame)),
    or(...goals.map(ownGoal)),
  );
}

/** The check date has come by that day. */
const checkedBy = (day: Day): Clause => dayBefore('checkBy', addDays(day, 1));

/** The lists as search conditions. */
export function resultListClauses(of: ResultsOf, today: Day): Record<ResultList, Clause> {
  const bets = finishedBetsClause(of);
  const open = and(bets, not(has('result')));
  return {
    due: and(open, checkedBy(today)),
    waiting: and(open, not(checkedBy(today))),
    given: and(bets, has('result')),
  };
}

export type ResultNumber = ResultValue | 'due' | 'late' | 'waiting';

/** Numbers of the page's head. Late ones are among those that are due. */
export function resultNumbers(of: ResultsOf, today: Day): Record<ResultNumber, Clause> {
  const { due, waiting, given } = resultListClauses(of, today);
  const said = (value: ResultValue): Clause => and(given, is('result', value));
  return {
    moved: said('moved'),
    flat: said('flat'),
    unclear: said('unclear'),
    due,
    late: and(due, dayBefore('checkBy', addDays(today, -LATE_DAYS))),
    waiting,
  };
}

/** Finished, delivered children that this bet's result speaks for. */
export const childrenOfBetClause = (frame: Frame, itemId: string): Clause =>
  and(
    standardClause(frame),
    category('done'),
    not(undeliveredClause(frame)),
    oneOf('parent', [itemId]),
    not(ownAnswerClause(frame)),
  );

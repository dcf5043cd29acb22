// Results of bets: when one is due, and what it rests on.
import type { Day } from './days';
import type { Evidence } from './item';

/** A reading that a result cites. */
export interface CitedReading {
  goalId: string;
  day: Day;
  value: number;
}

/** From this many postponements on it is said that a check date moves and moves. */
export const OFTEN_POSTPONED = 3;

/**
 * *Measured* when it cites a reading dated after the delivery, else *judged*: a number from before
 * says nothing of what came after.
 */
export const evidenceOf = (reading: CitedReading | null, delivered: Day): Evidence =>
  reading !== null && reading.day > delivered ? 'measured' : 'judged';

/**
 * The day on which the result is due: that of the answer, unless a later one was agreed that the
 * item could not be told.
 */
export function checkDayOf(
  answer: { checkBy?: Day | undefined },
  later: readonly { to: Day; written: boolean }[],
): Day | undefined {
  const last = later.at(-1);
  if (!last || last.written) return answer.checkBy;
  return answer.checkBy !== undefined && answer.checkBy > last.to ? answer.checkBy : last.to;
}

/**
 * Whether Jira holds what storage holds: the item shows the result, and its answer carries the last
 * check date that was agreed. Once a result stands, no date is waited for.
 */
export const isInJira = (kept: {
  given: unknown;
  written: boolean;
  later: readonly { written: boolean }[];
}): boolean => kept.written && (kept.given !== null || kept.later.at(-1)?.written !== false);

/** Whether the check date has come. */
export const isDue = (checkDay: Day | undefined, today: Day): boolean =>
  checkDay !== undefined && checkDay <= today;

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

/** "Too early", as far as the check date is concerned. */
interface Postponed {
  /** The check date that it was agreed over. */
  from: Day | null;
  to: Day;
  written: boolean;
}

/**
 * The day on which the result is due: that of the answer, unless another one was agreed over it that
 * the item could not be told. A date that somebody set in the answer since then stands.
 */
export function checkDayOf(
  answer: { checkBy?: Day | undefined },
  later: readonly Postponed[],
): Day | undefined {
  const lastWritten = later.findLastIndex(({ written }) => written);
  const untold = later.slice(lastWritten + 1);
  const [first] = untold;
  const agreedOver = first && first.from === (answer.checkBy ?? null);
  return agreedOver ? untold.at(-1)?.to : answer.checkBy;
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

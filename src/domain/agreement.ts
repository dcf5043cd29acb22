// The goals of a period on one page, agreed with people. A signature informs and decides nothing; it
// is for the wording of its day.
import type { Day } from './days';
import { isComplete, lastServed, type Goal } from './goal';
import { MESSAGES } from './messages';

const SAY = MESSAGES.agreement;

export interface Agreement {
  id: string;
  firstDay: Day;
  lastDay: Day;
  /** Accounts of the people it was agreed with. */
  personIds: string[];
  /** The day on which they agreed. */
  agreedOn: Day;
}

/** What a named person said of it last; `withdrawn` takes back what was said before. */
export const SIGNATURES = ['signed', 'declined', 'withdrawn'] as const;
export type SignatureKind = (typeof SIGNATURES)[number];

export interface Signature {
  accountId: string;
  says: SignatureKind;
  /** Fingerprint of the wording that it is for. */
  wording: string;
  note?: string | undefined;
  /** Instant in milliseconds. */
  at: number;
}

/** The goals that work of the period could serve, in a fixed order. */
const goalsAgreed = <G extends Goal>(
  { firstDay, lastDay }: Pick<Agreement, 'firstDay' | 'lastDay'>,
  goals: readonly G[],
): G[] =>
  goals
    .filter((goal) => isComplete(goal) && goal.firstDay <= lastDay && lastServed(goal) >= firstDay)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * What is agreed, as one value: the period, and what each goal promises. Owner, link and readings
 * are not part of it, nor is a goal that somebody ends within the period.
 */
export const wordingOf = (
  { firstDay, lastDay }: Pick<Agreement, 'firstDay' | 'lastDay'>,
  goals: readonly Goal[],
) => ({
  firstDay,
  lastDay,
  goals: goalsAgreed({ firstDay, lastDay }, goals).map((goal) => ({
    id: goal.id,
    achieve: goal.achieve,
    by: goal.by,
    metric: goal.metric,
    unit: goal.unit,
    direction: goal.direction,
    baseline: goal.baseline,
    target: goal.target,
    firstDay: goal.firstDay,
    lastDay: goal.lastDay,
    share: goal.share ?? null,
  })),
});

/** The agreement that a page shows: the running one, else the next one, else the latest. */
export function agreementAt(agreements: readonly Agreement[], today: Day): Agreement | null {
  const sorted = [...agreements].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const running = sorted.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay);
  const next = sorted.find(({ firstDay }) => firstDay > today);
  return running ?? next ?? sorted.at(-1) ?? null;
}

/** What keeps an agreement from being saved beside the others of its project, by field. */
export function agreementProblems(
  agreement: Omit<Agreement, 'id'>,
  others: readonly Agreement[],
  today: Day,
): Partial<Record<keyof Agreement, string>> {
  const { firstDay, lastDay, personIds, agreedOn } = agreement;
  const problems: Partial<Record<keyof Agreement, string>> = {};
  if (lastDay < firstDay) problems.lastDay = SAY.lastDay;
  else if (others.some((other) => other.firstDay <= lastDay && firstDay <= other.lastDay))
    problems.firstDay = SAY.overlaps;
  if (new Set(personIds).size < personIds.length) problems.personIds = SAY.personTwice;
  if (agreedOn > today) problems.agreedOn = SAY.future;
  return problems;
}

// A finished bet as the lists show it, and what is known of it beyond its item.
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import { factsOf } from '../../../../../src/adapters/jira/items';
import type { GoalView } from '../../../../../src/contract/goals';
import type { OpenProject, ResultView } from '../../../../../src/contract/procedures';
import { fingerprint } from '../../../../../src/contract/fingerprint';
import { PROPERTY_KEYS } from '../../../../../src/contract/properties';
import type { KeptAnswer } from '../../../../../src/domain/answer';
import { addDays, dayOf, type Day } from '../../../../../src/domain/days';
import { completeAnswer } from '../../../../../src/domain/inherit';
import { valueOf, type ItemFacts, type ResultValue } from '../../../../../src/domain/item';
import { checkDayOf, isDue } from '../../../../../src/domain/result';
import {
  LATE_DAYS,
  type ResultList,
  type ResultNumber,
} from '../../../../../src/domain/results-clause';
import type { AskedBet } from '../../../components/result/result-draft';

export interface ResultRow {
  id: string;
  key: string;
  summary: string;
  facts: ItemFacts;
  answer: KeptAnswer;
  goal: GoalView | null;
  /** The day it was done, in the project's zone. */
  delivered: Day;
  /** Fingerprint of the answer as it was listed. */
  seen: string | null;
}

/** What is known of a bet: its row, what storage keeps, and who may say something. */
export interface KnownBet {
  row: ResultRow;
  /** Null when nothing was ever said, and while it is not read. */
  view: ResultView | null;
  /** False once it is known that the viewer may not. */
  mayGive: boolean;
  /** It was deleted or hidden since it was listed. */
  isGone: boolean;
}

type Of = Pick<OpenProject, 'goals' | 'rules'>;

/** Null where the item carries no sentence of its own that can be read. */
export function rowOf(issue: JiraIssue, { goals, rules }: Of): ResultRow | null {
  const facts = factsOf(issue);
  const answer = completeAnswer(facts.answer, goals);
  if (!answer || answer.why === 'run') return null;
  return {
    id: facts.id,
    key: facts.key,
    summary: issue.fields?.summary ?? '',
    facts,
    answer,
    goal: goals.find(({ id }) => id === answer.goal) ?? null,
    delivered: dayOf(facts.categoryChanged, rules.timeZone),
    seen: fingerprint(issue.properties?.[PROPERTY_KEYS.answer]),
  };
}

/** The day the result is due; a sentence is never without one. */
export const checkDay = ({ row, view }: Pick<KnownBet, 'row' | 'view'>): Day =>
  checkDayOf(row.answer, view?.later ?? []) ?? row.delivered;

/** The result that stands: what storage keeps, else what the item shows. */
const resultOf = ({ row, view }: Pick<KnownBet, 'row' | 'view'>): ResultValue | null =>
  view ? (view.given?.result ?? null) : (valueOf(row.facts.result)?.result ?? null);

/** Which list the bet belongs to by all that is known of it. */
export function listOf(bet: Pick<KnownBet, 'row' | 'view'>, today: Day): ResultList {
  if (resultOf(bet) !== null) return 'given';
  return isDue(checkDay(bet), today) ? 'due' : 'waiting';
}

/** Whether a due result is late. */
export const isLate = (bet: Pick<KnownBet, 'row' | 'view'>, today: Day): boolean =>
  checkDay(bet) < addDays(today, -LATE_DAYS);

/** Which numbers of the head count the bet. */
export function numbersOf(bet: Pick<KnownBet, 'row' | 'view'>, today: Day): ResultNumber[] {
  const result = resultOf(bet);
  if (result) return [result];
  const list = listOf(bet, today);
  if (list === 'waiting') return ['waiting'];
  return isLate(bet, today) ? ['due', 'late'] : ['due'];
}

/** The day something was last said, for the order of what is given. */
const saidOn = ({ row, view }: Pick<KnownBet, 'row' | 'view'>): Day =>
  view?.given?.at ?? valueOf(row.facts.result)?.at ?? '';

const byCheckDay = (a: KnownBet, b: KnownBet): number => {
  const [one, other] = [checkDay(a), checkDay(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};
const newestFirst = (a: KnownBet, b: KnownBet): number => {
  const [one, other] = [saidOn(a), saidOn(b)];
  return one > other ? -1 : one < other ? 1 : 0;
};

/** The bets of a list, in its order. Each is in one list only. */
export const inList = (bets: readonly KnownBet[], list: ResultList, today: Day): KnownBet[] =>
  bets
    .filter((bet) => listOf(bet, today) === list)
    .sort(list === 'given' ? newestFirst : byCheckDay);

/** What the questions need to know of the bet. */
export const askedOf = ({ goal, delivered }: ResultRow, today: Day): AskedBet => ({
  goal,
  delivered,
  today,
});

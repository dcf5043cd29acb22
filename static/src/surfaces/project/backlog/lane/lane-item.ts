// An item of the lane as it was listed: what it says, and whether it can be answered from here.
import type { JiraIssue } from '../../../../../../src/adapters/jira/answers';
import { factsOf } from '../../../../../../src/adapters/jira/items';
import { fingerprint } from '../../../../../../src/contract/fingerprint';
import { PROPERTY_KEYS } from '../../../../../../src/contract/properties';
import { missingParts, type KeptAnswer } from '../../../../../../src/domain/answer';
import type { Frame } from '../../../../../../src/domain/band';
import type { Day } from '../../../../../../src/domain/days';
import { completeAnswer } from '../../../../../../src/domain/inherit';
import { valueOf } from '../../../../../../src/domain/item';
import { ageInDays } from '../../../../../../src/domain/kill';

/** What a parent says that a child can take over. */
export interface Sentence {
  by: string;
  expect: string;
  /** The goal that the parent chose for it, if any. */
  goal?: string | undefined;
  measure?: string | undefined;
  checkBy?: Day | undefined;
}

/** By the id of the parent. */
export type Sentences = ReadonlyMap<string, Sentence>;

/**
 * `foreign` names a goal of another project; `locked` can't be read here and is left as it is;
 * `covered` is answered by its parent since it was listed.
 */
export type Standing =
  | 'none'
  | 'goal'
  | 'sentence'
  | 'date'
  | 'begun'
  | 'foreign'
  | 'locked'
  | 'covered';

export interface LaneItem {
  id: string;
  key: string;
  summary: string;
  /** Fingerprint of the answer as it was listed; null when there was none. */
  seen: string | null;
  /** What the item says so far. */
  own: KeptAnswer | null;
  standing: Standing;
  parent: { id: string; key: string; summary: string } | null;
  /** Whole days. */
  age: number;
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Whether somebody has begun to write the sentence. */
export const hasSentence = (answer: KeptAnswer | null): boolean =>
  answer !== null && (filled(answer.by) || filled(answer.expect));

/** Whether it has its whole answer by now; items of the list come here once they are saved. */
export const isWhole = ({ own, standing }: Pick<LaneItem, 'own' | 'standing'>): boolean =>
  own?.state === 'answered' && standing !== 'foreign';

/** What an answer that does not count yet is called: by what is there and what is missing. */
export function standingOf(own: KeptAnswer | null, goalIds: ReadonlySet<string>): Standing {
  if (own === null) return 'none';
  if (own.goal !== undefined && !goalIds.has(own.goal)) return 'foreign';
  const missing = missingParts(own);
  const unwritten = missing.includes('by') || missing.includes('expect');
  if (missing.includes('goal')) return unwritten ? 'begun' : 'sentence';
  return unwritten ? 'goal' : 'date';
}

const answeringIn = ({ parents, goals }: Frame): string[] =>
  parents.filter(({ answer }) => completeAnswer(answer, goals) !== null).map(({ id }) => id);

/** Parents that answer for their children now and did not before, by their id. */
export function answeringSince(before: Frame, now: Frame): ReadonlySet<string> {
  const known = new Set(answeringIn(before));
  return new Set(answeringIn(now).filter((id) => !known.has(id)));
}

/** The item as it stands since these parents answer. What it says itself counts before its parent. */
export const sinceParents = (item: LaneItem, answering: ReadonlySet<string>): LaneItem =>
  item.parent && answering.has(item.parent.id) && !isWhole(item)
    ? { ...item, standing: 'covered' }
    : item;

/** An issue that was listed with `FACT_FIELDS` and the answer. `now` in milliseconds. */
export function laneItemOf(
  issue: JiraIssue,
  { goalIds, now }: { goalIds: ReadonlySet<string>; now: number },
): LaneItem {
  const facts = factsOf(issue);
  const own = valueOf(facts.answer);
  const locked = facts.answer.kind === 'unreadable' || facts.answer.kind === 'newer';
  const parent = issue.fields?.parent;
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.fields?.summary ?? '',
    seen: fingerprint(issue.properties?.[PROPERTY_KEYS.answer]),
    own,
    standing: locked ? 'locked' : standingOf(own, goalIds),
    parent: parent
      ? { id: parent.id, key: parent.key, summary: parent.fields?.summary ?? '' }
      : null,
    age: ageInDays(facts, now),
  };
}

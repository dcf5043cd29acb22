// What the panel says about an item: pure, from the loaded data and the moment.
import type { GoalView } from '../../../../src/contract/goals';
import type { ResultView, SaidView } from '../../../../src/contract/procedures';
import type { Answer, KeptAnswer } from '../../../../src/domain/answer';
import { dayOf, type Day } from '../../../../src/domain/days';
import { isOver } from '../../../../src/domain/goal';
import {
  answerOf,
  type AnswerMessage,
  type ItemAnswer,
  type ItemState,
} from '../../../../src/domain/inherit';
import { valueOf, type FlagValue, type Reason, type Result } from '../../../../src/domain/item';
import { ageInDays } from '../../../../src/domain/kill';
import { checkDayOf } from '../../../../src/domain/result';
import { sortingOf, type Sorting } from '../../../../src/domain/sort';
import type { ItemData } from './load';
import { isParentUnseen, startOf, type StartModel } from './view-start';

export interface FlagModel {
  flag: FlagValue;
  reason: Reason;
  since: Day;
  /** Whole days. */
  age: number;
  /** Half of what the team finishes takes at most this, in days; null while nobody knows. */
  half: number | null;
  /** The meeting on whose list it stands; null for none to come, and for a warned item. */
  meeting: Day | null;
  /** What it was flagged for is mended by now; the next scan sees it. */
  settled: boolean;
}

export type ResultModel =
  | { stage: 'none' }
  | { stage: 'early' | 'due'; delivered: Day; checkBy: Day }
  /** `delivered` is null where nothing can be said anew: reopened, sorted by hand, no sentence left. */
  | { stage: 'given'; said: SaidView; delivered: Day | null }
  /** The parent carries the sentence, and so the result. */
  | { stage: 'parent'; key: string; result: Result | null };

export type Exemption = { kind: 'subtask' | 'type' } | { kind: 'label'; label: string };

export interface ItemModel {
  state: ItemState;
  /** Null as well where the flag says it already. */
  message: AnswerMessage | null;
  /** What is to be said about starting; null where a message says it already. */
  start: StartModel | null;
  /** The answer that counts, or the half one. */
  answer: KeptAnswer | null;
  /** The goal of that answer, when it is one of this project. */
  goal: GoalView | undefined;
  /** The item's own answer, complete or not: what editing starts from. */
  own: KeptAnswer | null;
  /** How it was sorted by hand; null when it was not, or when an answer speaks for it. */
  sorted: Sorting | null;
  /** Goals that an answer may name now: active ones, and the one it names already. */
  choices: GoalView[];
  parent: { key: string; summary: string } | null;
  /** What can be copied from the parent into the form. */
  copyable: Answer | null;
  mayEdit: boolean;
  /** Somebody else, with more rights, could change it. */
  readOnly: boolean;
  mayGiveResult: boolean;
  exemption: Exemption | null;
  flag: FlagModel | null;
  result: ResultModel;
  /** All that is kept of the result; null when nothing was ever said. */
  kept: ResultView | null;
  /** Somebody changed the answer past Ladder since this moment, milliseconds. */
  outsideSince: number | null;
  /** An answer of the parent would speak for it, and this reader can't see the parent. */
  parentUnseen: boolean;
  today: Day;
  /** The moment it was loaded, milliseconds. */
  now: number;
}

function exemptionOf({ facts, open }: ItemData): Exemption {
  if (facts.level < 0) return { kind: 'subtask' };
  const label = facts.labels.find((name) => open.rules.exemptLabels.includes(name));
  const byType = open.rules.exemptTypeIds.includes(facts.typeId);
  return label !== undefined && !byType ? { kind: 'label', label } : { kind: 'type' };
}

/** Whether the reason has gone since the last scan, as far as the answer tells. */
function isSettled(reason: Reason, { state, message }: ItemAnswer): boolean {
  const answered = state === 'answered' || state === 'parent';
  return answered && (reason === 'aged' || (reason === 'goal' && message !== 'goal-over'));
}

function flagOf({ facts, open }: ItemData, found: ItemAnswer, now: number): FlagModel | null {
  const flag = valueOf(facts.flag);
  if (!flag?.flag || !flag.reason || !flag.since || facts.category === 'done') return null;
  const { pace, today } = open;
  const { next } = open.rules.forum;
  return {
    flag: flag.flag,
    reason: flag.reason,
    since: flag.since,
    age: ageInDays(facts, now),
    half: pace && pace.of > 0 ? pace.half : null,
    meeting: flag.flag === 'candidate' && next !== null && next >= today ? next : null,
    settled: isSettled(flag.reason, found),
  };
}

const says = (flag: FlagModel | null, reason: Reason): boolean =>
  flag?.reason === reason && !flag.settled;

/** A message that only repeats what stands above is left out; one with something to press is not. */
function startShown(data: ItemData, told: boolean, now: number): StartModel | null {
  const start = startOf(data, now);
  return told && (start?.kind === 'warn' || start?.kind === 'started') ? null : start;
}

/** The parent's sentence, when it can be copied; a goal that is over is left out. */
function copyableOf({ parent, open }: ItemData): Answer | null {
  const said = parent && valueOf(parent.answer);
  if (!said || said.state !== 'answered' || said.why === 'run') return null;
  const { why, goal, by, expect, measure, checkBy } = said;
  const active = open.goals.some(({ id, active }) => id === goal && active);
  return { why, ...(active ? { goal } : {}), by, expect, measure, checkBy };
}

/** The result of the bet that the item is part of. */
function resultOf(data: ItemData, { state, answer }: ItemAnswer): ResultModel {
  const { facts, open, parent } = data;
  const isDone = facts.category === 'done';
  const bets = answer !== null && answer.why !== 'run';
  if (state === 'parent' && parent) {
    const result = valueOf(parent.result);
    return bets && (isDone || result)
      ? { stage: 'parent', key: parent.key, result }
      : { stage: 'none' };
  }
  const asked = isDone && bets && state === 'answered';
  const delivered = dayOf(facts.categoryChanged, open.rules.timeZone);
  const said = open.result?.given;
  if (said) return { stage: 'given', said, delivered: asked ? delivered : null };
  if (!asked) return { stage: 'none' };
  const checkBy = answer.checkBy ?? open.today;
  return { stage: checkBy <= open.today ? 'due' : 'early', delivered, checkBy };
}

/** The answer with the check date that was agreed last, also where the item could not be told. */
function withCheckDay(found: ItemAnswer, { open }: ItemData): ItemAnswer {
  const { answer, state } = found;
  if (!answer || state !== 'answered' || answer.why === 'run') return found;
  const checkBy = checkDayOf(answer, open.result?.later ?? []);
  return checkBy === answer.checkBy ? found : { ...found, answer: { ...answer, checkBy } };
}

/** A whole sentence is an answer, whenever it was given. */
function sortedAs({ state, answer }: ItemAnswer): Sorting | null {
  const byHand = state === 'half' || (state === 'answered' && answer?.why === 'run');
  return byHand ? sortingOf(answer) : null;
}

/** Makes the panel's model. `now` in milliseconds; days are those of the project's zone. */
export function itemModel(data: ItemData, now: number): ItemModel {
  const { open, facts, parent } = data;
  const { goals, rules, today, may } = open;
  const plain = answerOf(facts, parent, { goals, rules }, (goal) => isOver(goal, today));
  const found = withCheckDay(plain, data);
  const { state, answer, message } = found;
  const flag = flagOf(data, found, now);
  const own = valueOf(facts.answer);
  return {
    state,
    message: message === 'goal-over' && says(flag, 'goal') ? null : message,
    start: startShown(data, message !== null || says(flag, 'aged'), now),
    answer,
    goal: goals.find(({ id }) => id === answer?.goal),
    own,
    sorted: sortedAs(found),
    choices: goals.filter(({ id, active }) => active || id === own?.goal),
    parent: parent && { key: parent.key, summary: parent.summary },
    copyable: copyableOf(data),
    mayEdit: may.edit && facts.level >= 0 && facts.answer.kind !== 'newer',
    readOnly: !may.edit && facts.level >= 0,
    mayGiveResult: may.giveResult,
    exemption: state === 'exempt' ? exemptionOf(data) : null,
    flag,
    result: resultOf(data, found),
    kept: open.result,
    outsideSince: open.outsideSince,
    parentUnseen: (state === 'none' || state === 'half') && isParentUnseen(data),
    today,
    now,
  };
}

// What the panel says about an item: pure, from the loaded data and the moment.
import type { GoalView } from '../../../../src/contract/goals';
import type { GivenResult } from '../../../../src/contract/procedures';
import type { KeptAnswer } from '../../../../src/domain/answer';
import { dayOf, type Day } from '../../../../src/domain/days';
import { isOver } from '../../../../src/domain/goal';
import { answerOf, type AnswerMessage, type ItemState } from '../../../../src/domain/inherit';
import { valueOf, type FlagValue, type Reason } from '../../../../src/domain/item';
import { ageInDays } from '../../../../src/domain/kill';
import type { ItemData } from './load';

export interface FlagModel {
  flag: FlagValue;
  reason: Reason;
  since: Day;
  /** Whole days. */
  age: number;
  /** What was missed is there by now; the next scan sees it. */
  settled: boolean;
}

export type ResultModel =
  | { stage: 'none' }
  | { stage: 'early' | 'due'; delivered: Day; checkBy: Day }
  | { stage: 'given'; result: GivenResult }
  | { stage: 'parent'; key: string };

export type Exemption = { kind: 'subtask' | 'type' } | { kind: 'label'; label: string };

export interface ItemModel {
  state: ItemState;
  message: AnswerMessage | null;
  /** The answer that counts, or the half one. */
  answer: KeptAnswer | null;
  /** The goal of that answer, when it is one of this project. */
  goal: GoalView | undefined;
  /** The item's own answer, complete or not: what editing starts from. */
  own: KeptAnswer | null;
  /** Goals that an answer may name now: active ones, and the one it names already. */
  choices: GoalView[];
  parent: { key: string; summary: string } | null;
  mayEdit: boolean;
  /** Somebody else, with more rights, could change it. */
  readOnly: boolean;
  mayGiveResult: boolean;
  exemption: Exemption | null;
  flag: FlagModel | null;
  result: ResultModel;
  today: Day;
}

function exemptionOf({ facts, open }: ItemData): Exemption {
  if (facts.level < 0) return { kind: 'subtask' };
  const label = facts.labels.find((name) => open.rules.exemptLabels.includes(name));
  const byType = open.rules.exemptTypeIds.includes(facts.typeId);
  return label !== undefined && !byType ? { kind: 'label', label } : { kind: 'type' };
}

function flagOf({ facts }: ItemData, state: ItemState, now: number): FlagModel | null {
  const flag = valueOf(facts.flag);
  if (!flag?.flag || !flag.reason || !flag.since || facts.category === 'done') return null;
  const settled = flag.reason === 'aged' && (state === 'answered' || state === 'parent');
  return {
    flag: flag.flag,
    reason: flag.reason,
    since: flag.since,
    age: ageInDays(facts, now),
    settled,
  };
}

function resultOf(data: ItemData, state: ItemState, answer: KeptAnswer | null): ResultModel {
  const { facts, open, parent } = data;
  if (open.result) return { stage: 'given', result: open.result };
  if (facts.category !== 'done' || !answer || answer.why === 'run') return { stage: 'none' };
  if (state === 'parent' && parent) return { stage: 'parent', key: parent.key };
  if (state !== 'answered') return { stage: 'none' };
  const delivered = dayOf(facts.categoryChanged, open.rules.timeZone);
  const checkBy = answer.checkBy ?? open.today;
  return { stage: checkBy <= open.today ? 'due' : 'early', delivered, checkBy };
}

/** Makes the panel's model. `now` in milliseconds; days are those of the project's zone. */
export function itemModel(data: ItemData, now: number): ItemModel {
  const { open, facts, parent } = data;
  const { goals, rules, today, may } = open;
  const { state, answer, message } = answerOf(facts, parent, { goals, rules }, (goal) =>
    isOver(goal, today),
  );
  const own = valueOf(facts.answer);
  return {
    state,
    message,
    answer,
    goal: goals.find(({ id }) => id === answer?.goal),
    own,
    choices: goals.filter(({ id, active }) => active || id === own?.goal),
    parent: parent && { key: parent.key, summary: parent.summary },
    mayEdit: may.edit && facts.level >= 0 && facts.answer.kind !== 'newer',
    readOnly: !may.edit && facts.level >= 0,
    mayGiveResult: may.giveResult,
    exemption: state === 'exempt' ? exemptionOf(data) : null,
    flag: flagOf(data, state, now),
    result: resultOf(data, state, answer),
    today,
  };
}

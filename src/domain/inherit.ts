// Which answer speaks for an item: its own complete one, then its direct parent's complete one,
// then its own half one. A goal of another project does not count.
import type { KeptAnswer } from './answer';
import type { Goal } from './goal';
import { valueOf, type ItemFacts, type ParentFacts, type Read, type Result } from './item';
import type { Rules } from './rules';

/** Whether the item is asked at all: a standard item whose type and labels are not exempt. */
export const isAsked = (
  item: Pick<ItemFacts, 'level' | 'typeId' | 'labels'>,
  rules: Pick<Rules, 'exemptTypeIds' | 'exemptLabels'>,
): boolean =>
  item.level === 0 &&
  !rules.exemptTypeIds.includes(item.typeId) &&
  !item.labels.some((label) => rules.exemptLabels.includes(label));

/** The answer when it is complete and its goal is one of this project's; else null. */
export function completeAnswer(read: Read<KeptAnswer>, goals: readonly Goal[]): KeptAnswer | null {
  const answer = valueOf(read);
  if (answer?.state !== 'answered') return null;
  if (answer.why === 'run') return answer;
  return goals.some(({ id }) => id === answer.goal) ? answer : null;
}

/** The bet an item is part of: the answer that counts, whose it is, and the result of that bet. */
export interface Bet {
  source: 'own' | 'parent' | 'none';
  answer: KeptAnswer | null;
  result: Result | null;
}

/** Finds the bet of an item. Without a complete answer the item's own result, if any, stands for itself. */
export function betOf(
  item: Pick<ItemFacts, 'answer' | 'result'>,
  parent: ParentFacts | null,
  goals: readonly Goal[],
): Bet {
  const own = completeAnswer(item.answer, goals);
  if (own) return { source: 'own', answer: own, result: valueOf(item.result) };
  const inherited = parent && completeAnswer(parent.answer, goals);
  if (inherited) return { source: 'parent', answer: inherited, result: valueOf(parent.result) };
  return { source: 'none', answer: null, result: valueOf(item.result) };
}

/** What the item's answer is called on screen. */
export type ItemState = 'none' | 'half' | 'answered' | 'parent' | 'exempt';
/** Something the reader should know about the answer, whatever its state. */
export type AnswerMessage = 'goal-over' | 'unreadable' | 'newer' | 'other-project';

export interface ItemAnswer {
  state: ItemState;
  /** The answer that counts, or the half one. */
  answer: KeptAnswer | null;
  message: AnswerMessage | null;
}

/** State of an item's answer, with the message that goes with it. `isOver` tells whether a goal is over. */
export function answerOf(
  item: ItemFacts,
  parent: ParentFacts | null,
  settings: { goals: readonly Goal[]; rules: Rules },
  isOver: (goal: Goal) => boolean,
): ItemAnswer {
  const { goals } = settings;
  const bet = betOf(item, parent, goals);
  const own = valueOf(item.answer);
  const goal = goals.find(({ id }) => id === (bet.answer ?? own)?.goal);
  const foreign =
    own !== null && own.goal !== undefined && !goals.some(({ id }) => id === own.goal);
  const unread = item.answer.kind === 'newer' || item.answer.kind === 'unreadable';
  let message: AnswerMessage | null = null;
  if (unread) message = item.answer.kind === 'newer' ? 'newer' : 'unreadable';
  else if (foreign) message = 'other-project';
  else if (goal && isOver(goal)) message = 'goal-over';
  if (bet.source !== 'none')
    return { state: bet.source === 'own' ? 'answered' : 'parent', answer: bet.answer, message };
  if (own) return { state: 'half', answer: own, message };
  const asked = isAsked(item, settings.rules) || item.level > 0;
  return { state: asked ? 'none' : 'exempt', answer: null, message };
}

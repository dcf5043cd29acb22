// Bets with output in a window: the items that carry a sentence, each counted once however many of
// its children were finished.
import { lookAt, wasFinished, type Frame, type Look, type Window } from './band';
import { ownSentence } from './bet-clause';
import { clauseOf, type Counted } from './bet-sum';
import { and, dayBefore, everything, has, is, not, nothing, type Clause } from './clause';
import type { KeptAnswer } from './answer';
import { addDays, type Day } from './days';
import { completeAnswer } from './inherit';
import { valueOf, type ItemFacts, type ParentFacts, type ResultValue } from './item';
import { isInBet } from './output';
import { ofOutput } from './number';
import { isDue } from './result';

/**
 * Where a bet stands: its result, or none yet. *Due* is one without a result that is Done itself and
 * whose check date has come, as on the tab Results; *waiting* any other without.
 */
export const BET_STATES = ['moved', 'flat', 'unclear', 'waiting', 'due'] as const;
export type BetState = (typeof BET_STATES)[number];

/** Where a bet stands on a day of the project; `isDone` says whether its own item is finished. */
export function betStateOf(
  { answer, isDone }: { answer: Pick<KeptAnswer, 'checkBy'>; isDone: boolean },
  result: ResultValue | null,
  today: Day,
): BetState {
  if (result) return result;
  return isDone && isDue(answer.checkBy, today) ? 'due' : 'waiting';
}

/** Bets by the id of the item that carries the sentence: a finished one itself, or its parent. */
export type BetsById = Map<string, { state: BetState; items: number; isParent: boolean }>;

/** Adds a delivered item to its bet, where it was part of one; `bets` is changed. */
export function addToBets(bets: BetsById, look: Look, today: Day): void {
  const { item, bet, isBetDone: isDone } = look;
  const { answer } = bet;
  if (!look.delivered || !isInBet(look) || !answer) return;
  const parentId = bet.source === 'own' ? null : item.parentId;
  const id = parentId ?? item.id;
  const known = bets.get(id);
  if (known) known.items += 1;
  else {
    const state = betStateOf({ answer, isDone }, bet.result?.result ?? null, today);
    bets.set(id, { state, items: 1, isParent: parentId !== null });
  }
}

export type Bets = Record<BetState, number> & {
  /** All of them: the sum of the states. */
  bets: number;
  /** Output that was in them. */
  items: number;
  /** Output that was in those that moved something. */
  itemsMoved: number;
};

/** Counts the bets by where they stand, and the output that was in them. */
export function betSums(byId: BetsById): Bets {
  const sums: Bets = {
    ...(Object.fromEntries(BET_STATES.map((state) => [state, 0])) as Record<BetState, number>),
    bets: byId.size,
    items: 0,
    itemsMoved: 0,
  };
  for (const { state, items } of byId.values()) {
    sums[state] += 1;
    sums.items += items;
    if (state === 'moved') sums.itemsMoved += items;
  }
  return sums;
}

/** The bets of a window, from its items as far as they pass the filter. */
export function betsOf(
  items: readonly ItemFacts[],
  frame: Frame,
  window: Window,
  today: Day,
): Bets {
  const byId: BetsById = new Map();
  for (const item of items)
    if (wasFinished(item, window)) addToBets(byId, lookAt(item, frame), today);
  return betSums(byId);
}

/** Only of finished items: they are Done. */
const ownState = (state: BetState, today: Day): Clause => {
  const come = dayBefore('checkBy', addDays(today, 1));
  if (state === 'due') return and(not(has('result')), come);
  if (state === 'waiting') return and(not(has('result')), not(come));
  return is('result', state);
};

/** The bets that finished items carry themselves, by state. */
export const ownBetNumbers = (
  frame: Frame,
  window: Window,
  filter: Counted,
  today: Day,
): Record<BetState, Counted> =>
  Object.fromEntries(
    BET_STATES.map((state) => [
      state,
      ofOutput(frame, window, filter, {
        own: and(ownSentence(frame), ownState(state, today)),
        parent: () => nothing,
        none: nothing,
      }),
    ]),
  ) as Record<BetState, Counted>;

/** The parents whose sentence is a bet, by its state. */
export function parentBets(frame: Frame, today: Day): Record<BetState, ParentFacts[]> {
  const bets = Object.fromEntries(BET_STATES.map((state) => [state, []])) as unknown as Record<
    BetState,
    ParentFacts[]
  >;
  for (const parent of frame.parents) {
    const answer = completeAnswer(parent.answer, frame.goals);
    if (!answer || answer.why === 'run') continue;
    const bet = { answer, isDone: parent.isDone === true };
    bets[betStateOf(bet, valueOf(parent.result)?.result ?? null, today)].push(parent);
  }
  return bets;
}

/** Output of a window that this parent's sentence speaks for. */
export function parentBetClause(
  frame: Frame,
  window: Window,
  filter: Counted,
  parent: ParentFacts,
): Clause {
  const alone = { ...frame, parents: [parent] };
  const children = { own: nothing, parent: () => everything, none: nothing };
  return clauseOf(alone, ofOutput(alone, window, filter, children));
}

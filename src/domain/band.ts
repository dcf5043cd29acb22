// The bands of output: what became of the things that were finished, as functions of an item. The
// same rules as search conditions stand in band-clause.ts; a test holds the two equal.
import { dayOf } from './days';
import { wasActiveOn, type Goal } from './goal';
import { betOf, isAsked, type Bet } from './inherit';
import { valueOf, type ItemFacts, type ParentFacts } from './item';
import type { Rules } from './rules';

export const BANDS = ['moved', 'tested', 'run', 'waiting', 'unsorted'] as const;
export type Band = (typeof BANDS)[number];

/** What the numbers of a project rest on. */
export interface Frame {
  goals: readonly Goal[];
  rules: Rules;
  /** Ids of the project's standard types. */
  standardTypeIds: readonly string[];
  undelivered: { resolutionIds: readonly string[]; statusIds: readonly string[] };
  /** The parents whose answer may speak for their children. */
  parents: readonly ParentFacts[];
}

/** Instants: from (in) to (out), milliseconds. */
export interface Window {
  from: number;
  to: number;
}

const byId = new WeakMap<readonly ParentFacts[], ReadonlyMap<string, ParentFacts>>();

function indexOf(parents: readonly ParentFacts[]): ReadonlyMap<string, ParentFacts> {
  const known = byId.get(parents);
  if (known) return known;
  const index = new Map(parents.map((parent) => [parent.id, parent]));
  byId.set(parents, index);
  return index;
}

/** The parent that may speak for the item. Made for thousands of items in a row. */
export const parentOf = (item: ItemFacts, frame: Frame): ParentFacts | null =>
  (item.parentId === null ? undefined : indexOf(frame.parents).get(item.parentId)) ?? null;

/** Standard and finished inside the window. */
export const wasFinished = (item: ItemFacts, window: Window): boolean =>
  item.level === 0 &&
  item.category === 'done' &&
  item.categoryChanged >= window.from &&
  item.categoryChanged < window.to;

/** Closed without being delivered: by a kill, or with a resolution or status on the project's list. */
export const isUndelivered = (item: ItemFacts, frame: Frame): boolean =>
  valueOf(item.decision)?.decision === 'killed' ||
  (item.resolutionId !== null && frame.undelivered.resolutionIds.includes(item.resolutionId)) ||
  frame.undelivered.statusIds.includes(item.statusId);

const goalOf = (bet: Bet, frame: Frame): Goal | undefined =>
  bet.answer?.why === 'run' ? undefined : frame.goals.find(({ id }) => id === bet.answer?.goal);

/** What the numbers need to know of a finished item. */
export interface Look {
  item: ItemFacts;
  /** False where it was closed without being delivered. */
  delivered: boolean;
  bet: Bet;
  /** Whether the item that carries the bet is Done itself; false where there is no bet. */
  isBetDone: boolean;
  /** The goal it was aimed at: that of its bet, where it was active on the day the item was finished. */
  aimedAt: Goal | null;
  band: Band;
}

function bandBy(item: ItemFacts, bet: Bet, aimed: boolean, frame: Frame): Band {
  if (bet.result) return bet.result.result === 'moved' ? 'moved' : 'tested';
  if (bet.answer?.why === 'run') return 'run';
  if (bet.source === 'none' && !isAsked(item, frame.rules)) return 'run';
  return aimed ? 'waiting' : 'unsorted';
}

/** Looks at a finished item once, for all numbers. */
export function lookAt(item: ItemFacts, frame: Frame): Look {
  const parent = parentOf(item, frame);
  const bet = betOf(item, parent, frame.goals);
  const goal = goalOf(bet, frame);
  const finishedOn = (): string => dayOf(item.categoryChanged, frame.rules.timeZone);
  const aimedAt = goal !== undefined && wasActiveOn(goal, finishedOn()) ? goal : null;
  return {
    item,
    delivered: !isUndelivered(item, frame),
    bet,
    isBetDone:
      (bet.source === 'own' && item.category === 'done') ||
      (bet.source === 'parent' && parent?.isDone === true),
    aimedAt,
    band: bandBy(item, bet, aimedAt !== null, frame),
  };
}

/** Whether the item's goal was active on the day it was finished. Only for finished items. */
export const isAimed = (item: ItemFacts, frame: Frame): boolean =>
  lookAt(item, frame).aimedAt !== null;

/** The band of a delivered item: the first one that fits. */
export const bandOf = (item: ItemFacts, frame: Frame): Band => lookAt(item, frame).band;

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

export const parentOf = (item: ItemFacts, frame: Frame): ParentFacts | null =>
  frame.parents.find(({ id }) => id === item.parentId) ?? null;

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

/** Whether the item's goal was active on the day it was finished. Only for finished items. */
export function isAimed(item: ItemFacts, frame: Frame): boolean {
  const goal = goalOf(betOf(item, parentOf(item, frame), frame.goals), frame);
  return goal !== undefined && wasActiveOn(goal, dayOf(item.categoryChanged, frame.rules.timeZone));
}

/** The band of a delivered item: the first one that fits. */
export function bandOf(item: ItemFacts, frame: Frame): Band {
  const bet = betOf(item, parentOf(item, frame), frame.goals);
  if (bet.result) return bet.result.result === 'moved' ? 'moved' : 'tested';
  if (bet.answer?.why === 'run') return 'run';
  if (bet.source === 'none' && !isAsked(item, frame.rules)) return 'run';
  return isAimed(item, frame) ? 'waiting' : 'unsorted';
}

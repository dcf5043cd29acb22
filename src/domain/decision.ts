// What people decided about the items on the kill list, and what became of it.
import { addDays, dayOf, daysBetween, type Day } from './days';
import type { DecisionValue, Reason } from './item';
import { MESSAGES } from './messages';

export const DECISION_KINDS = ['kill', 'park', 'keep', 'fix'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** How an item was mended instead of ended. */
export const FIXES = ['answer', 'reword', 'split'] as const;
export type Fix = (typeof FIXES)[number];

/** What efforts are given in: story points, or hours of Jira's original estimate. */
export const EFFORT_UNITS = ['points', 'hours'] as const;
export type EffortUnit = (typeof EFFORT_UNITS)[number];

/** One decision as it was made. */
export interface Decided {
  kind: DecisionKind;
  /** Until when it is parked or kept. */
  until?: Day | undefined;
  reason: string;
  /** Account of who decided. */
  by: string;
  /** Instant in milliseconds. */
  at: number;
  /** Name of the forum it was decided in; empty when it has none. */
  forum: string;
  /** The flag it was decided on; null for an item without one. */
  flag: { reason: Reason; since: Day } | null;
  /** The item's effort then, as the decider's page stated it, within bounds; absent where it had none. */
  effort?: number | undefined;
  /** Of the effort; absent in older records. */
  unit?: EffortUnit | undefined;
  /** The status it was in, for the way back. */
  wasIn: string;
  fix?: Fix | undefined;
  /** Keys of the items it was split into, as the decider's page stated them. */
  into?: string[] | undefined;
  /** Id of the intent that a kill was. */
  attempt?: string | undefined;
  /** Parked with all other old items, as the page offers it, and in no meeting. */
  offered?: true | undefined;
}

/** How a decision ended: its date came, the item was reopened in Jira, or somebody took it back. */
export interface Ended {
  how: 'woken' | 'reopened' | 'undone' | 'replaced';
  /** Account; empty for the app. */
  by: string;
  at: number;
}

/** A decision that no longer stands; `ended` is null for a fix, which is done when it is made. */
export interface PastDecision {
  decided: Decided;
  ended: Ended | null;
}

/** What is kept of an item, as far as the numbers need it. */
export interface DecisionHistory {
  now: Decided | null;
  past: readonly PastDecision[];
}

/** What the page showed of an item when somebody decided; anything else by now is a conflict. */
export interface SeenOnList {
  statusId: string;
  flag: { reason: Reason; since: Day } | null;
  /** Fingerprint of its answer; null without one. */
  answer: string | null;
  /** Revision of what is kept of its decisions; 0 for nothing. */
  rev: number;
}

/** What somebody wants to decide. */
export interface DecisionInput {
  kind: DecisionKind;
  until?: Day | undefined;
  reason: string;
  effort?: number | undefined;
  unit?: EffortUnit | undefined;
  fix?: Fix | undefined;
  into?: string[] | undefined;
  /** Of a park: it is one of many that the page offers together. */
  offered?: true | undefined;
}

export const ENTRY_STATES = ['open', 'applied', 'changed', 'refused', 'failed'] as const;

/** One line of a draft: a decision that is not applied yet, or how applying it went. */
export interface DraftEntry {
  itemId: string;
  itemKey: string;
  seen: SeenOnList;
  decision: DecisionInput;
  state: (typeof ENTRY_STATES)[number];
  /** What was said when it did not go through. */
  note?: string | undefined;
}

/** What of an item has changed since somebody saw it on the list. */
export const CHANGES = ['status', 'closed', 'flag', 'answer', 'decision', 'project'] as const;
export type Change = (typeof CHANGES)[number];

/** What the item's property says of a decision; null where nothing stands. */
export const PROPERTY_OF: Record<DecisionKind, DecisionValue | null> = {
  kill: 'killed',
  park: 'parked',
  keep: 'kept',
  fix: null,
};

/** All decisions of an item, oldest first, those that were taken back among them. */
export const allOf = ({ now, past }: DecisionHistory): PastDecision[] => [
  ...past,
  ...(now ? [{ decided: now, ended: null }] : []),
];

/** Taken back by somebody, whatever was decided, or undone because the item was reopened in Jira. */
export const isReversal = ({ ended }: PastDecision): boolean =>
  ended?.how === 'undone' || ended?.how === 'reopened';

export interface DecisionNumbers {
  /** All decisions of meetings, without those taken back. */
  decided: number;
  killed: number;
  parked: number;
  kept: number;
  fixed: number;
  reversed: number;
  /** Effort of what was killed or parked and is so still, in the project's unit. */
  releasedEffort: number;
  /** How many of the killed and parked items had an effort. */
  withEffort: number;
  /** Median of the project's days from the flag to the decision; null without one. */
  medianDays: number | null;
  /** Items that were parked by the offer; in none of the other numbers. */
  offered: number;
}

const median = (numbers: readonly number[]): number | null => {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
};

const isTakenBack = ({ ended }: PastDecision): boolean => ended?.how === 'undone';

/**
 * Numbers over the decisions that were made at `from` or later and before `to` (instants). Kill rate
 * is `killed` of `decided`; what the offer parked nobody has met about. `zone` is the project's: a flag
 * stands since one of its days.
 */
export function decisionNumbers(
  histories: readonly DecisionHistory[],
  { from, to, zone }: { from: number; to: number; zone: string },
): DecisionNumbers {
  const all = histories
    .flatMap(allOf)
    .filter(({ decided }) => decided.at >= from && decided.at < to);
  const made = all.filter(({ decided }) => !decided.offered);
  const stood = made.filter((one) => !isTakenBack(one));
  const count = (kind: DecisionKind) => stood.filter(({ decided }) => decided.kind === kind).length;
  const released = histories
    .flatMap(({ now }) => (now && now.at >= from && now.at < to ? [now] : []))
    .filter(({ kind, offered }) => kind === 'kill' || (kind === 'park' && !offered));
  const efforts = released.flatMap(({ effort }) => (effort === undefined ? [] : [effort]));
  return {
    decided: stood.length,
    killed: count('kill'),
    parked: count('park'),
    kept: count('keep'),
    fixed: count('fix'),
    reversed: made.filter(isReversal).length,
    releasedEffort: efforts.reduce((sum, effort) => sum + effort, 0),
    withEffort: efforts.length,
    medianDays: median(
      stood.flatMap(({ decided: { flag, at } }) =>
        flag ? [Math.max(0, daysBetween(flag.since, dayOf(at, zone)))] : [],
      ),
    ),
    offered: all.length - made.length,
  };
}

/** An item as it is now, as far as a decision about it is concerned. */
export interface ItemNow {
  statusId: string;
  isDone: boolean;
  flag: { reason: Reason; since: Day } | null;
  answer: string | null;
  rev: number;
}

const sameFlag = (a: SeenOnList['flag'], b: SeenOnList['flag']): boolean =>
  a?.reason === b?.reason && a?.since === b?.since;

/** What of the item is not as somebody saw it; empty when they may decide on what they saw. */
export function changesSince(seen: SeenOnList, now: ItemNow): Change[] {
  const changes: Change[] = [];
  if (now.isDone) changes.push('closed');
  else if (seen.statusId !== now.statusId) changes.push('status');
  if (!sameFlag(seen.flag, now.flag)) changes.push('flag');
  if (seen.answer !== now.answer) changes.push('answer');
  if (seen.rev !== now.rev) changes.push('decision');
  return changes;
}

/** Farthest day until which an item can be parked or kept, in days from today. */
const FARTHEST_DAYS = 5 * 365;

/** What a decision lacks, by field; empty when it can be applied. `today` is the project's day. */
export function decisionProblems(
  { kind, until, reason, fix }: DecisionInput,
  today: Day,
): Partial<Record<keyof DecisionInput, string>> {
  const problems: Partial<Record<keyof DecisionInput, string>> = {};
  if (reason.trim() === '') problems.reason = MESSAGES.decision.reason;
  if (kind === 'park' || kind === 'keep') {
    if (until === undefined) problems.until = MESSAGES.decision.until;
    else if (until <= today) problems.until = MESSAGES.decision.untilPast;
    else if (until > addDays(today, FARTHEST_DAYS)) problems.until = MESSAGES.decision.untilFar;
  }
  if (kind === 'fix' && fix === undefined) problems.fix = MESSAGES.decision.fix;
  return problems;
}

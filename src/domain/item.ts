// The facts about an item on which every rule and number rests, whoever gathered them.
import type { KeptAnswer } from './answer';
import type { Day } from './days';

export type Category = 'new' | 'indeterminate' | 'done';
export type ResultValue = 'moved' | 'flat' | 'unclear';
export type Evidence = 'measured' | 'judged';
export type FlagValue = 'warned' | 'candidate';
/** Why an item is flagged. */
export const FLAG_REASONS = ['aged', 'goal', 'check', 'stop', 'idle'] as const;
export type Reason = (typeof FLAG_REASONS)[number];
export type DecisionValue = 'killed' | 'parked' | 'kept';

/** What reading an untrusted property gave. `newer` was written by a later version: read-only. */
export type Read<T> =
  | { kind: 'none' }
  | { kind: 'value'; value: T }
  | { kind: 'newer' }
  | { kind: 'unreadable' };

export interface Flag {
  /** Absent when the item was looked at and need not be looked at again before `notBefore`. */
  flag?: FlagValue | undefined;
  reason?: Reason | undefined;
  /** The day it got this flag. */
  since?: Day | undefined;
  notBefore?: Day | undefined;
}

export interface Result {
  result: ResultValue;
  evidence: Evidence;
  at: Day;
}

export interface Decision {
  decision: DecisionValue;
  until?: Day | undefined;
}

/** A "start anyway": the gate lets the item pass until then. */
export interface Pass {
  until: Day;
  /** The end as an instant (milliseconds). */
  untilAt: number;
}

/** A parent as far as its children are concerned. */
export interface ParentFacts {
  id: string;
  key: string;
  answer: Read<KeptAnswer>;
  result: Read<Result>;
  /** Whether it is Done itself; where nobody asked for its status, it is taken as not. */
  isDone?: boolean | undefined;
}

/** Instants in milliseconds (UTC), everything else by id. */
export interface ItemFacts {
  id: string;
  key: string;
  typeId: string;
  /** -1 sub-task, 0 standard, 1 and more above. */
  level: number;
  labels: readonly string[];
  componentIds: readonly string[];
  statusId: string;
  category: Category;
  resolutionId: string | null;
  created: number;
  updated: number;
  categoryChanged: number;
  parentId: string | null;
  answer: Read<KeptAnswer>;
  result: Read<Result>;
  flag: Read<Flag>;
  decision: Read<Decision>;
  pass: Read<Pass>;
  /** Ids of the saved conditions that it meets, as Jira said; absent where Jira was not asked. */
  savedIds?: readonly string[];
}

/** The value that was read, or null for anything else. */
export const valueOf = <T>(read: Read<T>): T | null => (read.kind === 'value' ? read.value : null);

/** Why an item is flagged and since when, where it is; null as well where the flag says only half. */
export function flagShown(read: Read<Flag>): { reason: Reason; since: Day } | null {
  const flag = valueOf(read);
  return flag?.flag !== undefined && flag.reason && flag.since
    ? { reason: flag.reason, since: flag.since }
    : null;
}

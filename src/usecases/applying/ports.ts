// What applying decisions needs of the world. In the browser these are calls as the decider.
import type { DecisionView } from '../../contract/decision-procedures';
import type { DecisionInput, SeenOnList } from '../../domain/decision';
import type { Exit } from '../../domain/exits';
import type { Rules } from '../../domain/rules';

/** An item as it is now. */
export interface ItemLook {
  projectId: string;
  statusId: string;
  isDone: boolean;
  resolutionId: string | null;
  flag: SeenOnList['flag'];
  /** Fingerprint of its answer; null without one. */
  answer: string | null;
}

/**
 * Every call rejects with an AppError: `rate_limited` (with `{retryAfter}` seconds in `details` where
 * it is said), `jira_unavailable` and `internal` when nobody knows whether it was made, any other
 * code when it was refused.
 */
export interface ApplyPorts {
  /** Account of who decides. */
  me: string;
  /** Null for an item that is gone, or hidden from this person. */
  look: (itemId: string) => Promise<ItemLook | null>;
  exits: (itemId: string) => Promise<Exit[]>;
  /** Makes a transition; a comment may only be given where it has a screen. */
  move: (
    itemId: string,
    exitId: string,
    more: { resolutionId?: string; comment?: string },
  ) => Promise<void>;
  /** Whether this account brought the item into its status, at `since` (milliseconds) or later. */
  movedBy: (itemId: string, account: string, since: number) => Promise<boolean>;
  /** Adds this comment, unless this person has already, at `since` or later. */
  comment: (itemId: string, text: string, since: number) => Promise<void>;
  /** `attempt` becomes the id of a kill's intent. */
  begin: (
    itemId: string,
    decision: DecisionInput,
    seen: SeenOnList,
    attempt: string,
  ) => Promise<DecisionView>;
  finish: (itemId: string, intent: string) => Promise<DecisionView>;
  drop: (itemId: string, intent: string) => Promise<DecisionView>;
  undo: (itemId: string, rev: number) => Promise<DecisionView>;
  /** Waits this many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** Milliseconds. */
  now: () => number;
  newId: () => string;
}

export interface ApplyOptions {
  projectId: string;
  kill: Rules['kill'];
  /** What closes an item without delivering it: preferred where the rules name no way. */
  undelivered: { statusIds: readonly string[]; resolutionIds: readonly string[] };
  /** The comment on an item that is killed for this reason. */
  comment: (reason: string) => string;
}

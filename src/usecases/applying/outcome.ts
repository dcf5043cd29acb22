// How applying, or taking back, one decision ended.
import type { DecisionView } from '../../contract/decision-procedures';
import type { Change } from '../../domain/decision';
import type { ErrorCode } from '../../domain/errors';
import type { ExitProblem } from '../../domain/exits';

/** What of the item is not as it was seen; `gone` also for one that is hidden. */
export type ChangedPart = Change | 'gone';

/** Why Jira, or Ladder, did not take it; trying again changes nothing. */
export type RefusedWhy = ExitProblem | { kind: 'words'; words: string };

export type ApplyOutcome =
  | {
      kind: 'applied';
      view: DecisionView | null;
      /**
       * Closed in Jira, and Ladder could not record it: the night does, or, where its intent is gone,
       * nobody does.
       */
      unrecorded: false | 'night' | 'never';
      /** The comment could not be added. */
      uncommented: boolean;
    }
  | { kind: 'changed'; changed: ChangedPart[]; rev?: number | undefined }
  | { kind: 'refused'; why: RefusedWhy; rev?: number | undefined }
  /** Trying again can help. */
  | {
      kind: 'failed';
      /** `reopened`: the item of a kill is open again, and the kill still stands. */
      code: ErrorCode | 'elsewhere' | 'reopened';
      words: string;
      rev?: number | undefined;
    }
  /** Not tried, or given up before anything was done, because it was stopped. */
  | { kind: 'left'; rev?: number | undefined };

/** How it ended where the decision was not applied. */
export type NotApplied = Exclude<ApplyOutcome, { kind: 'applied' }>;

export type BackOutcome =
  | {
      kind: 'undone';
      view: DecisionView | null;
      /** Reopened by this, and Jira kept the resolution. */
      keepsResolution: boolean;
    }
  | NotApplied;

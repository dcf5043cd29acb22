// What is kept of the results of bets.
import type { Day } from '../domain/days';
import type { Result } from '../domain/item';
import type { CitedReading } from '../domain/result';
import type { Act } from './storage';

/** What was said of a bet at one time, and by whom. */
export interface Said extends Result {
  note?: string | undefined;
  by: string;
  /** The reading that it cites, as it was then. */
  reading?: CitedReading | undefined;
}

/** "Too early": a new check date instead of a result. */
export interface Postponement {
  /** The check date before it, and the new one. */
  from: Day | null;
  to: Day;
  at: Day;
  by: string;
  /** Whether it was out already when somebody looked. */
  delivered: boolean;
  note?: string | undefined;
  /** False while the item's answer does not carry the new date. */
  written: boolean;
}

/** All that storage knows of the result of one bet. */
export interface KeptResult {
  /** Revision of what was said: pages name it, and showing it in Jira does not change it. */
  rev: number;
  /** How often the record was stored, also without anything being said; what a write goes over. */
  writes: number;
  /** What stands; null when nothing was said yet, or when it was taken back. */
  given: Said | null;
  /** False while the item's property does not show `given`. */
  written: boolean;
  /** What stood before, oldest first. */
  earlier: Said[];
  /** Oldest first. */
  later: Postponement[];
  /** When it was last said, put off or taken back, milliseconds; absent in older records. */
  saidAt?: number | undefined;
  /** What stood when the item was first sorted; it stands again when that is taken back. */
  unsorted?: Said | null | undefined;
  /** The nightly round did not find the item in this project; taken away when it does again. */
  gone?: true | undefined;
}

export interface StoredResult {
  itemId: string;
  projectId: string;
  kept: KeptResult;
}

export interface Results {
  read(itemId: string): Promise<KeptResult | null>;
  /** Stores over that many `writes` (0: none) with the act. @throws AppError conflict */
  save(
    itemId: string,
    projectId: string,
    result: KeptResult,
    over: number,
    act: Act | null,
  ): Promise<void>;
  /** All of a project, or only those that Jira does not hold as they are. Queries may lag behind writes. */
  ofProject(projectId: string, which: 'all' | 'unwritten'): Promise<StoredResult[]>;
}

// What is kept of the decisions about items.
import type { Day } from '../domain/days';
import type { Decided, PastDecision } from '../domain/decision';
import type { Act } from './storage';
import type { Page } from './page';

/** All that storage knows of the decisions about one item. */
export interface KeptDecision {
  rev: number;
  /** What stands: killed, parked or kept. */
  now: Decided | null;
  /** A kill whose transition is made by the decider's browser; it is no decision before that. */
  intent: { id: string; decided: Decided } | null;
  /** False while the item's property does not show `now`. */
  written: boolean;
  /** Oldest first. */
  past: PastDecision[];
  /** The nightly round did not find the item in this project; taken away when it does again. */
  gone?: true | undefined;
}

export interface StoredDecision {
  itemId: string;
  projectId: string;
  kept: KeptDecision;
}

export interface Decisions {
  read(itemId: string): Promise<KeptDecision | null>;
  /** Stores over revision `over` (0: none) with the act. @throws AppError conflict */
  save(
    itemId: string,
    projectId: string,
    kept: KeptDecision,
    over: number,
    act: Act | null,
  ): Promise<void>;
  /** Of a project, the latest first. Queries may lag behind writes. */
  page(projectId: string, after: string | null, limit: number): Promise<Page<StoredDecision>>;
  /** All of a project. */
  ofProject(projectId: string): Promise<StoredDecision[]>;
  /** Parked or kept until this day or an earlier one. */
  due(projectId: string, today: Day): Promise<StoredDecision[]>;
  /** Those that their items do not show, or whose transition is not settled. */
  unsettled(projectId: string): Promise<StoredDecision[]>;
}

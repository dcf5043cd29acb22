// What is said between those who order runs of the simulation and the threads that make them.
import type { Exchange } from '../../../local/conformance';
import type { Outcome, Plan } from '../every-call/reference';

/** Seeds that are run in one go by one thread. */
export interface Lot {
  from: number;
  /** The first that is not run. */
  to: number;
  /** Name of a planted bug: the first seed that meets it ends the lot. */
  planted?: string;
  /** Whether the calls to Jira are told, with its own answers: they are many. */
  tells?: boolean;
}

export interface Failure {
  seed: number;
  violations: string[];
}

/** What a thread says when a lot is done. */
export interface Done {
  seeds: number;
  failures: Failure[];
  /** Faults that calls met, by what went wrong. */
  faults: Record<string, number>;
  /** What a lot tells; nothing where it need not. */
  exchanges: Exchange[];
}

/** A reference night to be run, and what came of it. */
export interface Reference {
  plan: Plan;
}

export type Order = Lot | Reference;
export type Reply = { done: Done | Outcome } | { failed: string };

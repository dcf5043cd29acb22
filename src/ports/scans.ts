// What is kept of the nightly round: whose turn it is, how far it has come, what it found.
import type { Day } from '../domain/days';
import type { ErrorCode } from '../domain/errors';
import type { ParentFacts } from '../domain/item';
import type { Act } from './storage';

/** What a whole scan found and did. */
export interface ScanOutcome {
  /** Instant in milliseconds, and the project's day. */
  lastAt: number;
  lastDay: Day;
  listed: number;
  changed: number;
  warned: number;
  candidates: number;
  /** Items whose property said something else than storage. */
  differ: number;
}

/** How far a scan has come: what is done is not done again when it is taken up. */
export interface ScanProgress {
  /** The project's day it is made for. */
  day: Day;
  /** Instant at which it began, milliseconds. */
  since: number;
  /** Names of the steps that are done. */
  done: string[];
  /** How often it was taken up. */
  runs: number;
  listed: number;
  changed: number;
  differ: number;
}

/** How long finished items took from their first move to In Progress, whole days, from a sample. */
export interface Pace {
  day: Day;
  of: number;
  /** Half of them took at most this, 85 of 100 at most that. */
  half: number;
  most: number;
}

/** What stopped a turn, or what it had to leave out: the gate or messages were refused, the rest was done. */
export interface ScanFailure {
  /** Instant in milliseconds. */
  at: number;
  part: 'scan' | 'gate' | 'notice';
  code: ErrorCode;
}

/** A project's place in the nightly round. */
export interface ScanState {
  projectId: string;
  /** Whether it is scanned; else the round only republishes its gate. */
  on: boolean;
  /** Since which instant; null while it is off, and for what older versions kept. */
  onSince: number | null;
  /** From which instant its next turn is due, in milliseconds. */
  dueAt: number;
  /** Null before the first scan. */
  last: ScanOutcome | null;
  /** Null while no scan is under way. */
  progress: ScanProgress | null;
  /** Not before this instant (milliseconds): Jira, or the app's own budget, asks to wait. */
  waitsUntil: number | null;
  /** When one was last ordered by hand, milliseconds. */
  orderedAt: number | null;
  /** Null when the last turn came to its end without any. */
  failed: ScanFailure | null;
  pace: Pace | null;
}

export interface Scans {
  read(projectId: string): Promise<ScanState | null>;
  /** Projects whose turn is due at this instant, or all. */
  due(at: number | 'any'): Promise<string[]>;
  /** Puts a project into the round; what its last scan found stays. */
  plan(
    projectId: string,
    on: boolean,
    now: number,
    dueAfter: (last: ScanOutcome | null) => number,
  ): Promise<void>;
  /**
   * Changes the state of a turn under way.
   * @throws AppError conflict when this holder has lost the lease: somebody else has taken the turn up
   */
  advance(
    projectId: string,
    holder: string,
    change: Partial<Pick<ScanState, 'progress' | 'waitsUntil' | 'failed' | 'pace'>>,
  ): Promise<void>;
  /**
   * Notes what a whole scan found, before the turn ends. The snapshot is stored in the same
   * transaction, so that nobody reads half of it.
   * @throws AppError conflict when this holder has lost the lease
   */
  publish(
    projectId: string,
    holder: string,
    progress: ScanProgress,
    done: { outcome: ScanOutcome; snapshot: Snapshot },
  ): Promise<void>;
  /**
   * Ends a turn; `done` is null where nothing was scanned. The snapshot is stored in the same
   * transaction, so that nobody reads half of it. Whether the scan is on stays as it is.
   * @param failed what of it failed; null by default
   * @param began the `dueAt` that the turn began with: where another one was planned since, that stays
   * @throws AppError conflict when this holder has lost the lease
   */
  finish(
    projectId: string,
    holder: string,
    dueAt: number,
    done: { outcome: ScanOutcome; snapshot: Snapshot } | null,
    failed?: ScanFailure | null,
    began?: number,
  ): Promise<void>;
  /**
   * Notes an order by hand, with its act, unless the last one is younger than `cooldown`
   * (milliseconds). The turn is due from then on, so that the hour takes up an order that got lost.
   */
  order(projectId: string, now: number, cooldown: number, act: Act): Promise<boolean>;
  /** Makes the next order possible at once: that of this instant could not be handed on. */
  unorder(projectId: string, orderedAt: number): Promise<void>;
  /** Takes the lease for `ms`; false when somebody holds it. */
  lease(projectId: string, holder: string, now: number, ms: number): Promise<boolean>;
  release(projectId: string, holder: string): Promise<void>;
}

export interface Snapshot {
  projectId: string;
  day: Day;
  asked: number;
  own: number;
  parent: number;
  warned: number;
  candidates: number;
}

export interface Snapshots {
  /** Of a project, oldest first. */
  ofProject(projectId: string): Promise<Snapshot[]>;
}

/** The parents that carry an answer, as the scan last listed them. */
export interface KnownParents {
  listedOn: Day;
  /** How many the same search counted then. */
  counted: number;
  parents: ParentFacts[];
}

export interface Parents {
  read(projectId: string): Promise<KnownParents | null>;
  /**
   * @param since instant (milliseconds) at which the listing began; it is not kept when an answer of a
   *   parent was saved since, or so shortly before that search may not have shown it
   */
  save(projectId: string, known: KnownParents, since: number): Promise<void>;
  /** An answer of a parent is saved at this instant: the next scan lists them anew. */
  forget(projectId: string, at: number): Promise<void>;
}

/** The points that the app's own calls cost a site, by hour of the clock (UTC). */
export interface Points {
  /** What was spent in the hour of this instant, and until when Jira takes no calls (0: it does). */
  read(now: number): Promise<{ spent: number; closedUntil: number }>;
  add(now: number, points: number): Promise<void>;
  close(now: number, until: number): Promise<void>;
}

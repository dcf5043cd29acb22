// Everything the use cases can reach.
import type { Backlog, Items, Panels, Projects, Rights, Workflows } from './jira';
import type { ProjectData } from './data';
import type { Decisions } from './decisions';
import type {
  Acts,
  AnswerRevisions,
  Passes,
  Personal,
  Readings,
  SettingsStore,
  Signatures,
} from './storage';
import type { Notices, Post } from './notices';
import type { Results } from './results';
import type { Parents, Points, Scans, Snapshots } from './scans';

export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): number;
}

export interface Ids {
  /** A new id that nobody else has. */
  next(): string;
}

/** Facts and ids only: no text of items, no names. */
export interface Log {
  info(message: string, facts?: Record<string, unknown>): void;
  error(message: string, cause: unknown, facts?: Record<string, unknown>): void;
}

/** Told of every call that the app makes for itself, before and after. */
export interface Meter {
  /**
   * @param writesList the call writes what was listed before, for which some points are kept back
   * @throws AppError rate_limited when no more may be spent now
   */
  check(writesList: boolean): void;
  spend(points: number): void;
}

export interface ScanOrder {
  projectId: string;
  /** Also when today's scan has been made. */
  force: boolean;
}

export interface ScanQueue {
  push(orders: readonly ScanOrder[]): Promise<void>;
  /** What the consumer answers to be handed the same order again after this many seconds. */
  again(seconds: number): unknown;
}

export interface Ports {
  rights: Rights;
  items: Items;
  projects: Projects;
  backlog: Backlog;
  workflows: Workflows;
  panels: Panels;
  post: Post;
  settings: SettingsStore;
  answers: AnswerRevisions;
  results: Results;
  passes: Passes;
  decisions: Decisions;
  personal: Personal;
  notices: Notices;
  acts: Acts;
  readings: Readings;
  signatures: Signatures;
  scans: Scans;
  snapshots: Snapshots;
  parents: Parents;
  points: Points;
  data: ProjectData;
  scanQueue: ScanQueue;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** The same ports, with every call to Jira told to the meter. */
  metered(meter: Meter): Ports;
  sleep(ms: number): Promise<void>;
}

export type * from './data';
export type * from './decisions';
export type * from './jira';
export type * from './notices';
export type * from './page';
export type * from './results';
export type * from './scans';
export type * from './storage';

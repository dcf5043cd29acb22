// Everything the use cases can reach.
import type { Backlog, Items, Panels, Projects, Rights, Workflows } from './jira';
import type {
  Acts,
  AnswerRevisions,
  Passes,
  Personal,
  Readings,
  Scans,
  SettingsStore,
  Snapshots,
} from './storage';
import type { Results } from './results';

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
  settings: SettingsStore;
  answers: AnswerRevisions;
  results: Results;
  passes: Passes;
  personal: Personal;
  acts: Acts;
  readings: Readings;
  scans: Scans;
  snapshots: Snapshots;
  scanQueue: ScanQueue;
  clock: Clock;
  ids: Ids;
  log: Log;
}

export type * from './jira';
export type * from './results';
export type * from './storage';

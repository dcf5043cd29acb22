// What Jira in memory is made with, and what it tells of.
import type { Item } from './site';

export interface MemoryJiraOptions {
  now(): number;
  /** Runs something later: tasks take their time. */
  later(ms: number, run: () => void): void;
  /** Milliseconds that a bulk task takes, and whether it fails. */
  task?(): { ms: number; fails: boolean };
  /** Most issues on a page; Jira may give fewer than were asked for. */
  pageLimit?: number;
  /** Told of every property that is written or taken away (`null`). */
  wrote?(write: PropertyWrite): void;
  moved?(item: Item, from: string, by: string | null): void;
  /** Told of every message that goes out. */
  mailed?(mail: Mail): void;
}

/** A notification, or a comment of the app. */
export interface Mail {
  at: number;
  to: string;
  itemId: string;
  projectId: string;
  subject: string;
  /** All that it says. */
  text: string;
}

export interface PropertyWrite {
  item: Item;
  key: string;
  before: string | null;
  text: string | null;
  /** Account; null for the app. */
  by: string | null;
}

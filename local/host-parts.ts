// What the pages and addresses of the local host may use of it.
import type { Clock } from './clock';
import type { Survey } from './data/import';
import type { Db } from './db';
import type { Faults } from './faults';
import type { Forge, Storage } from './forge';
import type { Functions } from './forge/functions';
import type { Queue } from './forge/queue';
import type { Schedule } from './forge/scheduler';
import type { LocalJira } from './jira/api';
import type { Manifest } from './manifest';
import type { SiteSource } from './site-state';
import type { Uploads } from './uploads';

export interface Host {
  /** Address of the shell, without a slash at the end. */
  url: string;
  port: number;
  manifest: Manifest;
  jira: LocalJira;
  clock: Clock;
  faults: Faults;
  storage: Storage;
  functions: Functions;
  queue: Queue;
  forge: Forge;
  /** Runs scheduled triggers and drains the queue, with search up to date before and after. */
  schedule: Schedule;
  /** Sets the clock, and remembers it for the next start. */
  moveClock(ms: number): void;
  /** Empties the site and fills it again as it was at its first start. */
  reset(): Promise<void>;
  /** What the site was filled with; null while it is not. */
  source(): SiteSource | null;
  /**
   * Fills the site with a file in the place of what it holds, as a whole or not at all; the clock
   * goes to the newest date in it.
   */
  replace(file: string, found: Survey, progress: (imported: number) => void): Promise<void>;
  uploads: Uploads;
  /** Everything that Jira, storage and the queue hold, for whoever has to look at all of it. */
  db: Db;
  close(): Promise<void>;
}

// Runs many saves: a few side by side, pausing while Jira is busy, until all have ended or somebody
// stops it. Every job ends in exactly one way.

/** Saves under way at the same time. */
export const AT_ONCE = 4;
/** Forge lets a page make 500 calls in 25 seconds; this keeps four workers well under it. */
const PACE_MS = 250;
/** The wait when Jira is busy and does not say for how long. */
const BUSY_MS = 60_000;
/** A job that meets a busy Jira this often is given up. */
const MOST_TRIES = 10;

/** Where a job stands. `left` was not tried, because the run was stopped. */
export type Outcome<R, F> =
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; result: R }
  | { kind: 'failed'; failure: F }
  | { kind: 'left' };

interface Entry<T> {
  job: T;
  tries: number;
  /** Not to be tried before this instant. */
  from: number;
}

/** What a save that did not work means to the run. */
export interface Refused<F> {
  failure: F;
  /** Whether Jira asks all to wait; the job is then tried again. */
  busy: boolean;
  /** Seconds after which this job alone is to be tried again. */
  later?: number | undefined;
  /** Seconds, where Jira says how long. */
  retryAfter?: number | undefined;
}

export interface RunOptions<T, R, F> {
  save: (job: T) => Promise<R>;
  refused: (error: unknown) => Refused<F>;
  /** Waits this many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** Milliseconds. */
  now: () => number;
  onOutcome: (job: T, outcome: Outcome<R, F>) => void;
  /** Jira is busy until this instant; null when the run goes on. */
  onPause: (until: number | null) => void;
}

export interface Pool<T> {
  /** Begins at once where there is room. */
  add: (jobs: readonly T[]) => void;
  /** Tries nothing that waits; what is under way still ends. Jobs that are added later are taken. */
  stop: () => void;
  /** Resolves when nothing waits and nothing is under way. */
  idle: () => Promise<void>;
}

/** A pool that takes jobs as they come. */
export function createPool<T, R, F>(options: RunOptions<T, R, F>): Pool<T> {
  const { save, refused, sleep, now, onOutcome, onPause } = options;
  const queue: Entry<T>[] = [];
  const workers = new Set<Promise<void>>();
  let stopped = false;
  let busyUntil = 0;
  let wake = (): void => undefined;
  let halt = new Promise<void>((resolve) => (wake = resolve));

  const pause = async (ms: number): Promise<void> => {
    if (ms > 0 && !stopped) await Promise.race([sleep(ms), halt]);
  };
  const attempt = async (entry: Entry<T>): Promise<void> => {
    const { job } = entry;
    onOutcome(job, { kind: 'saving' });
    entry.tries += 1;
    try {
      onOutcome(job, { kind: 'saved', result: await save(job) });
    } catch (error) {
      const { failure, busy, later, retryAfter } = refused(error);
      const again = busy || later !== undefined;
      if (!again || entry.tries >= MOST_TRIES) return onOutcome(job, { kind: 'failed', failure });
      if (stopped) return onOutcome(job, { kind: 'left' });
      if (later !== undefined) {
        entry.from = now() + later * 1000;
        queue.push(entry);
        return onOutcome(job, { kind: 'waiting' });
      }
      busyUntil = Math.max(busyUntil, now() + (retryAfter ? retryAfter * 1000 : BUSY_MS));
      queue.unshift(entry);
      onOutcome(job, { kind: 'waiting' });
      onPause(busyUntil);
    }
  };
  const waitWhileBusy = async (): Promise<void> => {
    if (busyUntil <= now()) return;
    // Another worker may have been told to wait longer meanwhile.
    while (!stopped && busyUntil > now()) await pause(busyUntil - now());
    onPause(null);
  };
  const work = async (): Promise<void> => {
    for (;;) {
      await waitWhileBusy();
      if (stopped || queue.length === 0) return;
      const next = queue.findIndex(({ from }) => from <= now());
      const [entry] = next === -1 ? [] : queue.splice(next, 1);
      if (!entry) {
        await pause(Math.min(...queue.map(({ from }) => from)) - now());
        continue;
      }
      const began = now();
      await attempt(entry);
      await pause(began + PACE_MS - now());
    }
  };
  const hire = (): void => {
    const worker: Promise<void> = work().then(() => {
      workers.delete(worker);
      // What was added while this one was leaving.
      if (!stopped && queue.length > 0 && workers.size < AT_ONCE) hire();
    });
    workers.add(worker);
  };
  return {
    add: (jobs) => {
      if (stopped) {
        stopped = false;
        halt = new Promise<void>((resolve) => (wake = resolve));
      }
      queue.push(...jobs.map((job): Entry<T> => ({ job, tries: 0, from: 0 })));
      for (let room = Math.min(AT_ONCE - workers.size, jobs.length); room > 0; room -= 1) hire();
    },
    stop: () => {
      if (stopped) return;
      stopped = true;
      for (const { job } of queue.splice(0)) onOutcome(job, { kind: 'left' });
      onPause(null);
      wake();
    },
    idle: async () => {
      while (workers.size > 0) await Promise.all(workers);
    },
  };
}

export interface Run {
  /** Tries nothing more; what is under way still ends. */
  stop: () => void;
  /** Resolves when every job has ended. */
  done: Promise<void>;
}

/** Starts the run at once. */
export function runJobs<T, R, F>(jobs: readonly T[], options: RunOptions<T, R, F>): Run {
  const pool = createPool(options);
  pool.add(jobs);
  return { stop: pool.stop, done: pool.idle() };
}

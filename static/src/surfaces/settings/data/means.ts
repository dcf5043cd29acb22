// How work on a project's data, which takes long, talks to Jira and to the app: patiently, and not faster than
// storage takes it.
import { call, CallError, jira } from '../../../forge';
import { busyOf } from '../../project/many/busy';
import { sleep } from '../../project/many/leaving';

/** Ways to the outside; tests bring their own. */
export interface Means {
  call: typeof call;
  jira: typeof jira;
  /** Waits this many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** Milliseconds. */
  now: () => number;
}

export const realMeans: Means = { call, jira, sleep, now: Date.now };

/** What work tells while it runs, and what it is told. */
export interface Watcher {
  /** Jira or the app asks to wait until this instant; null when it goes on. */
  onPause: (until: number | null) => void;
  isStopped: () => boolean;
}

/** Somebody has stopped the work; what is through stays. */
export class StoppedError extends Error {
  constructor() {
    super('stopped');
    this.name = 'StoppedError';
  }
}

/** Between two calls while Jira works, in milliseconds. */
export const WAIT_MS = 1_000;
/** The same from the third time on. */
export const LATER_WAIT_MS = 4_000;
/** Waits after failures that may pass by themselves, in milliseconds. */
const RETRIES_MS = [2_000, 8_000, 30_000];
/** A wait is cut into these, so that it can be stopped. */
const NAP_MS = 1_000;

/** @throws {StoppedError} */
export function expectGoing({ isStopped }: Watcher): void {
  if (isStopped()) throw new StoppedError();
}

async function wait(means: Means, watcher: Watcher, ms: number): Promise<void> {
  const until = means.now() + ms;
  watcher.onPause(until);
  for (let left = ms; left > 0; left -= NAP_MS) {
    await means.sleep(Math.min(left, NAP_MS));
    expectGoing(watcher);
  }
  watcher.onPause(null);
}

/** Milliseconds to wait before the same once more; null when that would not help. */
function waitOf(error: unknown, failures: number): number | null {
  if (!(error instanceof CallError)) return null;
  const { busy, retryAfter, later } = busyOf(error);
  if (busy || later !== undefined) return (retryAfter ?? error.retryAfter ?? later ?? 60) * 1_000;
  if (error.code !== 'jira_unavailable' && error.code !== 'internal') return null;
  return RETRIES_MS[failures] ?? null;
}

/**
 * Does something that can be done twice until it works.
 * @throws {StoppedError} and what does not pass by itself
 */
export async function patiently<T>(
  means: Means,
  watcher: Watcher,
  ask: () => Promise<T>,
): Promise<T> {
  for (let failures = 0; ;) {
    expectGoing(watcher);
    try {
      return await ask();
    } catch (error) {
      const ms = waitOf(error, failures);
      if (ms === null) throw error;
      failures += 1;
      await wait(means, watcher, ms);
    }
  }
}

/** Records that storage takes at once, and in a second from then on: 4,000 a minute for all. */
const BURST = 2_000;
const A_SECOND = 40;

/** Lets this many records pass, as fast as storage takes them. */
export function createPace({ now, sleep: rest }: Means): (records: number) => Promise<void> {
  let room = BURST;
  let last = now();
  return async (records) => {
    room = Math.min(BURST, room + ((now() - last) / 1_000) * A_SECOND) - records;
    last = now();
    if (room < 0) await rest((-room / A_SECOND) * 1_000);
  };
}

/** Calls at the same time. */
const AT_ONCE = 4;

/** Does the same for all, a few side by side. */
export async function sideBySide<T>(
  list: readonly T[],
  run: (one: T) => Promise<void>,
): Promise<void> {
  const queue = [...list];
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, list.length) }, work));
}

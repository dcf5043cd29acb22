// Calls that may be refused, lost or put off: what a failure means, and how often one is tried again.
import { AppError, type ErrorCode } from '../../domain/errors';

/** The wait when nobody says for how long, in milliseconds. */
const BUSY_MS = 60_000;
/** Waits before a lost call is made again, in milliseconds. */
const LOST_MS = [1_000, 4_000, 10_000] as const;
/** A call that is put off this often is given up. */
const MOST_WAITS = 10;

/** Thrown by whatever waits when the run is stopped. */
export class StoppedError extends Error {
  constructor() {
    super('Stopped');
    this.name = 'StoppedError';
  }
}

/** What all items of one run share: until when Jira is busy, and whether somebody has stopped it. */
export interface Patience {
  sleep: (ms: number) => Promise<void>;
  /** The same, and over at once when the run is stopped. */
  nap: (ms: number) => Promise<void>;
  now: () => number;
  /** Milliseconds; 0 for not at all. */
  busyUntil: number;
  stopped: boolean;
  /** Jira is busy until this instant; null when the run goes on. */
  onPause: (until: number | null) => void;
}

/** `internal` for what is no error of the app. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof AppError ? error.code : 'internal';

/** Nobody knows whether the call was made. */
export const isLost = (error: unknown): boolean =>
  codeOf(error) === 'jira_unavailable' || codeOf(error) === 'internal';

/** Jira asks to wait. */
export const isBusy = (error: unknown): boolean => codeOf(error) === 'rate_limited';

function retryAfterOf(error: unknown): number | null {
  if (!(error instanceof AppError)) return null;
  const { details } = error;
  if (typeof details !== 'object' || details === null || !('retryAfter' in details)) return null;
  const { retryAfter } = details;
  return typeof retryAfter === 'number' && retryAfter > 0 ? retryAfter : null;
}

/** Makes all items of the run wait as Jira asks. */
export function putOff(patience: Patience, error: unknown): void {
  const seconds = retryAfterOf(error);
  const until = patience.now() + (seconds === null ? BUSY_MS : seconds * 1000);
  if (until <= patience.busyUntil) return;
  patience.busyUntil = until;
  patience.onPause(until);
}

/** Waits while Jira is busy. @throws {StoppedError} unless what was begun has to be ended */
export async function settle(patience: Patience, toTheEnd = false): Promise<void> {
  const rest = toTheEnd ? patience.sleep : patience.nap;
  while ((toTheEnd || !patience.stopped) && patience.busyUntil > patience.now())
    await rest(patience.busyUntil - patience.now());
  if (patience.stopped && !toTheEnd) throw new StoppedError();
  if (patience.busyUntil === 0) return;
  patience.busyUntil = 0;
  patience.onPause(null);
}

/**
 * Makes a call that may be made twice, again when it is put off or its reply is lost. `toTheEnd` for
 * what ends something that was begun: it goes on after a stop.
 * @throws what it was refused with in the end; {StoppedError} when it waits and is stopped
 */
export async function steadily<T>(
  patience: Patience,
  make: () => Promise<T>,
  toTheEnd = false,
): Promise<T> {
  let lost = 0;
  for (let waits = 0; ;) {
    await settle(patience, toTheEnd);
    try {
      return await make();
    } catch (error) {
      if (isBusy(error) && waits < MOST_WAITS) {
        waits += 1;
        putOff(patience, error);
        continue;
      }
      const pause = isLost(error) ? LOST_MS[lost] : undefined;
      if (pause === undefined) throw error;
      lost += 1;
      await (toTheEnd ? patience.sleep : patience.nap)(pause);
    }
  }
}

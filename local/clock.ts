// The one clock of the local host. It runs on with real time from wherever it was set, so that
// every part, the app included, sees the same moment.

export interface Clock {
  /** The present moment of the site, in milliseconds since 1970 (UTC). */
  now(): number;
  /** Moves the clock to a moment; it runs on from there. */
  set(ms: number): void;
}

/** A clock that starts at `start` and runs at the speed of `real` (milliseconds). */
export function runningClock(start: number, real: () => number = Date.now): Clock {
  let offset = start - real();
  return {
    now: () => real() + offset,
    set: (ms) => {
      offset = ms - real();
    },
  };
}

/** A clock that stands still until it is set: for tests. */
export function standingClock(start: number): Clock {
  let at = start;
  return {
    now: () => at,
    set: (ms) => {
      at = ms;
    },
  };
}

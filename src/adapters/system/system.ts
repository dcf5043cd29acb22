// Clock, ids and waiting.
import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from '../../ports';

export const systemClock: Clock = { now: () => Date.now() };

export const randomIds: Ids = { next: () => randomUUID() };

/** Waits this many milliseconds. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

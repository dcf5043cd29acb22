// The scan's queue through Forge. The only file that imports @forge/events.
import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { ScanQueue } from '../../ports';

/** Forge takes at most this many events in one push. */
const PUSH_LIMIT = 50;
/** Longest wait that Forge takes for a retry, in seconds. */
const RETRY_LIMIT_S = 900;
/** Projects start spread over this many seconds, so that one hour's work is not one second's. */
const SPREAD_S = 300;

/** @param spread a number from 0 to 1 (out) for a project, the same every night */
export function forgeScanQueue(key: string, spread: (projectId: string) => number): ScanQueue {
  return {
    async push(orders) {
      const queue = new Queue({ key });
      for (let start = 0; start < orders.length; start += PUSH_LIMIT) {
        await queue.push(
          orders.slice(start, start + PUSH_LIMIT).map(({ projectId, force }) => ({
            body: { v: 1, projectId, force },
            delayInSeconds: force ? 0 : Math.floor(spread(projectId) * SPREAD_S),
            // One scan of a project at a time.
            concurrency: { key: `scan-${projectId}`, limit: 1 },
          })),
        );
      }
    },
    again: (seconds) =>
      new InvocationError({
        retryAfter: Math.min(RETRY_LIMIT_S, Math.max(1, Math.ceil(seconds))),
        retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      }),
  };
}

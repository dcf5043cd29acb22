// Consumes one scan order. A body of another version is dropped: the next hour orders again. When
// Jira asks to wait, the event is handed back with that time.
import { z } from 'zod';
import { id } from '../../contract/fields';
import { readBy } from '../../contract/read-by';
import { AppError } from '../../domain/errors';
import type { Ports } from '../../ports';
import { isPassing } from '../../usecases/scan/refused';
import { scanProject as run } from '../../usecases/scan/scan-project';

const order = z.object({
  body: z.object({ v: z.literal(1), projectId: id, force: z.boolean() }),
});
/** Seconds to wait where Jira names none. */
const RETRY_S = 60;

const wait = z.object({ retryAfter: z.number() });

/**
 * @returns how the queue is to hand the order back; undefined when it is done with.
 * @throws what is neither passing nor final, so that the queue tries again by its own rules
 */
export const scanProject = (ports: Ports) => async (event: unknown) => {
  const parsed = readBy(order, event);
  if (!parsed.success) {
    ports.log.error('scan order not readable', parsed.error);
    return undefined;
  }
  try {
    const waitMs = await run(ports, parsed.data.body);
    return waitMs > 0 ? ports.scanQueue.again(waitMs / 1000) : undefined;
  } catch (error) {
    ports.log.error('scan stopped', error, { projectId: parsed.data.body.projectId });
    if (!(error instanceof AppError)) throw error;
    // The project is gone, or the app may not see it: nothing to try again.
    if (error.code === 'not_found' || error.code === 'forbidden') return undefined;
    if (!isPassing(error)) throw error;
    const asked = readBy(wait, error.details);
    return ports.scanQueue.again(asked.success ? asked.data.retryAfter : RETRY_S);
  }
};

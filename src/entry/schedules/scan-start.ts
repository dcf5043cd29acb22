// The hourly trigger. Forge sends no `force`; the local host's "run tonight's scan now" does.
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import type { Ports } from '../../ports';
import { startScans } from '../../usecases/start-scans';

const event = z.object({ force: z.boolean().optional() });

/** Orders the scans that are due. @throws as storage's calls: the next hour begins anew */
export const scanStart = (ports: Ports) => async (body: unknown) => {
  const parsed = readBy(event, body);
  await startScans(ports, parsed.success && parsed.data.force === true);
  return { statusCode: 204 };
};

// A scan ordered by hand.
import type { Output } from '../contract/procedures';
import { ORDER_COOLDOWN_MS } from '../domain/schedule';
import type { Ports } from '../ports';

type OrderPorts = Pick<Ports, 'clock' | 'scans' | 'scanQueue' | 'log'>;

/** @throws what the queue throws; the order can be given again then, and the hour takes it up */
async function handOn(ports: OrderPorts, projectId: string, orderedAt: number): Promise<void> {
  try {
    await ports.scanQueue.push([{ projectId, force: true }]);
  } catch (error) {
    await ports.scans
      .unorder(projectId, orderedAt)
      .catch((cause: unknown) => ports.log.error('order not taken back', cause, { projectId }));
    throw error;
  }
}

/** Orders a scan of the project now, unless one was ordered a short while ago. */
export async function orderScan(
  ports: OrderPorts,
  by: string,
  projectId: string,
): Promise<Output<'scan.now'>> {
  const now = ports.clock.now();
  // A project that nobody has saved settings of is in no round yet.
  if (!(await ports.scans.read(projectId)))
    await ports.scans.plan(projectId, false, now, () => now);
  const ordered = await ports.scans.order(projectId, now, ORDER_COOLDOWN_MS, {
    projectId,
    subject: 'scan',
    kind: 'scan.order',
    by,
    at: now,
    before: null,
    after: null,
  });
  const orderedAt = ordered ? now : ((await ports.scans.read(projectId))?.orderedAt ?? now);
  if (ordered) await handOn(ports, projectId, now);
  return { ordered, nextAt: orderedAt + ORDER_COOLDOWN_MS };
}

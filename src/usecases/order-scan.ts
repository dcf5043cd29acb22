// A scan ordered by hand.
import type { Output } from '../contract/procedures';
import { ORDER_COOLDOWN_MS } from '../domain/schedule';
import type { Ports } from '../ports';

/** Orders a scan of the project now, unless one was ordered a short while ago. */
export async function orderScan(
  ports: Ports,
  by: string,
  projectId: string,
): Promise<Output<'scan.now'>> {
  const now = ports.clock.now();
  // A project that nobody has saved settings of is in no round yet.
  if (!(await ports.scans.read(projectId)))
    await ports.scans.plan(projectId, false, now, () => now);
  const ordered = await ports.scans.order(projectId, now, ORDER_COOLDOWN_MS);
  const orderedAt = ordered ? now : ((await ports.scans.read(projectId))?.orderedAt ?? now);
  if (ordered) {
    await ports.scanQueue.push([{ projectId, force: true }]);
    await ports.acts.append({
      projectId,
      subject: 'scan',
      kind: 'scan.order',
      by,
      at: now,
      before: null,
      after: null,
    });
  }
  return { ordered, nextAt: orderedAt + ORDER_COOLDOWN_MS };
}

// The hourly trigger: finds the projects that are due and orders one scan each.
import type { Ports } from '../ports';

/** @param force also orders a scan where today's has been made */
export async function startScans(ports: Ports, force: boolean): Promise<number> {
  const projectIds = await ports.scans.due(force ? 'any' : ports.clock.now());
  await ports.scanQueue.push(projectIds.map((projectId) => ({ projectId, force })));
  ports.log.info('scans ordered', { projects: projectIds.length, force });
  return projectIds.length;
}

// Showing again on their items the decisions that Jira has not taken yet.
import type { Ports } from '../ports';
import { showDecision } from './keep-decision';

/**
 * @returns how many are shown now, and how many Jira still does not take
 * @throws AppError rate_limited when Jira asks to wait; what is shown stays shown
 */
export async function repairDecisions(
  ports: Ports,
  projectId: string,
): Promise<{ written: number; left: number }> {
  const done = { written: 0, left: 0 };
  for (const { itemId } of await ports.decisions.unsettled(projectId)) {
    const kept = await ports.decisions.read(itemId);
    if (!kept || kept.written) continue;
    const shown = await showDecision(ports, { itemId, projectId }, kept, 'night');
    done[shown.written ? 'written' : 'left'] += 1;
  }
  return done;
}

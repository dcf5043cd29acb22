// Showing again on their items what storage holds of decisions.
import type { Ports } from '../ports';
import { showDecision } from './keep-decision';

/**
 * Shows those that their items do not show, or all, whatever their items show.
 * @returns how many are shown now, and how many Jira still does not take
 * @throws AppError rate_limited when Jira asks to wait; what is shown stays shown
 */
export async function repairDecisions(
  ports: Ports,
  projectId: string,
  which: 'unwritten' | 'all',
): Promise<{ written: number; left: number }> {
  const done = { written: 0, left: 0 };
  const stored =
    which === 'all'
      ? await ports.decisions.ofProject(projectId)
      : await ports.decisions.unsettled(projectId);
  for (const { itemId } of stored) {
    const kept = await ports.decisions.read(itemId);
    if (!kept || (which === 'unwritten' && kept.written)) continue;
    const unshown = { ...kept, written: false };
    const shown = await showDecision(ports, { itemId, projectId }, unshown, 'night');
    done[shown.written ? 'written' : 'left'] += 1;
  }
  return done;
}

// Showing again on their items what storage holds of decisions.
import { dayOf, type Day } from '../domain/days';
import type { Ports, StoredDecision } from '../ports';
import { showDecision } from './keep-decision';
import { triedTonight } from './tried-tonight';

const saidAt = ({ kept: { now, past } }: StoredDecision): number =>
  Math.max(now?.at ?? 0, ...past.map(({ decided, ended }) => ended?.at ?? decided.at));

/**
 * Shows those that their items do not show, as many as one night tries, or all, whatever their items
 * show.
 * @param today the project's day, by which the nights take turns
 * @returns how many are shown now, and how many Jira still does not take
 * @throws AppError rate_limited when Jira asks to wait; what is shown stays shown
 */
export async function repairDecisions(
  ports: Ports,
  projectId: string,
  which: 'unwritten' | 'all',
  today: Day = dayOf(ports.clock.now(), 'UTC'),
): Promise<{ written: number; left: number }> {
  const done = { written: 0, left: 0 };
  const stored =
    which === 'all'
      ? await ports.decisions.ofProject(projectId)
      : triedTonight(await ports.decisions.unsettled(projectId), saidAt, ports.clock.now(), today);
  for (const { itemId } of stored) {
    const kept = await ports.decisions.read(itemId);
    if (!kept || (which === 'unwritten' && kept.written)) continue;
    const unshown = { ...kept, written: false };
    const shown = await showDecision(ports, { itemId, projectId }, unshown, 'night');
    done[shown.written ? 'written' : 'left'] += 1;
  }
  return done;
}

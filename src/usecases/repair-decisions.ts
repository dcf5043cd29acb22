// Showing again on their items what storage holds of decisions.
import type { Day } from '../domain/days';
import type { Ports, StoredDecision } from '../ports';
import { showDecision } from './keep-decision';
import { showAgain, type Repaired } from './show-again';

const saidAt = ({ kept: { now, past } }: StoredDecision): number =>
  Math.max(now?.at ?? 0, ...past.map(({ decided, ended }) => ended?.at ?? decided.at));

/**
 * Shows those that their items do not show, as many as one night tries.
 * @param today the project's day
 * @throws AppError rate_limited when Jira asks to wait; what is shown stays shown
 */
export async function repairDecisions(
  ports: Ports,
  projectId: string,
  today: Day,
): Promise<Repaired> {
  return showAgain(ports, today, {
    waiting: await ports.decisions.unsettled(projectId),
    saidAt,
    read: (itemId) => ports.decisions.read(itemId),
    show: (itemId, kept) => showDecision(ports, { itemId, projectId }, kept, 'night'),
  });
}

// What one person has decided and not applied yet, and how the last applying went: it outlives the tab.
import { canonical } from '../contract/properties';
import type { Input, Output } from '../contract/procedures';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { Ports } from '../ports';

type DraftPorts = Pick<Ports, 'personal' | 'clock'>;

/** The owner's draft in a project; null where nothing is kept. */
export async function openDecisionDraft(
  ports: DraftPorts,
  owner: string,
  projectId: string,
): Promise<Output<'decisionDraft.open'>> {
  return { draft: await ports.personal.decisionDraft(owner, projectId) };
}

const isConflict = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'conflict';

/**
 * Keeps a draft over the one that this window knows.
 * @throws AppError conflict, with the other window's draft in `details`
 */
export async function saveDecisionDraft(
  ports: DraftPorts,
  owner: string,
  { projectId, entries, over }: Input<'decisionDraft.save'>,
): Promise<{ at: number }> {
  const at = Math.max(ports.clock.now(), (over ?? 0) + 1);
  try {
    await ports.personal.saveDecisionDraft(owner, projectId, { entries, at }, over);
    return { at };
  } catch (error) {
    if (!isConflict(error)) throw error;
    const kept = await ports.personal.decisionDraft(owner, projectId);
    // One's own, whose answer was lost.
    if (kept && canonical(kept.entries) === canonical(entries)) return { at: kept.at };
    throw new AppError('conflict', MESSAGES.sameMoment, { details: kept, cause: error });
  }
}

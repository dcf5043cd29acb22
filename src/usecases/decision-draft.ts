// What one person has decided and not applied yet, and how the last applying went: it outlives the tab.
import type { Input, Output } from '../contract/procedures';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { Ports } from '../ports';

export async function openDecisionDraft(
  ports: Ports,
  owner: string,
  projectId: string,
): Promise<Output<'decisionDraft.open'>> {
  return { draft: await ports.personal.decisionDraft(owner, projectId) };
}

/** @throws AppError conflict, with the other window's draft in `details` */
export async function saveDecisionDraft(
  ports: Ports,
  owner: string,
  { projectId, entries, over }: Input<'decisionDraft.save'>,
): Promise<{ at: number }> {
  const kept = await ports.personal.decisionDraft(owner, projectId);
  if ((kept?.at ?? null) !== over)
    throw new AppError('conflict', MESSAGES.sameMoment, { details: kept });
  const at = Math.max(ports.clock.now(), (over ?? 0) + 1);
  await ports.personal.saveDecisionDraft(owner, projectId, { entries, at });
  return { at };
}

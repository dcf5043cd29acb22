// Ends of decisions: somebody takes one back, its date has come, or the item was reopened in Jira.
import type { DecisionView } from '../contract/decision-procedures';
import type { Input } from '../contract/procedures';
import type { Ended } from '../domain/decision';
import type { Day } from '../domain/days';
import { AppError } from '../domain/errors';
import { valueOf } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import type { Act, KeptDecision, Ports } from '../ports';
import {
  decisionViewOf,
  showDecision,
  storeDecision,
  withoutDecision,
  type DecisionPlace,
} from './keep-decision';
import { takeAway } from './scan/claims';

const SAY = MESSAGES.decision;

const KINDS: Record<'undone' | 'woken' | 'reopened', Act['kind']> = {
  undone: 'decision.undo',
  woken: 'decision.wake',
  reopened: 'decision.reopen',
};

async function end(
  ports: Ports,
  place: DecisionPlace,
  before: KeptDecision,
  how: keyof typeof KINDS,
): Promise<KeptDecision> {
  const ended: Ended = { how, by: place.by, at: place.at };
  const next = withoutDecision(before, ended);
  await storeDecision(ports, place, KINDS[how], next, before);
  return showDecision(ports, place, next, how === 'undone' ? 'page' : 'night');
}

/**
 * Takes a decision back, as a new act. The item itself is the browser's business: a killed one has to
 * be open again by now.
 * @throws AppError conflict when somebody else has decided since, or while the item is closed
 */
export async function undoDecision(
  ports: Ports,
  by: string,
  { itemId, rev }: Input<'decision.undo'>,
): Promise<DecisionView> {
  const { facts, projectId } = await ports.items.read(itemId);
  const before = await ports.decisions.read(itemId);
  if (!before?.now) throw new AppError('not_found', SAY.nothingToUndo);
  if (before.rev !== rev)
    throw new AppError('conflict', SAY.changed, {
      details: { changed: ['decision'], view: decisionViewOf(itemId, before) },
    });
  if (before.now.kind === 'kill' && facts.category === 'done')
    throw new AppError('conflict', SAY.stillClosed, {
      details: { changed: ['closed'], view: decisionViewOf(itemId, before) },
    });
  const place = { itemId, projectId, by, at: ports.clock.now() };
  return decisionViewOf(itemId, await end(ports, place, before, 'undone'));
}

/** Wakes what was parked or kept until today. As the app. @returns how many */
export async function wakeDecisions(ports: Ports, projectId: string, today: Day): Promise<number> {
  const at = ports.clock.now();
  let woken = 0;
  for (const { itemId } of await ports.decisions.due(projectId, today)) {
    const before = await ports.decisions.read(itemId);
    const until = before?.now?.until;
    if (!before || until === undefined || until > today) continue;
    await end(ports, { itemId, projectId, by: '', at }, before, 'woken');
    woken += 1;
  }
  return woken;
}

/**
 * Ends the kill of an item that is open again, and takes away a kill that only the item's property
 * claims, as far as Jira lets it. As the app.
 * @returns whether something was ended
 */
export async function endReopened(ports: Ports, itemId: string): Promise<boolean> {
  // Search may be late, and somebody may have closed it again since it was listed.
  const item = await ports.backlog.item(itemId);
  const shown = item && valueOf(item.facts.decision);
  if (!item || item.facts.category === 'done' || shown?.decision !== 'killed') return false;
  const before = await ports.decisions.read(itemId);
  const place = { itemId, projectId: item.projectId, by: '', at: ports.clock.now() };
  if (!before) return takeAway(ports, itemId, () => ports.items.writeDecision(itemId, null));
  if (before.now?.kind === 'kill') await end(ports, place, before, 'reopened');
  else await showDecision(ports, place, before, 'night');
  return true;
}

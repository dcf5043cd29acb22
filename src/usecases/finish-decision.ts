// The end of a kill: the decider's browser has made the transition, or has not. What counts is what
// Jira says of the item now.
import type { DecisionView } from '../contract/decision-procedures';
import type { Input } from '../contract/procedures';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import { moverSince, SKEW_MS } from '../domain/moves';
import type { KeptDecision, Ports } from '../ports';
import {
  decisionViewOf,
  showDecision,
  storeDecision,
  withDecision,
  type DecisionPlace,
} from './keep-decision';
import type { ShownBy } from './show-kept';

const SAY = MESSAGES.decision;
/** An intent is left to its decider for so long before the nightly round looks what became of it. */
const OWN_MS = 60 * 60_000;
/** So long the app waits for an item that is hidden from it or deleted: two nights look for it. */
const UNSEEN_MS = 36 * 60 * 60_000;

type Intent = NonNullable<KeptDecision['intent']>;

/** Records the kill that was intended. */
async function record(
  ports: Ports,
  place: DecisionPlace,
  before: KeptDecision,
  intent: Intent,
  shownBy: ShownBy = 'page',
): Promise<KeptDecision> {
  const next = withDecision(before, { ...intent.decided, attempt: intent.id }, place.at);
  await storeDecision(ports, place, 'decision.kill', next, before);
  return showDecision(ports, place, next, shownBy);
}

const without = (before: KeptDecision): KeptDecision => ({
  ...before,
  rev: before.rev + 1,
  intent: null,
});

/** Why nothing is recorded: the item is open, somebody else closed it, or the intent is gone. */
const WHY = { status: SAY.notClosed, closed: SAY.notByYou, decision: SAY.noIntent };

const conflict = (itemId: string, kept: KeptDecision | null, part: keyof typeof WHY): AppError =>
  new AppError('conflict', WHY[part], {
    details: { changed: [part], view: kept && decisionViewOf(itemId, kept) },
  });

/**
 * @returns the record, and its intent
 * @throws AppError conflict for an intent that is not there, forbidden for somebody else's
 */
function intended(
  itemId: string,
  kept: KeptDecision | null,
  id: string,
  by: string,
): { before: KeptDecision; intent: Intent } {
  if (kept?.intent?.id !== id) throw conflict(itemId, kept, 'decision');
  const { intent } = kept;
  if (intent.decided.by !== by) throw new AppError('forbidden', SAY.notYours);
  return { before: kept, intent };
}

/**
 * Records a kill whose transition was made. Asked twice, it answers what stands.
 * @throws AppError conflict while the item is not closed, or when somebody else has closed it
 */
export async function finishDecision(
  ports: Ports,
  by: string,
  { itemId, intent: id }: Input<'decision.finish'>,
): Promise<DecisionView> {
  const kept = await ports.decisions.read(itemId);
  const { facts, projectId } = await ports.items.read(itemId);
  if (kept?.now?.by === by && kept.now.attempt === id) return decisionViewOf(itemId, kept);
  const { before, intent } = intended(itemId, kept, id, by);
  if (facts.category !== 'done') throw conflict(itemId, before, 'status');
  const mover = moverSince(await ports.items.moves(itemId), intent.decided.at - SKEW_MS);
  // It was open then and is closed now: its history is behind.
  if (mover === undefined) throw new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable);
  if (mover !== by) throw conflict(itemId, before, 'closed');
  const place = { itemId, projectId, by, at: ports.clock.now() };
  return decisionViewOf(itemId, await record(ports, place, before, intent));
}

/** Gives up one's own intent; nothing was done to the item. */
export async function dropDecision(
  ports: Ports,
  by: string,
  { itemId, intent: id }: Input<'decision.drop'>,
): Promise<DecisionView> {
  const { before } = intended(itemId, await ports.decisions.read(itemId), id, by);
  const { projectId } = await ports.items.read(itemId);
  const next = without(before);
  await storeDecision(ports, { itemId, projectId, by, at: ports.clock.now() }, null, next, before);
  return decisionViewOf(itemId, next);
}

/**
 * What became of intents whose page was closed: an item that its decider has closed since was killed,
 * for any other nothing was decided. For one that the app does not find the
 * next night either, the intent is given up, with an act. As the app.
 * @returns how many were settled
 */
export async function settleIntents(ports: Ports, projectId: string): Promise<number> {
  const at = ports.clock.now();
  let settled = 0;
  for (const { itemId } of await ports.decisions.unsettled(projectId)) {
    const before = await ports.decisions.read(itemId);
    const intent = before?.intent;
    if (!before || !intent || at - intent.decided.at < OWN_MS) continue;
    const item = await ports.backlog.item(itemId);
    if (!item) {
      if (at - intent.decided.at < UNSEEN_MS) continue;
      const byApp = { itemId, projectId, by: '', at };
      await storeDecision(ports, byApp, 'decision.gone', without(before), before);
      settled += 1;
      continue;
    }
    const { by, at: since } = intent.decided;
    const place = { itemId, projectId, by, at };
    const isKilled =
      item.facts.category === 'done' &&
      moverSince(await ports.backlog.moves(itemId), since - SKEW_MS) === by;
    if (isKilled) await record(ports, place, before, intent, 'night');
    else await storeDecision(ports, place, null, without(before), before);
    settled += 1;
  }
  return settled;
}

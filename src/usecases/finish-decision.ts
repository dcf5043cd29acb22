// The end of a kill: the decider's browser has made the transition, or has not. What counts is what
// Jira says of the item now.
import type { DecisionView } from '../contract/decision-procedures';
import type { Input } from '../contract/procedures';
import type { Change } from '../domain/decision';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
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

const conflict = (itemId: string, kept: KeptDecision | null, part: Change): AppError =>
  new AppError('conflict', part === 'status' ? SAY.notClosed : SAY.noIntent, {
    details: { changed: [part], view: kept && decisionViewOf(itemId, kept) },
  });

/** @throws AppError conflict for an intent that is not there, forbidden for somebody else's */
function intentOf(itemId: string, kept: KeptDecision | null, id: string, by: string): Intent {
  const intent = kept?.intent;
  if (!intent || intent.id !== id) throw conflict(itemId, kept, 'decision');
  if (intent.decided.by !== by) throw new AppError('forbidden', SAY.notYours);
  return intent;
}

/**
 * Records a kill whose transition was made. Asked twice, it answers what stands.
 * @throws AppError conflict while the item is not closed
 */
export async function finishDecision(
  ports: Ports,
  by: string,
  { itemId, intent: id }: Input<'decision.finish'>,
): Promise<DecisionView> {
  const before = await ports.decisions.read(itemId);
  const { facts, projectId } = await ports.items.read(itemId);
  if (before?.now?.by === by && before.now.attempt === id) return decisionViewOf(itemId, before);
  const intent = intentOf(itemId, before, id, by);
  if (!before || facts.category !== 'done') throw conflict(itemId, before, 'status');
  const place = { itemId, projectId, by, at: ports.clock.now() };
  return decisionViewOf(itemId, await record(ports, place, before, intent));
}

/** Gives up one's own intent; nothing was done to the item. */
export async function dropDecision(
  ports: Ports,
  by: string,
  { itemId, intent: id }: Input<'decision.drop'>,
): Promise<DecisionView> {
  const before = await ports.decisions.read(itemId);
  intentOf(itemId, before, id, by);
  if (!before) throw conflict(itemId, before, 'decision');
  const { projectId } = await ports.items.read(itemId);
  const next = without(before);
  await storeDecision(ports, { itemId, projectId, by, at: ports.clock.now() }, null, next, before);
  return decisionViewOf(itemId, next);
}

/**
 * What became of intents whose page was closed: an item that is closed was killed by its decider,
 * for any other nothing was decided. As the app.
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
    const place = { itemId, projectId, by: intent.decided.by, at };
    if (item?.facts.category === 'done') await record(ports, place, before, intent, 'night');
    else await storeDecision(ports, place, null, without(before), before);
    settled += 1;
  }
  return settled;
}

// A decision about one item, under the decider's own name. What somebody saw is compared with what is
// there now; park, keep and fix are done here, a kill is only intended: its transition is made by the
// decider's browser, so that Jira's history names a person.
import type { DecisionView } from '../contract/decision-procedures';
import { fingerprint } from '../contract/fingerprint';
import type { Input } from '../contract/procedures';
import { dayOf } from '../domain/days';
import {
  changesSince,
  decisionProblems,
  type Decided,
  type DecisionInput,
  type ItemNow,
  type SeenOnList,
} from '../domain/decision';
import { AppError, type FieldErrors } from '../domain/errors';
import { valueOf } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import type { KeptDecision, Ports, SeenItem } from '../ports';
import {
  decisionViewOf,
  NOTHING_KEPT,
  showDecision,
  storeDecision,
  withDecision,
  type DecisionPlace,
} from './keep-decision';

const SAY = MESSAGES.decision;
/** How long an intent of somebody else is left to them. */
const INTENT_MS = 10 * 60_000;

function flagOf({ facts }: SeenItem): SeenOnList['flag'] {
  const flag = valueOf(facts.flag);
  if (flag?.flag === undefined || !flag.reason || !flag.since) return null;
  return { reason: flag.reason, since: flag.since };
}

const nowOf = (item: SeenItem, kept: KeptDecision): ItemNow => ({
  statusId: item.facts.statusId,
  isDone: item.facts.category === 'done',
  flag: flagOf(item),
  answer: fingerprint(item.answerValue),
  rev: kept.rev,
});

/** @throws AppError conflict, with what has changed in `details` */
function expectUnchanged(itemId: string, seen: SeenOnList, item: SeenItem, kept: KeptDecision) {
  const changed = changesSince(seen, nowOf(item, kept));
  if (changed.length === 0) return;
  throw new AppError('conflict', changed.includes('closed') ? SAY.notOpen : SAY.changed, {
    details: { changed, view: kept.rev === 0 ? null : decisionViewOf(itemId, kept) },
  });
}

function expectComplete(decision: DecisionInput, today: string): void {
  const problems = Object.entries(decisionProblems(decision, today));
  if (problems.length === 0) return;
  const fields: FieldErrors = Object.fromEntries(
    problems.map(([field, problem]) => [`decision.${field}`, problem]),
  );
  throw new AppError('invalid_input', SAY.notSaved, { fields });
}

/** @throws AppError conflict while somebody else is ending the item */
function expectNobodyEnds(itemId: string, by: string, at: number, kept: KeptDecision): void {
  const { intent } = kept;
  if (!intent || intent.decided.by === by || at - intent.decided.at >= INTENT_MS) return;
  throw new AppError('conflict', SAY.begun, {
    details: { changed: ['decision'], view: decisionViewOf(itemId, kept) },
  });
}

async function intendKill(
  ports: Ports,
  place: DecisionPlace,
  decided: Decided,
  before: KeptDecision,
  attempt: string | undefined,
): Promise<DecisionView> {
  const id = attempt ?? ports.ids.next();
  const next = { ...before, rev: before.rev + 1, intent: { id, decided } };
  await storeDecision(ports, place, null, next, before);
  return decisionViewOf(place.itemId, next);
}

/**
 * Decides about an item as this person, who may.
 * @throws AppError conflict when the item is not as it was seen; invalid_input by field
 */
export async function beginDecision(
  ports: Ports,
  by: string,
  { itemId, decision, seen, attempt }: Input<'decision.begin'>,
): Promise<DecisionView> {
  const item = await ports.items.read(itemId);
  const { projectId, facts } = item;
  if (facts.level < 0) throw new AppError('invalid_input', SAY.subtask);
  const { rules } = await ports.settings.load(projectId);
  const at = ports.clock.now();
  expectComplete(decision, dayOf(at, rules.timeZone));
  const before = (await ports.decisions.read(itemId)) ?? NOTHING_KEPT;
  expectUnchanged(itemId, seen, item, before);
  expectNobodyEnds(itemId, by, at, before);
  const { kind, reason, until, effort, unit, fix, into, offered } = decision;
  const rests = kind === 'park' || kind === 'keep';
  const decided: Decided = {
    kind,
    reason,
    by,
    at,
    forum: rules.forum.name,
    flag: flagOf(item),
    wasIn: facts.statusId,
    ...(rests && until !== undefined && { until }),
    ...(kind === 'park' && offered && { offered }),
    ...(effort !== undefined && { effort, unit }),
    ...(kind === 'fix' && { fix, ...(fix === 'split' && { into }) }),
  };
  const place = { itemId, projectId, by, at };
  if (kind === 'kill') return intendKill(ports, place, decided, before, attempt);
  if (kind === 'fix') {
    const past = [...before.past, { decided, ended: null }];
    const mended = { ...before, rev: before.rev + 1, past };
    await storeDecision(ports, place, 'decision.fix', mended, before);
    return decisionViewOf(itemId, mended);
  }
  const next = withDecision(before, decided, at);
  await storeDecision(ports, place, `decision.${kind}`, next, before);
  return decisionViewOf(itemId, await showDecision(ports, place, next));
}

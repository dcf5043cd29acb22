// "Too early": the result is due on another day. Storage keeps each postponement; the day itself is
// written into the item's answer, as the user, where Jira lets them.
import { fingerprint } from '../contract/fingerprint';
import type { Input, Output } from '../contract/procedures';
import { answerProperty } from '../contract/properties';
import { dayOf } from '../domain/days';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import { checkDayOf } from '../domain/result';
import type { KeptResult, Ports, Postponement } from '../ports';
import { ownBet } from './give-result';
import {
  expectResultRevision,
  resultView,
  showResult,
  storeResult,
  withGiven,
} from './keep-result';
import { tellCheckDate } from './tell-check-date';

/**
 * Records a new check date for a bet that is done. A result that stood before is kept as an earlier
 * one, because the question is open again.
 * @throws AppError invalid_input for a day that is not to come
 * @throws AppError conflict when somebody else said something since `rev`
 */
export async function postponeResult(
  ports: Ports,
  by: string,
  input: Input<'result.later'>,
): Promise<Output<'result.later'>> {
  const { itemId, checkBy, delivered, note, rev } = input;
  const last = await ports.answers.read(itemId);
  const item = await ports.items.read(itemId);
  const { projectId } = item;
  const settings = await ports.settings.load(projectId);
  const answer = ownBet(item, settings);
  const at = ports.clock.now();
  const today = dayOf(at, settings.rules.timeZone);
  if (checkBy <= today)
    throw new AppError('invalid_input', MESSAGES.input, {
      fields: { checkBy: MESSAGES.result.laterPast },
    });
  const before = await ports.results.read(itemId);
  expectResultRevision(itemId, before, rev);
  const postponed: Postponement = {
    from: checkDayOf(answer, before?.later ?? []) ?? null,
    to: checkBy,
    at: today,
    by,
    delivered,
    note,
    written: false,
  };
  const next = (over: KeptResult | null): KeptResult => ({
    ...withGiven(over, null, at),
    // Where no result stood, the item shows none already.
    written: over?.given == null && (over?.written ?? true),
    later: [...(over?.later ?? []), postponed],
  });
  const place = { itemId, projectId, by, at };
  const kept = await storeResult(ports, place, 'result.later', next, before);
  const shown = kept.written ? kept : await showResult(ports, place, kept);
  const index = kept.later.length - 1;
  const told = await tellCheckDate(ports, place, { item, answer, last }, shown, index);
  return {
    result: resultView(itemId, told.kept),
    answer: answerProperty.parse(told.value),
    seen: fingerprint(told.value) ?? '',
  };
}

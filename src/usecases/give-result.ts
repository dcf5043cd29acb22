// The result of a bet: did it do what was expected? Storage holds the truth; the item's property
// shows it.
import type { Input, ResultView } from '../contract/procedures';
import { dayOf } from '../domain/days';
import { AppError } from '../domain/errors';
import { betOf } from '../domain/inherit';
import type { KeptAnswer } from '../domain/answer';
import { MESSAGES } from '../domain/messages';
import { evidenceOf } from '../domain/result';
import type { ProjectSettings } from '../domain/rules';
import type { KeptResult, Ports, SeenItem } from '../ports';
import { citedReading } from './cited-reading';
import {
  expectResultRevision,
  resultView,
  showResult,
  storeResult,
  withGiven,
} from './keep-result';

const SAY = MESSAGES.result;

/**
 * The sentence that the item itself carries.
 * @throws AppError invalid_input for an item that is not done, and for one that is no bet
 */
export function ownBet({ facts }: SeenItem, { goals }: ProjectSettings): KeptAnswer {
  if (facts.category !== 'done')
    throw new AppError('invalid_input', SAY.notDone, { reason: 'item_not_done' });
  const { source, answer } = betOf(facts, null, goals);
  if (source !== 'own' || !answer || answer.why === 'run')
    throw new AppError('invalid_input', SAY.notTheBet);
  return answer;
}

/**
 * Records a result for an item that carries its own answer and is done; what was said before is kept.
 * @throws AppError conflict when somebody else said something since `rev`
 */
export async function giveResult(
  ports: Ports,
  by: string,
  input: Input<'result.give'>,
): Promise<ResultView> {
  const { itemId, result, note, rev } = input;
  const item = await ports.items.read(itemId);
  const { projectId, facts } = item;
  const settings = await ports.settings.load(projectId);
  const answer = ownBet(item, settings);
  const before = await ports.results.read(itemId);
  expectResultRevision(itemId, before, rev);
  const reading = await citedReading(ports, settings, input.reading, answer.goal ?? null);
  const { timeZone } = settings.rules;
  const at = ports.clock.now();
  const given = {
    result,
    evidence: evidenceOf(reading, dayOf(facts.categoryChanged, timeZone)),
    at: dayOf(at, timeZone),
    by,
    ...(note !== undefined && { note }),
    ...(reading && { reading }),
  };
  const place = { itemId, projectId, by, at };
  const next = (over: KeptResult | null): KeptResult => withGiven(over, given, at);
  const kept = await storeResult(ports, place, 'result.give', next, before);
  return resultView(itemId, await showResult(ports, place, kept));
}

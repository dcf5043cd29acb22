// The result of a bet: did it do what was expected? Storage holds the truth; the item's property
// shows it. Where Jira does not take the property, the result is kept and marked as not written.
import type { GivenResult, Input } from '../contract/procedures';
import { dayOf } from '../domain/days';
import { AppError } from '../domain/errors';
import { betOf } from '../domain/inherit';
import type { Result } from '../domain/item';
import type { KeptResult, Ports } from '../ports';
import { MESSAGES } from '../domain/messages';

const SAY = MESSAGES.result;

export const shownResult = ({
  result,
  evidence,
  at,
  note,
  rev,
  written,
}: KeptResult): GivenResult => ({
  result,
  evidence,
  at,
  note,
  rev,
  written,
});

const plain = ({ result, evidence, at }: Result): Result => ({ result, evidence, at });

/**
 * Records a result for an item that carries its own answer and is done.
 * @throws AppError conflict when somebody else gave one since `rev`
 */
export async function giveResult(
  ports: Ports,
  by: string,
  input: Input<'result.give'>,
): Promise<GivenResult> {
  const { itemId } = input;
  const item = await ports.items.read(itemId);
  const settings = await ports.settings.load(item.projectId);
  const now = ports.clock.now();
  if (item.facts.category !== 'done') throw new AppError('invalid_input', SAY.notDone);
  const bet = betOf(item.facts, null, settings.goals);
  if (bet.source !== 'own' || bet.answer?.why === 'run')
    throw new AppError('invalid_input', SAY.notTheBet);
  const before = await ports.results.read(itemId);
  if ((before?.rev ?? 0) !== input.rev)
    throw new AppError('conflict', SAY.changed, {
      details: before && shownResult(before),
    });
  // Without a reading to cite it is a judgement.
  const given: Result = {
    result: input.result,
    evidence: 'judged',
    at: dayOf(now, settings.rules.timeZone),
  };
  const kept: KeptResult = {
    ...given,
    note: input.note,
    by,
    rev: input.rev + 1,
    written: false,
    earlier: before
      ? [...before.earlier, { result: plain(before), by: before.by, note: before.note }]
      : [],
  };
  await ports.results.save(itemId, item.projectId, kept, input.rev, {
    projectId: item.projectId,
    subject: itemId,
    kind: 'result.give',
    by,
    at: now,
    before: before && plain(before),
    after: given,
  });
  return shownResult(await project(ports, item.projectId, itemId, kept));
}

/** Shows a kept result on the item. What fails here is logged: the result is kept already. */
async function project(ports: Ports, projectId: string, itemId: string, kept: KeptResult) {
  const written = { ...kept, rev: kept.rev + 1, written: true };
  try {
    await ports.items.writeResult(itemId, plain(kept));
    await ports.results.save(itemId, projectId, written, kept.rev, null);
    return written;
  } catch (error) {
    ports.log.error('result kept, not shown in Jira', error, { itemId });
    return kept;
  }
}

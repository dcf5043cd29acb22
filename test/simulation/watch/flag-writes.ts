// Holds each flag that the app writes to the rules, as they and the item were while it was decided on.
import { addDays, dayOf } from '../../../src/domain/days';
import type { PropertyWrite } from '../jira/options';
import { LONGEST_LAG, MINUTE } from '../world';
import { duesIn, FARTHEST_MARK, SKEW } from './dues';
import { parsed, type Evidence } from './evidence';

/** A run lasts no longer than this. */
const RUN = 16 * MINUTE;

/** I5: a flag's reason is one that the item had, and no item is put off for long. */
export function flagWritten(
  evidence: Evidence,
  { item, text }: Pick<PropertyWrite, 'item' | 'text'>,
): void {
  const { world, say } = evidence;
  const now = world.kernel.now();
  const { reason, notBefore } = parsed(text) as { reason?: string; notBefore?: string };
  const moments = [now - RUN - SKEW, now + SKEW];
  const days = moments.map((moment) => dayOf(moment, world.zone));
  if (notBefore !== undefined && notBefore > addDays(days[1] ?? '', FARTHEST_MARK))
    say(`I5: ${item.id} is put off until ${notBefore}`);
  if (reason === undefined) return;
  const looks = days.flatMap((today) => moments.map((at) => ({ now: at, today })));
  const dues = duesIn(evidence, item, { from: now - RUN - LONGEST_LAG, to: now, looks });
  if (!dues.some(({ reasons }) => reasons[0] === reason))
    say(`I5: ${item.id} is flagged as ${reason}, and was not`);
}

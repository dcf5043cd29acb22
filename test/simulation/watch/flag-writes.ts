// Holds each flag that the app writes to the rules, as they and the item were while it was decided on.
import { addDays, dayOf, DAY_MS } from '../../../src/domain/days';
import type { PropertyWrite } from '../jira/options';
import { dueOf, statesIn } from '../oracle';
import { LONGEST_LAG, MINUTE } from '../world';
import { parsed, type Evidence } from './evidence';

/** The app's and Jira's clocks may differ by this. */
const SKEW = 6 * MINUTE;
/** A run lasts no longer than this. */
const RUN = 16 * MINUTE;
/** Answered parents are listed anew after a week at the latest. */
const PARENTS_KEPT = 8 * DAY_MS;
/** An item that is listed in vain is not listed again for so many days at most. */
const FARTHEST_MARK = 14;

/** I5: a flag's reason is one that the item had, and no item is put off for long. */
export function flagWritten(
  { world, say, settingsIn }: Evidence,
  { item, text }: Pick<PropertyWrite, 'item' | 'text'>,
): void {
  const { kernel, states } = world;
  const now = kernel.now();
  const flag = parsed(text);
  const { reason, notBefore } = flag as { reason?: string; notBefore?: string };
  const days = [dayOf(now - RUN - SKEW, world.zone), dayOf(now + SKEW, world.zone)];
  if (notBefore !== undefined && notBefore > addDays(days[1] ?? '', FARTHEST_MARK))
    say(`I5: ${item.id} is put off until ${notBefore}`);
  if (reason === undefined) return;
  const from = now - RUN - LONGEST_LAG;
  const statesOf = (id: string, since: number) => statesIn(states.get(id) ?? [], since, now);
  const parents = item.parentId === null ? [] : statesOf(item.parentId, from - PARENTS_KEPT);
  const had = statesOf(item.id, from).some((row) =>
    settingsIn(item.projectId, from - SKEW, now).some((settings) =>
      [null, ...parents.filter(({ hidden, gone }) => !hidden && !gone)].some((parent) =>
        days.some((today) =>
          [now - RUN - SKEW, now + SKEW].some(
            (at) => dueOf(row, parent, settings, { now: at, today }).reason === reason,
          ),
        ),
      ),
    ),
  );
  if (!had) say(`I5: ${item.id} is flagged as ${reason}, and was not`);
}

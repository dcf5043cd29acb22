// Holds the flags that stand after the last night to what is due by the rules.
import { addDays, dayOf } from '../../../src/domain/days';
import { dueOf, statesIn } from '../oracle';
import { HOUR, MINUTE } from '../world';
import { parsed, type Evidence } from './evidence';

/** The app's and Jira's clocks may differ by this. */
const SKEW = 6 * MINUTE;

/** I5, when the last night is over. */
export function compareFlags({ world, say }: Evidence, lastScan: number): void {
  const { site, states } = world;
  const today = dayOf(lastScan, world.zone);
  for (const item of site.items.values()) {
    const settings = world.settings.get(item.projectId)?.at(-1);
    if (item.deleted || item.visibleTo !== null || !settings) continue;
    const known = states.get(item.id) ?? [];
    const row = statesIn(known, lastScan, lastScan)[0];
    if (!row) continue;
    // The scan itself takes away what only an item claims, and decides on what is left.
    const left = known.at(-1)?.row ?? row;
    const parentItem = item.parentId === null ? undefined : site.find(item.parentId);
    // What the app may not see says nothing to it.
    const parent = parentItem?.visibleTo === null ? site.rowOf(parentItem) : null;
    const at = (now: number, one = row) => dueOf(one, parent, settings, { now, today });
    const flag = parsed(item.properties.get('ladder-flag') ?? null);
    if (typeof flag['v'] === 'number' && flag['v'] > 1) continue;
    const told = `${item.id} on ${today}: ${JSON.stringify(flag)}`;
    const isFlaggedNow = flag['flag'] === 'warned' || flag['flag'] === 'candidate';
    if (isFlaggedNow && flag['since'] === undefined) say(`I5: a flag without its day, ${told}`);
    const isDue = [row, left].some(
      (one) => at(lastScan + SKEW, one).due || at(lastScan - SKEW - HOUR, one).due,
    );
    if (isFlaggedNow && !isDue) say(`I5: a flag without a reason, ${told}`);
    // A warning that is listed for the second time in vain waits for up to 13 days.
    // What the scan itself has changed, search shows it late: that is for the next night.
    const wasDue = statesIn(known, lastScan - HOUR, lastScan).every(
      (one) => at(lastScan - SKEW, one).due,
    );
    if (!isFlaggedNow && wasDue) say(`I5: not warned, ${told}`);
    // Search may not show a warning of today yet.
    const longWarned =
      flag['flag'] === 'warned' &&
      String(flag['since']) < today &&
      String(flag['since']) <= addDays(today, -settings.rules.graceDays) &&
      (!('notBefore' in flag) || String(flag['notBefore']) <= today);
    if (longWarned && at(lastScan - SKEW).ripe) say(`I5: not a candidate, ${told}`);
  }
}

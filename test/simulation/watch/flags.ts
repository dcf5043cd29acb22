// Holds the flags that stand after the last night to what is due by the rules.
import { addDays, dayOf } from '../../../src/domain/days';
import { dueOf, statesIn } from '../oracle';
import { HOUR, MINUTE } from '../world';
import { parsed, type Evidence } from './evidence';

/** The app's and Jira's clocks may differ by this. */
const SKEW = 6 * MINUTE;

/** I5, when the last night is over. */
export function compareFlags({ world, say, hidings }: Evidence, lastScan: number): void {
  const { site, states } = world;
  for (const item of site.items.values()) {
    const project = site.projects.get(item.projectId);
    const settings = world.settings.get(item.projectId)?.at(-1);
    if (item.deleted || item.visibleTo !== null || hidings.has(item.id) || !settings || !project)
      continue;
    const list = states.get(item.id) ?? [];
    const row = statesIn(list, lastScan, lastScan)[0];
    const parentItem = item.parentId === null ? undefined : site.find(item.parentId);
    if (parentItem && (hidings.has(parentItem.id) || parentItem.visibleTo !== null)) continue;
    if (!row) continue;
    const parent = parentItem ? site.rowOf(parentItem) : null;
    const today = dayOf(lastScan, world.zone);
    const at = (now: number) => dueOf(row, parent, settings, { now, today });
    const flag = parsed(item.properties.get('ladder-flag') ?? null);
    if (typeof flag['v'] === 'number' && flag['v'] > 1) continue;
    const isFlaggedNow = flag['flag'] === 'warned' || flag['flag'] === 'candidate';
    if (isFlaggedNow && !at(lastScan + SKEW).due && !at(lastScan - SKEW - HOUR).due)
      say(`I5: ${item.id} has a flag without a reason: ${JSON.stringify(flag)}`);
    // A warning that is listed for the second time in vain waits for up to 13 days.
    if (!isFlaggedNow && at(lastScan - SKEW).due) say(`I5: ${item.id} is not warned`);
    const longWarned =
      flag['flag'] === 'warned' &&
      String(flag['since']) <= addDays(today, -settings.rules.graceDays) &&
      (!('notBefore' in flag) || String(flag['notBefore']) <= today);
    if (longWarned && at(lastScan - SKEW).ripe) say(`I5: ${item.id} is not a candidate`);
  }
}

// Holds the flags that stand after calm nights to what is due by the rules.
import { addDays } from '../../../src/domain/days';
import type { Item } from '../jira/site';
import { LONGEST_LAG } from '../world';
import { duesIn, FARTHEST_MARK, SKEW } from './dues';
import { parsed, type Evidence } from './evidence';

/** Nights in a row without faults, on which nobody changed anything. */
export interface CalmNights {
  /** When the scan of the first was due, and the project's day then and on the last one. */
  due: number;
  firstDay: string;
  lastDay: string;
}

/** I5: what was due all the while is flagged, what was not is not, and flags say why. */
function compareFlag(
  evidence: Evidence,
  item: Item,
  { due, firstDay, lastDay }: CalmNights,
): string[] {
  const flag = parsed(item.properties.get('ladder-flag') ?? null) as Record<string, string>;
  const { kernel } = evidence.world;
  const looks = [
    { now: due - SKEW, today: firstDay },
    { now: kernel.now() + SKEW, today: lastDay },
  ];
  const span = { from: due - LONGEST_LAG, to: kernel.now(), looks };
  const dues = duesIn(evidence, item, span);
  const isFlagged = flag['flag'] === 'warned' || flag['flag'] === 'candidate';
  const { notBefore = '', since = '', reason = '' } = flag;
  // Listed in vain when search was late, an item waits for two weeks at most.
  const isPutOff = notBefore > firstDay && notBefore <= addDays(firstDay, FARTHEST_MARK);
  if (!isFlagged)
    return isPutOff || dues.some(({ reasons }) => reasons.length === 0) ? [] : ['not warned'];
  if (since === '') return ['a flag without its day'];
  if (dues.every(({ reasons }) => reasons.length === 0)) return ['a flag without a reason'];
  if (!dues.some(({ reasons }) => reasons.includes(reason))) return ['a flag for another reason'];
  const graces = evidence
    .settingsIn(item.projectId, span.from, span.to)
    .map(({ rules }) => rules.graceDays);
  // Search may not show a warning of the same day yet.
  const isLongWarned =
    flag['flag'] === 'warned' &&
    since < firstDay &&
    since <= addDays(firstDay, -Math.max(...graces)) &&
    !isPutOff;
  return isLongWarned && dues.every(({ ripe }) => ripe) ? ['not a candidate'] : [];
}

export function compareFlags(evidence: Evidence, nights: CalmNights): void {
  const { site, settings } = evidence.world;
  for (const item of site.items.values()) {
    if (item.deleted || item.visibleTo !== null || !settings.has(item.projectId)) continue;
    for (const wrong of compareFlag(evidence, item, nights))
      evidence.say(
        `I5: ${wrong}, ${item.id} on ${nights.lastDay}: ${item.properties.get('ladder-flag') ?? 'no flag'}`,
      );
  }
}

// What ages without serving a goal. An item is warned first; it becomes a candidate when the age is
// reached and the warning has stood for the grace. Only people end items.
import { parentOf, type Frame } from './band';
import { addDays, DAY_MS, wholeDays, type Day } from './days';
import { isOver } from './goal';
import { isFresh } from './idle';
import { betOf, isAsked } from './inherit';
import { valueOf, type Flag, type ItemFacts, type Reason } from './item';
import { agesOf } from './rules';

/** The moment of a scan: the instant (milliseconds) and the project's day. */
export interface Moment {
  now: number;
  today: Day;
}

/** Whole days since the item was created or, while it is in progress, since it entered In Progress. */
export const ageInDays = (
  item: Pick<ItemFacts, 'category' | 'categoryChanged' | 'created'>,
  now: number,
): number =>
  wholeDays(item.category === 'indeterminate' ? item.categoryChanged : item.created, now);

/** Why an open item should be looked at, and whether its age makes it a candidate once the grace is over. */
export interface Finding {
  reason: Reason;
  ripe: boolean;
}

/** Whether a decision keeps the item off the list for now. */
export const isResting = (item: Pick<ItemFacts, 'decision'>, today: Day): boolean => {
  const decision = valueOf(item.decision);
  return decision?.until !== undefined && decision.decision !== 'killed' && decision.until > today;
};

/** The first reason that fits, or null when there is nothing to say about the item. */
export function findingOf(item: ItemFacts, frame: Frame, { now, today }: Moment): Finding | null {
  const { rules } = frame;
  if (item.category === 'done' || !isAsked(item, rules) || isResting(item, today)) return null;
  const { answer } = betOf(item, parentOf(item, frame), frame.goals);
  const { warnAfterDays, flagAfterDays } = agesOf(rules, item.typeId);
  if (!answer) {
    const age = ageInDays(item, now);
    return age >= warnAfterDays ? { reason: 'aged', ripe: age >= flagAfterDays } : null;
  }
  if (answer.stopBy !== undefined && answer.stopBy < today) return { reason: 'stop', ripe: true };
  if (answer.why !== 'run') {
    if (answer.checkBy !== undefined && answer.checkBy < today)
      return { reason: 'check', ripe: true };
    const goal = frame.goals.find(({ id }) => id === answer.goal);
    if (goal && isOver(goal, today)) return { reason: 'goal', ripe: true };
  }
  const idle = wholeDays(item.updated, now) >= flagAfterDays;
  return idle && !isFresh(answer, flagAfterDays, today) ? { reason: 'idle', ripe: true } : null;
}

/** The first day on which no scan can have written a flag yet; the project's zone may have changed since. */
export const firstFalseSince = (today: Day): Day => addDays(today, 2);

/**
 * The flag that a scan has given the item. Whoever may edit it may write there too: what a later version
 * seems to have written, and a day that has not come yet, is none. Flags are found anew, so nothing is lost.
 */
function givenFlag(item: Pick<ItemFacts, 'flag'>, today: Day) {
  const { flag, since, reason } = valueOf(item.flag) ?? {};
  if (flag === undefined || since === undefined || since >= firstFalseSince(today)) return null;
  return { flag, since, reason };
}

/** What the scan should do with an item's flag: write this one, take it away, or leave it. */
export type FlagChange = { kind: 'write'; flag: Flag } | { kind: 'clear' } | { kind: 'keep' };

/** Which search of the scan listed an item: what it may need. */
export type ScanSearch = 'clear' | 'warn' | 'flag' | 'reason';

/** Days for which an item that a search lists in vain is not listed by it again: a week and a spread. */
const REJECTED_DAYS = 7;
const SPREAD_DAYS = 7;
/** No mark of a scan lies further ahead. */
export const FURTHEST_MARK_DAYS = REJECTED_DAYS + SPREAD_DAYS;

/** Decides one item. Running it twice on one day changes nothing the second time. */
export function planFlag(item: ItemFacts, frame: Frame, moment: Moment): FlagChange {
  const finding = findingOf(item, frame, moment);
  if (!finding) return { kind: valueOf(item.flag)?.flag === undefined ? 'keep' : 'clear' };
  const { reason, ripe } = finding;
  const flag = givenFlag(item, moment.today);
  if (!flag) return { kind: 'write', flag: { flag: 'warned', reason, since: moment.today } };
  const graceOver = flag.since <= addDays(moment.today, -frame.rules.graceDays);
  if (flag.flag === 'warned' && ripe && graceOver)
    return { kind: 'write', flag: { flag: 'candidate', reason, since: moment.today } };
  if (flag.reason !== reason)
    return { kind: 'write', flag: { flag: flag.flag, reason, since: flag.since } };
  return { kind: 'keep' };
}

/**
 * Decides an item that a search has listed. A search is wider than the rule where it has to be (more
 * parents than a search can name); what it lists in vain is marked with `notBefore`, so that it is
 * not listed again every night. Search counts ages from its own moment: what comes of age within a day
 * gets no mark. What search shows late (its own flag of today, a decision of today) is
 * left alone.
 */
export function planListed(
  item: ItemFacts,
  search: ScanSearch,
  frame: Frame,
  moment: Moment,
): FlagChange {
  const change = planFlag(item, frame, moment);
  if (change.kind !== 'keep') return change;
  // Search sees a flag in what can't be read.
  if (search === 'clear' && valueOf(item.flag) === null && !findingOf(item, frame, moment))
    return { kind: item.flag.kind === 'none' ? 'keep' : 'clear' };
  if (isResting(item, moment.today)) return change;
  const flag = valueOf(item.flag);
  const inVain =
    (search === 'warn' && flag?.flag === undefined) ||
    (search === 'flag' && flag?.flag === 'warned');
  if (!inVain) return change;
  const soon = findingOf(item, frame, { ...moment, now: moment.now + DAY_MS });
  if (search === 'warn' ? soon : soon?.ripe) return change;
  const days = REJECTED_DAYS + (Number(item.id) % SPREAD_DAYS);
  return { kind: 'write', flag: { ...flag, notBefore: addDays(moment.today, days) } };
}

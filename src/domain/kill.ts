// What ages without serving a goal. An item is warned first; it becomes a candidate when the age is
// reached and the warning has stood for the grace. Only people end items.
import { parentOf, type Frame } from './band';
import {
  askedClause,
  byBet,
  coveredClause,
  ownAnswerClause,
  ownGoal,
  standardClause,
} from './bet-clause';
import {
  and,
  category,
  dayBefore,
  everything,
  has,
  is,
  not,
  older,
  or,
  type Clause,
} from './clause';
import type { KeptAnswer } from './answer';
import { addDays, wholeDays, type Day } from './days';
import { isOver } from './goal';
import { betOf, isAsked } from './inherit';
import { valueOf, type Flag, type ItemFacts, type Reason } from './item';

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

const resting = (item: ItemFacts, today: Day): boolean => {
  const decision = valueOf(item.decision);
  return decision?.until !== undefined && decision.decision !== 'killed' && decision.until > today;
};

/** The first reason that fits, or null when there is nothing to say about the item. */
export function findingOf(item: ItemFacts, frame: Frame, { now, today }: Moment): Finding | null {
  const { rules } = frame;
  if (item.category === 'done' || !isAsked(item, rules) || resting(item, today)) return null;
  const { answer } = betOf(item, parentOf(item, frame), frame.goals);
  if (!answer) {
    const age = ageInDays(item, now);
    return age >= rules.warnAfterDays ? { reason: 'aged', ripe: age >= rules.flagAfterDays } : null;
  }
  if (answer.stopBy !== undefined && answer.stopBy < today) return { reason: 'stop', ripe: true };
  if (answer.why !== 'run') {
    if (answer.checkBy !== undefined && answer.checkBy < today)
      return { reason: 'check', ripe: true };
    const goal = frame.goals.find(({ id }) => id === answer.goal);
    if (goal && isOver(goal, today)) return { reason: 'goal', ripe: true };
  }
  const idle = wholeDays(item.updated, now) >= rules.flagAfterDays;
  return idle ? { reason: 'idle', ripe: true } : null;
}

/** What the scan should do with an item's flag: write this one, take it away, or leave it. */
export type FlagChange = { kind: 'write'; flag: Flag } | { kind: 'clear' } | { kind: 'keep' };

/** Decides one item. Running it twice on one day changes nothing the second time. */
export function planFlag(item: ItemFacts, frame: Frame, moment: Moment): FlagChange {
  const finding = findingOf(item, frame, moment);
  const flag = valueOf(item.flag);
  // Written by a later version: not ours to change.
  if (item.flag.kind === 'newer') return { kind: 'keep' };
  if (!finding) return flag?.flag === undefined ? { kind: 'keep' } : { kind: 'clear' };
  const { reason, ripe } = finding;
  if (flag?.flag === undefined || flag.since === undefined)
    return { kind: 'write', flag: { flag: 'warned', reason, since: moment.today } };
  const graceOver = flag.since <= addDays(moment.today, -frame.rules.graceDays);
  if (flag.flag === 'warned' && ripe && graceOver)
    return { kind: 'write', flag: { flag: 'candidate', reason, since: moment.today } };
  if (flag.reason !== reason) return { kind: 'write', flag: { ...flag, reason } };
  return { kind: 'keep' };
}

const aged = (days: number): Clause =>
  or(
    and(category('new'), older('created', days)),
    and(category('indeterminate'), older('categoryChanged', days)),
  );

/** Open and asked; the reason is left to `findingOf`. */
const openClause = (frame: Frame): Clause => and(askedClause(frame), not(category('done')));

const restingClause = ({ today }: Moment): Clause =>
  and(not(is('decision', 'killed')), has('until'), not(dayBefore('until', addDays(today, 1))));

/** Open items with any reason at all. `days` is the age that counts for items without an answer. */
export function findingClause(frame: Frame, moment: Moment, days: number): Clause {
  const { today } = moment;
  const over = frame.goals.filter((goal) => isOver(goal, today));
  const idle = older('updated', frame.rules.flagAfterDays);
  const own = ownAnswerClause(frame);
  const past = (day: Day | undefined): boolean => day !== undefined && day < today;
  const dated = ({ why, goal, checkBy, stopBy }: KeptAnswer): boolean =>
    past(stopBy) || (why !== 'run' && (past(checkBy) || over.some(({ id }) => id === goal)));
  return and(
    openClause(frame),
    not(restingClause(moment)),
    byBet(frame, {
      own: or(
        and(own, or(dayBefore('stopBy', today), idle)),
        and(own, not(is('why', 'run')), dayBefore('checkBy', today)),
        ...over.map(ownGoal),
      ),
      parent: (answer) => (dated(answer) ? everything : idle),
      none: aged(days),
    }),
  );
}

/** The searches of one scan: only what may change is listed. */
export function scanClauses(
  frame: Frame,
  moment: Moment,
): Record<'clear' | 'warn' | 'flag' | 'reason', Clause> {
  const { rules } = frame;
  const findings = findingClause(frame, moment, rules.warnAfterDays);
  return {
    clear: and(standardClause(frame), has('flag'), not(findings)),
    warn: and(findings, not(has('flag'))),
    flag: and(
      is('flag', 'warned'),
      dayBefore('since', addDays(moment.today, 1 - rules.graceDays)),
      findingClause(frame, moment, rules.flagAfterDays),
    ),
    // An item that was answered, or lost its answer, keeps its flag for another reason.
    reason: and(
      has('flag'),
      findings,
      or(
        and(is('reason', 'aged'), coveredClause(frame)),
        and(not(is('reason', 'aged')), not(coveredClause(frame))),
      ),
    ),
  };
}

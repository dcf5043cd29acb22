// The kill list's rules as search conditions: what the scan lists, and what the page counts. The same
// rules as functions of an item stand in kill.ts; a test holds the two equal.
import type { KeptAnswer } from './answer';
import type { Frame } from './band';
import {
  answeredParents,
  askedClause,
  byBet,
  coveredClause,
  ofParents,
  ownAnswerClause,
  ownGoal,
  type ByBet,
} from './bet-clause';
import type { Counted } from './bet-sum';
import {
  and,
  category,
  dayBefore,
  everything,
  has,
  is,
  not,
  nothing,
  older,
  oneOf,
  or,
  type Clause,
} from './clause';
import { addDays, type Day } from './days';
import { isOver } from './goal';
import { isFresh } from './idle';
import { firstFalseSince, FURTHEST_MARK_DAYS, type Moment, type ScanSearch } from './kill';
import { restingClause } from './number';
import type { Ages } from './rules';

/** Parents that one search names at most; children of further ones are listed group by group. */
const PARENTS_AT_ONCE = 500;

type AgeName = keyof Ages;

/** A condition by age, with the ages of types that have their own. */
function byAge({ rules }: Frame, name: AgeName, aged: (days: number) => Clause): Clause {
  const own = rules.agesByType.map((ages) => and(oneOf('type', [ages.typeId]), aged(ages[name])));
  const types = rules.agesByType.map(({ typeId }) => typeId);
  return or(and(not(oneOf('type', types)), aged(rules[name])), ...own);
}

const agedClause = (days: number): Clause =>
  or(
    and(category('new'), older('created', days)),
    and(category('indeterminate'), older('categoryChanged', days)),
  );

/** Open and asked; the reason is left to `findingOf`. */
const openClause = (frame: Frame): Clause => and(askedClause(frame), not(category('done')));

/** Nobody has changed the item itself for long. */
const untouched = (frame: Frame): Clause =>
  byAge(frame, 'flagAfterDays', (days) => older('updated', days));

/** The item's own answer became complete too lately for the item to be idle. */
const ownFresh = (frame: Frame, { today }: Moment): Clause =>
  and(
    dayBefore('answered', addDays(today, 2)),
    byAge(frame, 'flagAfterDays', (days) => not(dayBefore('answered', addDays(today, 1 - days)))),
  );

/** The same of its parent's answer. */
const parentFresh = (frame: Frame, { today }: Moment, answer: KeptAnswer): Clause =>
  byAge(frame, 'flagAfterDays', (days) => (isFresh(answer, days, today) ? everything : nothing));

/** The same of the answer that speaks for the item. */
const freshBet = (frame: Frame, moment: Moment): ByBet => ({
  own: and(ownAnswerClause(frame), ownFresh(frame, moment)),
  parent: (answer) => parentFresh(frame, moment, answer),
  none: nothing,
});

/** The reasons that an answer gives by its dates, each by whose answer speaks for the item. */
function datedBets(frame: Frame, { today }: Moment): Record<'stop' | 'check' | 'goal', ByBet> {
  const over = frame.goals.filter((goal) => isOver(goal, today));
  const own = ownAnswerClause(frame);
  const past = (day: Day | undefined): boolean => day !== undefined && day < today;
  const bet = (mine: Clause, of: (answer: KeptAnswer) => boolean): ByBet => ({
    own: mine,
    parent: (answer) => (of(answer) ? everything : nothing),
    none: nothing,
  });
  return {
    stop: bet(and(own, dayBefore('stopBy', today)), ({ stopBy }) => past(stopBy)),
    check: bet(
      and(own, not(is('why', 'run')), dayBefore('checkBy', today)),
      ({ why, checkBy }) => why !== 'run' && past(checkBy),
    ),
    goal: bet(
      or(...over.map(ownGoal)),
      ({ why, goal }) => why !== 'run' && over.some(({ id }) => id === goal),
    ),
  };
}

/** What makes an item be looked at, by whose answer speaks for it. `age` is that of items without one. */
function findingBet(frame: Frame, moment: Moment, age: AgeName): ByBet {
  const idle = untouched(frame);
  const dated = Object.values(datedBets(frame, moment));
  return {
    own: or(
      ...dated.map(({ own }) => own),
      and(ownAnswerClause(frame), idle, not(ownFresh(frame, moment))),
    ),
    parent: (answer, parent) =>
      or(
        ...dated.map((bet) => bet.parent(answer, parent)),
        and(idle, not(parentFresh(frame, moment, answer))),
      ),
    none: byAge(frame, age, agedClause),
  };
}

const scopeOf = (frame: Frame, moment: Moment): Clause =>
  and(openClause(frame), not(restingClause(moment)));

/** Open items with any reason at all. */
export const findingClause = (
  frame: Frame,
  moment: Moment,
  age: AgeName = 'warnAfterDays',
): Clause => and(scopeOf(frame, moment), byBet(frame, findingBet(frame, moment, age)));

/** The same, as what is counted: in a sum of searches where a project has many answered parents. */
export const findingCounted = (
  frame: Frame,
  moment: Moment,
  age: AgeName = 'warnAfterDays',
): Counted => ({ scope: scopeOf(frame, moment), bet: findingBet(frame, moment, age) });

export interface ScanListing {
  search: ScanSearch;
  clause: Clause;
}

/** Not put off because it was listed in vain; a day further ahead than the scan writes is none. */
const dueToList = ({ today }: Moment): Clause =>
  or(
    dayBefore('notBefore', addDays(today, 1)),
    not(dayBefore('notBefore', addDays(today, FURTHEST_MARK_DAYS + 1))),
  );

/** With a flag that a scan has given. */
const flagGiven = ({ today }: Moment): Clause =>
  and(
    or(is('flag', 'warned'), is('flag', 'candidate')),
    dayBefore('since', firstFalseSince(today)),
  );

const longWarned = (frame: Frame, { today }: Moment): Clause =>
  and(is('flag', 'warned'), dayBefore('since', addDays(today, 1 - frame.rules.graceDays)));

/** Flagged for a reason that the item does not have, or not any more. */
const otherReason = (frame: Frame, moment: Moment, covered: Clause): Clause =>
  and(
    has('flag'),
    or(
      and(is('reason', 'aged'), covered),
      and(not(is('reason', 'aged')), not(covered)),
      ...Object.entries(datedBets(frame, moment)).map(([reason, bet]) =>
        and(is('reason', reason), not(byBet(frame, bet))),
      ),
      and(is('reason', 'idle'), or(not(untouched(frame)), byBet(frame, freshBet(frame, moment)))),
    ),
  );

/** The searches over the first parents; children of the others count as unanswered in them. */
function firstListings(frame: Frame, moment: Moment): ScanListing[] {
  const findings = findingClause(frame, moment);
  const due = dueToList(moment);
  return [
    { search: 'clear', clause: and(has('flag'), not(findings)) },
    { search: 'warn', clause: and(findings, not(flagGiven(moment)), due) },
    {
      search: 'flag',
      clause: and(longWarned(frame, moment), findingClause(frame, moment, 'flagAfterDays'), due),
    },
    // An item keeps its flag when another reason takes the place of the one that was told.
    {
      search: 'reason',
      clause: and(findings, otherReason(frame, moment, coveredClause(frame))),
    },
  ];
}

/**
 * The searches below a further group of parents. They list no item in vain, so that none of them waits
 * for the day of one that the first searches have listed in vain.
 */
function furtherListings(group: Frame, moment: Moment): ScanListing[] {
  const below = ofParents(group, findingBet(group, moment, 'warnAfterDays').parent);
  const children = and(oneOf('parent', below.all), not(ownAnswerClause(group)));
  const found = and(scopeOf(group, moment), not(ownAnswerClause(group)), below.clause);
  return [
    { search: 'clear', clause: and(has('flag'), children, not(found)) },
    { search: 'warn', clause: and(found, not(flagGiven(moment))) },
    { search: 'flag', clause: and(longWarned(group, moment), found) },
    { search: 'reason', clause: and(found, otherReason(group, moment, everything)) },
  ];
}

/**
 * The searches of one scan: only what may change is listed, and no search names more than some
 * hundreds of parents. A search may list more than the rule says, never less.
 */
export function scanListings(frame: Frame, moment: Moment): ScanListing[] {
  const parents = answeredParents(frame);
  const groups: Frame[] = [];
  for (let from = 0; from < parents.length; from += PARENTS_AT_ONCE)
    groups.push({ ...frame, parents: parents.slice(from, from + PARENTS_AT_ONCE) });
  const [first = { ...frame, parents: [] }, ...further] = groups;
  return [
    ...firstListings(first, moment),
    ...further.flatMap((group) => furtherListings(group, moment)),
  ];
}

/** Open items above the standard level that carry no answer of their own and are older than this. */
export const lingeringParentsClause = (
  frame: Frame,
  typeIds: readonly string[],
  days: number,
): Clause =>
  and(
    oneOf('type', typeIds),
    not(category('done')),
    not(ownAnswerClause(frame)),
    older('created', days),
  );

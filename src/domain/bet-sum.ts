// A number defined once, so that it can be one condition, or a sum of conditions that name few
// parents each: what Jira takes in one search ends at some hundreds of them.
import type { Frame } from './band';
import { answeredParents, byBet, ofParents, ownAnswerClause, type ByBet } from './bet-clause';
import { and, asksOpposite, not, oneOf, or, simplify, type Clause } from './clause';

/** What is counted: items of a scope, and what is asked of them by whose answer speaks for them. */
export interface Counted {
  scope: Clause;
  bet?: ByBet;
}

/** Conditions whose counts give one number: those of `plus` added, those of `minus` taken off. */
export interface ClauseSum {
  plus: readonly Clause[];
  minus: readonly Clause[];
}

/** The number as one condition. */
export const clauseOf = (frame: Frame, { scope, bet }: Counted): Clause =>
  simplify(bet ? and(scope, byBet(frame, bet)) : scope);

/** The conditions of a set of numbers. */
export const clausesOf = <N extends string>(
  frame: Frame,
  numbers: Record<N, Counted>,
): Record<N, Clause> =>
  Object.fromEntries(
    Object.entries<Counted>(numbers).map(([name, counted]) => [name, clauseOf(frame, counted)]),
  ) as Record<N, Clause>;

function bothBets(a: ByBet, b: ByBet): ByBet {
  return {
    own: and(a.own, b.own),
    parent: (answer, parent) => and(a.parent(answer, parent), b.parent(answer, parent)),
    none: and(a.none, b.none),
  };
}

/** What meets the one and the other. */
export function both(a: Counted, b: Counted): Counted {
  const scope = and(a.scope, b.scope);
  const bet = a.bet && b.bet ? bothBets(a.bet, b.bet) : (a.bet ?? b.bet);
  return bet ? { scope, bet } : { scope };
}

const isNothing = (clause: Clause): boolean => clause.kind === 'or' && clause.of.length === 0;

/** What can't hold for any item is not asked. */
const asked = (clauses: readonly Clause[]): Clause[] =>
  clauses.map(simplify).filter((clause) => !isNothing(clause));

/** The answered parents in groups of at most `atOnce`. */
function groupsOf(frame: Frame, atOnce: number): Frame[] {
  const parents = answeredParents(frame);
  const groups: Frame[] = [];
  for (let first = 0; first < parents.length; first += atOnce)
    groups.push({ ...frame, parents: parents.slice(first, first + atOnce) });
  return groups;
}

/**
 * The same number without an opposite of a saved condition: what meets the rest, less what meets the
 * rest and one of those.
 */
function withoutOpposites(clause: Clause): ClauseSum {
  const parts = clause.kind === 'and' ? clause.of : [clause];
  const opposites = parts.filter(asksOpposite);
  if (opposites.length === 0) return { plus: [clause], minus: [] };
  const rest = and(...parts.filter((part) => !asksOpposite(part)));
  return { plus: [rest], minus: [and(rest, or(...opposites.map(not)))] };
}

/** Takes the opposites out of a sum; what is taken off what is taken off is added. */
function searchable({ plus, minus }: ClauseSum): ClauseSum {
  const more = plus.map(withoutOpposites);
  const less = minus.map(withoutOpposites);
  return {
    plus: asked([...more.flatMap((one) => one.plus), ...less.flatMap((one) => one.minus)]),
    minus: asked([...less.flatMap((one) => one.plus), ...more.flatMap((one) => one.minus)]),
  };
}

/**
 * The same number as a sum in which no condition names more than `atOnce` parents. It is exact: own
 * answers, then the children of each group of parents, then what nobody answers for, as all without
 * an own answer less those below each group. Conditions of `plus` do not overlap; those of `minus`
 * do not either, and lie within the last one of `plus`.
 */
export function sumOf(frame: Frame, counted: Counted, atOnce: number): ClauseSum {
  const { scope, bet } = counted;
  const groups = groupsOf(frame, atOnce);
  if (!bet || groups.length <= 1)
    return searchable({ plus: asked([clauseOf(frame, counted)]), minus: [] });
  const unanswered = and(scope, not(ownAnswerClause(frame)));
  const children = groups.map((group) => ofParents(group, bet.parent));
  const none = and(unanswered, bet.none);
  return searchable({
    plus: asked([
      and(scope, bet.own),
      ...children.map(({ clause }) => and(unanswered, clause)),
      none,
    ]),
    minus: asked(children.map(({ all }) => and(none, oneOf('parent', all)))),
  });
}

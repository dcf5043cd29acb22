// Answered parents in groups that fit into one search. Children of different parents never overlap,
// so what is counted group by group adds up to the whole.
import type { Frame } from '../../../../../src/domain/band';
import { and, not, simplify, type Clause } from '../../../../../src/domain/clause';
import { PARENTS_AT_ONCE } from './bounds';

/** Conditions whose counts give one number: those of `plus` added, those of `minus` taken off. */
export interface ClauseSum {
  plus: readonly Clause[];
  minus: readonly Clause[];
}

/** The frame once per group of parents; none without answered parents. */
export function parentGroups(frame: Frame, atOnce = PARENTS_AT_ONCE): Frame[] {
  const groups: Frame[] = [];
  for (let first = 0; first < frame.parents.length; first += atOnce)
    groups.push({ ...frame, parents: frame.parents.slice(first, first + atOnce) });
  return groups;
}

type ClauseOf = (frame: Frame) => Clause;

const isNothing = (clause: Clause): boolean => clause.kind === 'or' && clause.of.length === 0;

/** What can't hold for any item is not asked. */
const asked = (clauses: readonly Clause[]): Clause[] =>
  clauses.map(simplify).filter((clause) => !isNothing(clause));

/** A number that grows with each parent that answers: answered, kept running, serving a goal. */
export function growing(frame: Frame, clauseOf: ClauseOf, atOnce = PARENTS_AT_ONCE): ClauseSum {
  if (frame.parents.length <= atOnce) return { plus: asked([clauseOf(frame)]), minus: [] };
  const alone = clauseOf({ ...frame, parents: [] });
  const groups = parentGroups(frame, atOnce).map((group) => and(clauseOf(group), not(alone)));
  return { plus: asked([alone, ...groups]), minus: [] };
}

/** A number that shrinks with each parent that answers: without an answer, calendar work. */
export function shrinking(frame: Frame, clauseOf: ClauseOf, atOnce = PARENTS_AT_ONCE): ClauseSum {
  if (frame.parents.length <= atOnce) return { plus: asked([clauseOf(frame)]), minus: [] };
  const alone = clauseOf({ ...frame, parents: [] });
  const groups = parentGroups(frame, atOnce).map((group) => and(alone, not(clauseOf(group))));
  return { plus: asked([alone]), minus: asked(groups) };
}

// Search conditions by whose answer speaks for an item: its own, its parent's, or nobody's. Each
// parent is named as rarely as can be, because lists of hundreds are what makes JQL long.
import type { KeptAnswer } from './answer';
import type { Frame } from './band';
import { and, everything, is, not, nothing, oneOf, or, simplify, type Clause } from './clause';
import type { Goal } from './goal';
import { completeAnswer } from './inherit';
import type { ParentFacts } from './item';

/** Items at the standard level: no sub-tasks, nothing above. */
export const standardClause = (frame: Frame): Clause => oneOf('type', frame.standardTypeIds);

/** Standard items whose type and labels are not exempt. */
export const askedClause = (frame: Frame): Clause =>
  and(
    standardClause(frame),
    not(oneOf('type', frame.rules.exemptTypeIds)),
    not(oneOf('label', frame.rules.exemptLabels)),
  );

/** The item's own complete answer. */
export const ownAnswerClause = (frame: Frame): Clause =>
  and(
    is('state', 'answered'),
    or(is('why', 'run'), ...frame.goals.map(({ id }) => is('goal', id))),
  );

export const ownRun: Clause = and(is('state', 'answered'), is('why', 'run'));

/** The item's own complete answer names this goal. */
export const ownGoal = (goal: Goal): Clause =>
  and(is('state', 'answered'), is('goal', goal.id), or(is('why', 'move'), is('why', 'test')));

/** The item's own complete answer is a sentence about a goal: it is a bet. */
export const ownSentence = (frame: Frame): Clause => or(...frame.goals.map(ownGoal));

/** What is asked of an item, by whose answer speaks for it. */
export interface ByBet {
  /** Of an item with a complete answer of its own; has to imply that it has one. */
  own: Clause;
  /** Of a child of this parent that has no complete answer of its own. */
  parent: (answer: KeptAnswer, parent: ParentFacts) => Clause;
  /** Of an item that nobody answers for. */
  none: Clause;
}

/** The parents whose answer counts for their children. */
export const answeredParents = (frame: Frame): ParentFacts[] =>
  frame.parents.filter((parent) => completeAnswer(parent.answer, frame.goals) !== null);

/** Children of answered parents, grouped by what is asked of them. */
export function ofParents(frame: Frame, asked: ByBet['parent']): { all: string[]; clause: Clause } {
  const all: string[] = [];
  const groups = new Map<string, { clause: Clause; ids: string[] }>();
  for (const parent of frame.parents) {
    const answer = completeAnswer(parent.answer, frame.goals);
    if (!answer) continue;
    all.push(parent.id);
    const clause = simplify(asked(answer, parent));
    const key = JSON.stringify(clause);
    const group = groups.get(key) ?? { clause, ids: [] };
    group.ids.push(parent.id);
    groups.set(key, group);
  }
  const parts = [...groups.values()].map(({ clause, ids }) => and(oneOf('parent', ids), clause));
  return { all, clause: or(...parts) };
}

/** Puts the three cases together; they exclude each other. */
export function byBet(frame: Frame, { own, parent, none }: ByBet): Clause {
  const parents = ofParents(frame, parent);
  const unanswered = and(none, not(oneOf('parent', parents.all)));
  return or(own, and(not(ownAnswerClause(frame)), or(parents.clause, unanswered)));
}

/** Answered by itself or by its parent. */
export const coveredBet = (frame: Frame): ByBet => ({
  own: ownAnswerClause(frame),
  parent: () => everything,
  none: nothing,
});

/** The same as one search condition. */
export const coveredClause = (frame: Frame): Clause => byBet(frame, coveredBet(frame));

/** Nobody answers for it, and it meets this. */
export const unansweredBet = (none: Clause = everything): ByBet => ({
  own: nothing,
  parent: () => nothing,
  none,
});

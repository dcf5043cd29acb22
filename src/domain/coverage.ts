// How much of the open backlog answers the question. Parked items are out of it until they wake.
import { parentOf, type Frame } from './band';
import {
  askedClause,
  byBet,
  coveredClause,
  ownAnswerClause,
  ownRun,
  standardClause,
} from './bet-clause';
import { and, category, everything, has, is, not, nothing, oneOf, type Clause } from './clause';
import { betOf, isAsked } from './inherit';
import { valueOf, type ItemFacts } from './item';

export interface Coverage {
  /** Open, asked, not parked. */
  asked: number;
  own: number;
  parent: number;
}

/** Open standard items that are asked and not parked. */
export const openAskedClause = (frame: Frame): Clause =>
  and(askedClause(frame), not(category('done')), not(is('decision', 'parked')));

export const coverageClauses = (frame: Frame): Record<keyof Coverage, Clause> => ({
  asked: openAskedClause(frame),
  own: and(openAskedClause(frame), ownAnswerClause(frame)),
  parent: and(
    openAskedClause(frame),
    byBet(frame, { own: nothing, parent: () => everything, none: nothing }),
  ),
});

/** Counts listed items. */
export function coverageOf(items: readonly ItemFacts[], frame: Frame): Coverage {
  const coverage: Coverage = { asked: 0, own: 0, parent: 0 };
  for (const item of items) {
    if (item.category === 'done' || !isAsked(item, frame.rules)) continue;
    if (valueOf(item.decision)?.decision === 'parked') continue;
    coverage.asked += 1;
    const { source } = betOf(item, parentOf(item, frame), frame.goals);
    if (source !== 'none') coverage[source] += 1;
  }
  return coverage;
}

/**
 * The open standard items, parked ones apart, each in one part: answered by itself or by its parent
 * (with a goal), kept running (by whichever answer counts), half answered, without an answer, or not
 * asked. The first five add up to `asked`.
 */
export const COVERAGE_PARTS = ['own', 'parent', 'run', 'half', 'none', 'exempt'] as const;
export type CoveragePart = (typeof COVERAGE_PARTS)[number];

/** Part of an open, unparked standard item. */
export function coveragePartOf(item: ItemFacts, frame: Frame): CoveragePart {
  if (!isAsked(item, frame.rules)) return 'exempt';
  const { source, answer } = betOf(item, parentOf(item, frame), frame.goals);
  if (answer?.why === 'run') return 'run';
  if (source !== 'none') return source;
  return valueOf(item.answer) ? 'half' : 'none';
}

/** The same parts as search conditions. */
export function coveragePartClauses(frame: Frame): Record<CoveragePart, Clause> {
  const asked = openAskedClause(frame);
  const within = (clause: Clause): Clause => and(asked, clause);
  const unanswered = not(coveredClause(frame));
  return {
    own: within(and(ownAnswerClause(frame), not(is('why', 'run')))),
    parent: within(
      byBet(frame, {
        own: nothing,
        parent: ({ why }) => (why === 'run' ? nothing : everything),
        none: nothing,
      }),
    ),
    run: within(
      byBet(frame, {
        own: ownRun,
        parent: ({ why }) => (why === 'run' ? everything : nothing),
        none: nothing,
      }),
    ),
    half: within(and(unanswered, has('state'))),
    none: within(and(unanswered, not(has('state')))),
    exempt: and(
      standardClause(frame),
      not(askedClause(frame)),
      not(category('done')),
      not(is('decision', 'parked')),
    ),
  };
}

/** Open standard items that are parked: out of all of the above. */
export const parkedClause = (frame: Frame): Clause =>
  and(standardClause(frame), not(category('done')), is('decision', 'parked'));

/** Open, asked, and answered neither by themselves nor by their parent. */
export const unansweredClause = (frame: Frame): Clause =>
  and(openAskedClause(frame), not(coveredClause(frame)));

/**
 * Open items above the standard level without an answer of their own: who answers one of these
 * answers for its children.
 * @param typeIds the project's types above the standard level
 */
export const openParentsClause = (frame: Frame, typeIds: readonly string[]): Clause =>
  and(oneOf('type', typeIds), not(category('done')), not(ownAnswerClause(frame)));

/** Children that an answer on this parent would cover. */
export const wouldCoverClause = (frame: Frame, parentId: string): Clause =>
  and(openAskedClause(frame), oneOf('parent', [parentId]), not(ownAnswerClause(frame)));

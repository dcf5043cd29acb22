// How much of the open backlog answers the question. Parked items are out of it until they wake.
import { parentOf, type Frame } from './band';
import {
  askedClause,
  ownAnswerClause,
  ownRun,
  standardClause,
  unansweredBet,
  type ByBet,
} from './bet-clause';
import { clauseOf, clausesOf, type Counted } from './bet-sum';
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

/** The same numbers as what is counted. */
export const coverageCounted = (frame: Frame): Record<keyof Coverage, Counted> => {
  const scope = openAskedClause(frame);
  return {
    asked: { scope },
    own: { scope: and(scope, ownAnswerClause(frame)) },
    parent: { scope, bet: { own: nothing, parent: () => everything, none: nothing } },
  };
};

/** The same numbers as search conditions. */
export const coverageClauses = (frame: Frame): Record<keyof Coverage, Clause> =>
  clausesOf(frame, coverageCounted(frame));

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

/** The same parts as what is counted. */
export function coverageParts(frame: Frame): Record<CoveragePart, Counted> {
  const scope = openAskedClause(frame);
  const within = (bet: ByBet): Counted => ({ scope, bet });
  return {
    own: { scope: and(scope, ownAnswerClause(frame), not(is('why', 'run'))) },
    parent: within({
      own: nothing,
      parent: ({ why }) => (why === 'run' ? nothing : everything),
      none: nothing,
    }),
    run: within({
      own: ownRun,
      parent: ({ why }) => (why === 'run' ? everything : nothing),
      none: nothing,
    }),
    half: within(unansweredBet(has('state'))),
    none: within(unansweredBet(not(has('state')))),
    exempt: {
      scope: and(
        standardClause(frame),
        not(askedClause(frame)),
        not(category('done')),
        not(is('decision', 'parked')),
      ),
    },
  };
}

/** The same parts as search conditions. */
export const coveragePartClauses = (frame: Frame): Record<CoveragePart, Clause> =>
  clausesOf(frame, coverageParts(frame));

/** Open standard items that are parked: out of all of the above. */
export const parkedClause = (frame: Frame): Clause =>
  and(standardClause(frame), not(category('done')), is('decision', 'parked'));

/** Open, asked, and answered neither by themselves nor by their parent. */
export const unanswered = (frame: Frame): Counted => ({
  scope: openAskedClause(frame),
  bet: unansweredBet(),
});

/** The same as one search condition. */
export const unansweredClause = (frame: Frame): Clause => clauseOf(frame, unanswered(frame));

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

// How much of the open backlog answers the question. Parked items are out of it until they wake.
import { parentOf, type Frame } from './band';
import { askedClause, byBet, ownAnswerClause } from './bet-clause';
import { and, category, everything, is, not, nothing, type Clause } from './clause';
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

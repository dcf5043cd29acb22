// What only the previews need: fetched beside the page, which does not wait for it.
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { clauseOf, type Counted } from '../../../../../src/domain/bet-sum';
import type { Frame } from '../../../../../src/domain/band';
import { printSums } from '../../project/gather/backlog-counts';
import type { Sum } from '../../project/gather/counts';

export { SIDE_BY_SIDE, LISTED_LIMIT } from '../../project/gather/bounds';
export { createCounts } from '../../project/gather/counts';
export { limitCalls } from '../../project/gather/jira-call';
export { readParents } from '../../project/gather/parents';
export { NumberLink } from '../../project/number-link';

/** A number by the rules it is counted with. */
export interface RuledNumber {
  frame: Frame;
  counted: Counted;
}

export interface PreviewSearch {
  sum: Sum;
  /** The list behind the number. */
  jql: string;
}

/** The numbers of a preview as they are counted and opened. */
export const searchesOf = <N extends string>(
  numbers: Record<N, RuledNumber>,
  place: { projectId: string; zone: string },
): Record<N, PreviewSearch> =>
  Object.fromEntries(
    Object.entries<RuledNumber>(numbers).map(([name, { frame, counted }]) => [
      name,
      {
        sum: printSums({ one: counted }, { ...place, frame }).one,
        jql: projectJql(place.projectId, clauseOf(frame, counted), place.zone),
      },
    ]),
  ) as Record<N, PreviewSearch>;

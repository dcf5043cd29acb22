// What is asked of Jira for the open backlog: the short numbers of the first tab, the parts of the
// Backlog tab, and how much of some set of items serves a goal.
import { projectJql, sprintJql } from '../../../../../src/adapters/jira/jql';
import type { Frame } from '../../../../../src/domain/band';
import { sumOf, type Counted } from '../../../../../src/domain/bet-sum';
import type { Clause } from '../../../../../src/domain/clause';
import {
  coverageParts,
  openAskedClause,
  parkedClause,
  type CoveragePart,
} from '../../../../../src/domain/coverage';
import type { Day } from '../../../../../src/domain/days';
import { backlogNumbers, type BacklogNumber } from '../../../../../src/domain/number';
import {
  inProgressClause,
  startedAnywayClause,
  startedWithout,
  workNumbers,
  type WorkName,
} from '../../../../../src/domain/serve';
import { PARENTS_AT_ONCE } from './bounds';
import type { Sum } from './counts';

export type { WorkName };

export interface Place {
  projectId: string;
  zone: string;
  frame: Frame;
}

/** The parts of the open backlog, all that are asked, and those that are parked. */
export type PartName = CoveragePart | 'asked' | 'parked';
export type NowName = WorkName | 'without' | 'anyway';

const printIn =
  ({ projectId, zone }: Pick<Place, 'projectId' | 'zone'>) =>
  (clause: Clause): string =>
    projectJql(projectId, clause, zone);

/** The searches of a set of numbers; none names more parents than one search takes. */
export function printSums<N extends string>(
  numbers: Record<N, Counted>,
  place: Place,
  print: (clause: Clause) => string = printIn(place),
): Record<N, Sum> {
  return Object.fromEntries(
    Object.entries<Counted>(numbers).map(([name, counted]) => {
      const { plus, minus } = sumOf(place.frame, counted, PARENTS_AT_ONCE);
      return [name, { plus: plus.map(print), minus: minus.map(print) }];
    }),
  ) as unknown as Record<N, Sum>;
}

/** The first tab: coverage and flags. */
export const backlogSums = (place: Place, today?: Day): Record<BacklogNumber, Sum> =>
  printSums(backlogNumbers(place.frame, today), place);

/** The Backlog tab: every part by itself, so that a failed one can be counted again alone. */
export const partSums = (place: Place): Record<PartName, Sum> =>
  printSums<PartName>(
    {
      ...coverageParts(place.frame),
      asked: { scope: openAskedClause(place.frame) },
      parked: { scope: parkedClause(place.frame) },
    },
    place,
  );

/** What is in progress now, and what started though nobody had answered. */
export const nowSums = (place: Place, today: Day): Record<NowName, Sum> =>
  printSums<NowName>(
    {
      ...workNumbers(place.frame, today, inProgressClause(place.frame)),
      without: startedWithout(openAskedClause(place.frame)),
      anyway: { scope: startedAnywayClause(place.frame) },
    },
    place,
  );

/** The items of one sprint. */
export const sprintSums = (place: Place, sprintId: number, today: Day): Record<WorkName, Sum> =>
  printSums(workNumbers(place.frame, today), place, (clause) =>
    sprintJql(place.projectId, sprintId, clause, place.zone),
  );

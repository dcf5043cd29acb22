// What is asked of Jira for the open backlog: the short numbers of the first tab, the parts of the
// Backlog tab, and how much of some set of items serves a goal.
import { projectJql, sprintJql } from '../../../../../src/adapters/jira/jql';
import type { Frame } from '../../../../../src/domain/band';
import { and, everything, simplify, type Clause } from '../../../../../src/domain/clause';
import {
  coverageClauses,
  coveragePartClauses,
  openAskedClause,
  parkedClause,
  type CoveragePart,
} from '../../../../../src/domain/coverage';
import type { Day } from '../../../../../src/domain/days';
import {
  inProgressClause,
  startedAnywayClause,
  startedWithoutClause,
  workClauses,
} from '../../../../../src/domain/serve';
import type { Sum } from './counts';
import { backlogClauses, type BacklogName } from './names';
import { growing, parentGroups, shrinking, type ClauseSum } from './parent-groups';

export interface Place {
  projectId: string;
  zone: string;
  frame: Frame;
}

/** The parts of the open backlog, all that are asked, and those that are parked. */
export type PartName = CoveragePart | 'asked' | 'parked';
/** Standard items of a set: those that serve a goal, and the rest. */
export type WorkName = 'serves' | 'calendar';
export type NowName = WorkName | 'without' | 'anyway';

const whole = (clause: Clause): ClauseSum => ({ plus: [simplify(clause)], minus: [] });

/** Prints every sum of a set. */
function printSums<N extends string>(
  sums: Record<N, ClauseSum>,
  print: (clause: Clause) => string,
): Record<N, Sum> {
  return Object.fromEntries(
    Object.entries<ClauseSum>(sums).map(([name, { plus, minus }]) => [
      name,
      { plus: plus.map(print), minus: minus.map(print) },
    ]),
  ) as unknown as Record<N, Sum>;
}

const printIn =
  ({ projectId, zone }: Pick<Place, 'projectId' | 'zone'>) =>
  (clause: Clause): string =>
    projectJql(projectId, clause, zone);

/** The first tab: coverage and flags. Without answered parents none is asked for their children. */
export function backlogSums(place: Place): Record<BacklogName, Sum> {
  const clauses = Object.entries(backlogClauses(place.frame)).map(([name, clause]) => [
    name,
    whole(clause),
  ]);
  const sums = Object.fromEntries(clauses) as Record<BacklogName, ClauseSum>;
  const children = parentGroups(place.frame).map((group) =>
    simplify(coverageClauses(group).parent),
  );
  return printSums({ ...sums, 'coverage.parent': { plus: children, minus: [] } }, printIn(place));
}

/** The Backlog tab: every part by itself, so that a failed one can be counted again alone. */
export function partSums(place: Place): Record<PartName, Sum> {
  const { frame } = place;
  const part = (name: CoveragePart) => (one: Frame) => coveragePartClauses(one)[name];
  return printSums<PartName>(
    {
      asked: whole(openAskedClause(frame)),
      own: whole(coveragePartClauses(frame).own),
      parent: growing(frame, part('parent')),
      run: growing(frame, part('run')),
      half: shrinking(frame, part('half')),
      none: shrinking(frame, part('none')),
      exempt: whole(coveragePartClauses(frame).exempt),
      parked: whole(parkedClause(frame)),
    },
    printIn(place),
  );
}

/** How much of a set of items serves a goal; `within` says which set. */
function workSums(frame: Frame, today: Day, within: Clause): Record<WorkName, ClauseSum> {
  const of = (name: 'serves' | 'calendar') => (one: Frame) =>
    and(within, workClauses(one, today)[name]);
  return {
    serves: growing(frame, of('serves')),
    calendar: shrinking(frame, of('calendar')),
  };
}

/** What is in progress now, and what started though nobody had answered. */
export const nowSums = (place: Place, today: Day): Record<NowName, Sum> =>
  printSums<NowName>(
    {
      ...workSums(place.frame, today, inProgressClause(place.frame)),
      without: shrinking(place.frame, (one) => startedWithoutClause(one, openAskedClause(one))),
      anyway: whole(startedAnywayClause(place.frame)),
    },
    printIn(place),
  );

/** The items of one sprint. */
export const sprintSums = (place: Place, sprintId: number, today: Day): Record<WorkName, Sum> =>
  printSums<WorkName>(workSums(place.frame, today, everything), (clause) =>
    sprintJql(place.projectId, sprintId, clause, place.zone),
  );

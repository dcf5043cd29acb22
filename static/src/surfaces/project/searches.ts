// The search behind each number, as it is opened in Jira.
import { projectJql, sprintJql } from '../../../../src/adapters/jira/jql';
import { standardClause } from '../../../../src/domain/bet-clause';
import { and, type Clause } from '../../../../src/domain/clause';
import {
  coveragePartClauses,
  openAskedClause,
  parkedClause,
} from '../../../../src/domain/coverage';
import { clausesOf } from '../../../../src/domain/bet-sum';
import type { Day } from '../../../../src/domain/days';
import { backlogNumbers } from '../../../../src/domain/number';
import {
  inProgressClause,
  startedAnywayClause,
  startedWithoutClause,
  workClauses,
} from '../../../../src/domain/serve';
import { jqlHref } from '../../components/text-link';
import type { NowName, PartName, Place, WorkName } from './gather/backlog-counts';
import type { BacklogName } from './gather/names';

/** Longer addresses are refused by servers on the way. */
const LONGEST_ADDRESS = 8_000;

/** Lists of ids without blanks. Nothing else in a search has digits and blanks in brackets. */
export const shorten = (jql: string): string =>
  jql.replace(/\([0-9, ]+\)/g, (list) => list.replaceAll(' ', ''));

/** Whether a search is short enough to be opened by its address. */
export const canOpen = (siteUrl: string, jql: string): boolean =>
  jqlHref(siteUrl, jql).length <= LONGEST_ADDRESS;

const printed = <N extends string>(clauses: Record<N, Clause>, place: Place): Record<N, string> =>
  Object.fromEntries(
    Object.entries<Clause>(clauses).map(([name, clause]) => [
      name,
      shorten(projectJql(place.projectId, clause, place.zone)),
    ]),
  ) as Record<N, string>;

/** JQL of every short number of the open backlog. */
export const backlogSearches = (place: Place, today: Day): Record<BacklogName, string> =>
  printed(clausesOf(place.frame, backlogNumbers(place.frame, today)), place);

/** JQL of every part of the open backlog. */
export const partSearches = (place: Place): Record<PartName, string> =>
  printed(
    {
      ...coveragePartClauses(place.frame),
      asked: openAskedClause(place.frame),
      parked: parkedClause(place.frame),
    },
    place,
  );

/** JQL of what is in progress, of what started without an answer, and of what was started anyway. */
export const nowSearches = (place: Place, today: Day): Record<NowName | 'all', string> => {
  const { frame } = place;
  const within = inProgressClause(frame);
  const { serves, calendar } = workClauses(frame, today);
  return printed(
    {
      serves: and(within, serves),
      calendar: and(within, calendar),
      all: within,
      without: startedWithoutClause(frame, openAskedClause(frame)),
      anyway: startedAnywayClause(frame),
    },
    place,
  );
};

/** JQL of the items of a sprint, by whether they serve a goal. */
export const sprintSearches = (
  place: Place,
  sprintId: number,
  today: Day,
): Record<WorkName | 'all', string> => {
  const clauses = { ...workClauses(place.frame, today), all: standardClause(place.frame) };
  return Object.fromEntries(
    Object.entries(clauses).map(([name, clause]) => [
      name,
      shorten(sprintJql(place.projectId, sprintId, clause, place.zone)),
    ]),
  ) as Record<WorkName | 'all', string>;
};

// The search behind each number, as it is opened in Jira.
import { projectJql } from '../../../../src/adapters/jira/jql';
import { coveredClause } from '../../../../src/domain/band';
import { and, not, simplify, type Clause } from '../../../../src/domain/clause';
import { openAskedClause } from '../../../../src/domain/coverage';
import type { Days } from './address';
import { windowOf } from './gather/month-chains';
import { backlogClauses, windowClauses, type BacklogName, type WindowName } from './gather/names';
import type { Where } from './use-numbers';

type Place = Pick<Where, 'projectId' | 'zone' | 'frame'>;

const printed = <N extends string>(clauses: Record<N, Clause>, place: Place): Record<N, string> =>
  Object.fromEntries(
    Object.entries<Clause>(clauses).map(([name, clause]) => [
      name,
      projectJql(place.projectId, clause, place.zone),
    ]),
  ) as Record<N, string>;

/** JQL of every number of a window. */
export const windowSearches = (place: Place, days: Days): Record<WindowName, string> =>
  printed(windowClauses(place.frame, windowOf(days, place.zone)), place);

/** JQL of every number of the open backlog, and of those that nobody has answered for. */
export const backlogSearches = (place: Place): Record<BacklogName | 'unanswered', string> =>
  printed(
    {
      ...backlogClauses(place.frame),
      unanswered: simplify(and(openAskedClause(place.frame), not(coveredClause(place.frame)))),
    },
    place,
  );

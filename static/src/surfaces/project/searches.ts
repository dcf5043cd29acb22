// The search behind each number, as it is opened in Jira.
import { projectJql } from '../../../../src/adapters/jira/jql';
import { coveredClause } from '../../../../src/domain/bet-clause';
import { and, not, simplify, type Clause } from '../../../../src/domain/clause';
import { openAskedClause } from '../../../../src/domain/coverage';
import { jqlHref } from '../../components/text-link';
import type { Days } from './address';
import { windowOf } from './gather/month-chains';
import { backlogClauses, windowClauses, type BacklogName, type WindowName } from './gather/names';
import type { Where } from './use-numbers';

type Place = Pick<Where, 'projectId' | 'zone' | 'frame'>;

/** Longer addresses are refused by servers on the way. */
const LONGEST_ADDRESS = 8_000;

/** Lists of ids without blanks. Nothing else in a search has digits and blanks in brackets. */
const shorten = (jql: string): string =>
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

// What the tab asks of Jira: the lists, their numbers, the items in a bet.
import { FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { ALIASES } from '../../../../../src/contract/properties';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Frame } from '../../../../../src/domain/band';
import { simplify, type Clause } from '../../../../../src/domain/clause';
import type { Day } from '../../../../../src/domain/days';
import {
  childrenOfBetClause,
  resultListClauses,
  resultNumbers,
  type ResultList,
  type ResultNumber,
  type ResultsOf,
} from '../../../../../src/domain/results-clause';
import type { Sum } from '../gather/counts';
import type { JiraCall } from '../gather/jira-call';
import { searchPage } from '../gather/search';
import { rowOf, type ResultRow } from './result-row';

export interface ResultsPlace {
  projectId: string;
  /** The viewer's zone. */
  zone: string;
  of: ResultsOf;
  /** The project's day. */
  today: Day;
}

export interface ResultsPage {
  rows: ResultRow[];
  next: string | undefined;
}

/** What storage keeps is read for at most so many items at once. */
const PAGE_SIZE: Record<ResultList, number> = { due: 50, waiting: 20, given: 20 };

const ORDER: Record<ResultList, string> = {
  due: `${ALIASES.answer.checkBy} ASC`,
  waiting: `${ALIASES.answer.checkBy} ASC`,
  given: `${ALIASES.result.at} DESC`,
};

export const pageSizeOf = (list: ResultList): number => PAGE_SIZE[list];

const printed = ({ projectId, zone }: ResultsPlace, clause: Clause, orderBy?: string): string =>
  projectJql(projectId, simplify(clause), zone, orderBy);

/** One page of a list. @throws {CallError} */
export async function readResultsPage(
  jira: JiraCall,
  place: ResultsPlace,
  { list, project }: { list: ResultList; project: Pick<OpenProject, 'goals' | 'rules'> },
  token?: string,
): Promise<ResultsPage> {
  const clause = resultListClauses(place.of, place.today)[list];
  const { issues, next } = await searchPage(
    jira,
    {
      jql: printed(place, clause, ORDER[list]),
      fields: FACT_FIELDS,
      properties: FACT_PROPERTIES,
      pageSize: PAGE_SIZE[list],
    },
    token,
  );
  const rows = issues.map((issue) => rowOf(issue, project)).filter((row) => row !== null);
  return { rows, next };
}

/** The search behind each number of the head, and behind all results that were given. */
export function resultSearches(place: ResultsPlace): Record<ResultNumber | 'given', string> {
  const clauses = {
    ...resultNumbers(place.of, place.today),
    given: resultListClauses(place.of, place.today).given,
  };
  return Object.fromEntries(
    Object.entries(clauses).map(([name, clause]) => [name, printed(place, clause)]),
  ) as Record<ResultNumber | 'given', string>;
}

/** The same as sums to be counted. */
export function resultSums(place: ResultsPlace): Record<ResultNumber, Sum> {
  const { given: _all, ...searches } = resultSearches(place);
  return Object.fromEntries(
    Object.entries(searches).map(([name, jql]) => [name, { plus: [jql] }]),
  ) as unknown as Record<ResultNumber, Sum>;
}

/** Finished items that a bet's result speaks for. */
export const childrenJql = (
  { projectId, zone, frame }: { projectId: string; zone: string; frame: Frame },
  itemId: string,
): string => projectJql(projectId, simplify(childrenOfBetClause(frame, itemId)), zone);

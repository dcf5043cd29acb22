// Open parents that have grown old without an answer of their own, and what stands below them.
import type { Frame } from '../../../../../../src/domain/band';
import {
  and,
  category,
  not,
  older,
  oneOf,
  simplify,
  type Clause,
} from '../../../../../../src/domain/clause';
import { standardClause } from '../../../../../../src/domain/bet-clause';
import { lingeringParentsClause } from '../../../../../../src/domain/kill-clause';
import { restingClause } from '../../../../../../src/domain/number';
import { wholeDays, type Day } from '../../../../../../src/domain/days';
import { factsOf, FACT_PROPERTIES } from '../../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../../src/adapters/jira/jql';
import { LISTED_LIMIT } from '../../gather/bounds';
import { countSum } from '../../gather/counts';
import type { JiraCall } from '../../gather/jira-call';
import { CANDIDATE_FIELDS, candidateOf, type Candidate } from '../../gather/kill-list';
import { searchPage } from '../../gather/search';
import { readMayGive } from '../../results/kept';
import type { PageOf } from '../use-pages';

export const ROWS_A_PAGE = 20;
const LATELY_DAYS = 30;

export interface LingeringPlace {
  projectId: string;
  zone: string;
  frame: Frame;
  /** The project's types above the standard level. */
  typeIds: readonly string[];
  /** The project's day. */
  today: Day;
  /** What ages are told by, milliseconds. */
  now: number;
}

/** As a candidate, which it is not: nothing flags it. Its age is that since it was created. */
export interface LingeringParent extends Candidate {
  /** The viewer may neither edit nor transition it. */
  locked: boolean;
}

export const lingeringJql = (
  { projectId, zone, frame, typeIds, today }: LingeringPlace,
  order?: string,
): string => {
  const clause = lingeringParentsClause(frame, typeIds, frame.rules.flagAfterDays);
  const awake = and(clause, not(restingClause({ today })));
  return projectJql(projectId, simplify(awake), zone, order);
};

export const countLingering = (jira: JiraCall, place: LingeringPlace) =>
  countSum(jira, { plus: [lingeringJql(place)] }, LISTED_LIMIT);

/** One page, the oldest first. */
export async function readLingering(
  jira: JiraCall,
  place: LingeringPlace,
  token: string | undefined,
): Promise<PageOf<LingeringParent>> {
  const { issues, next } = await searchPage(
    jira,
    {
      jql: lingeringJql(place, 'created ASC'),
      fields: CANDIDATE_FIELDS,
      properties: FACT_PROPERTIES,
      pageSize: ROWS_A_PAGE,
    },
    token,
  );
  const ids = issues.map(({ id }) => id);
  // Where rights can't be asked everybody gets the choices: applying is checked.
  const may = await readMayGive(jira, ids).catch(() => new Set(ids));
  const rows = issues.map((issue) => ({
    ...candidateOf(issue, null, place.now),
    age: wholeDays(factsOf(issue).created, place.now),
    inProgress: false,
    locked: !may.has(issue.id),
  }));
  return { rows, next };
}

export type ChildCount = 'open' | 'finished';

/** JQL of a parent's open children, and of those that were finished lately. */
export function childrenJql(place: LingeringPlace, parentId: string): Record<ChildCount, string> {
  const { projectId, zone, frame } = place;
  const children = and(standardClause(frame), oneOf('parent', [parentId]));
  const print = (clause: Clause) => projectJql(projectId, simplify(and(children, clause)), zone);
  const lately = not(older('categoryChanged', LATELY_DAYS));
  return {
    open: print(not(category('done'))),
    finished: print(and(category('done'), lately)),
  };
}

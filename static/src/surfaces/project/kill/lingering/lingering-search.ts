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
import { wholeDays } from '../../../../../../src/domain/days';
import { factsOf } from '../../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../../src/adapters/jira/jql';
import { LISTED_LIMIT } from '../../gather/bounds';
import { countSum } from '../../gather/counts';
import type { JiraCall } from '../../gather/jira-call';
import { searchPage } from '../../gather/search';

export const ROWS_A_PAGE = 20;
const LATELY_DAYS = 30;

export interface LingeringPlace {
  projectId: string;
  zone: string;
  frame: Frame;
  /** The project's types above the standard level. */
  typeIds: readonly string[];
  /** What ages are told by, milliseconds. */
  now: number;
}

export interface LingeringParent {
  id: string;
  key: string;
  summary: string;
  /** Whole days since it was created. */
  age: number;
}

export const lingeringJql = (
  { projectId, zone, frame, typeIds }: LingeringPlace,
  order?: string,
): string => {
  const clause = lingeringParentsClause(frame, typeIds, frame.rules.flagAfterDays);
  return projectJql(projectId, simplify(clause), zone, order);
};

export const countLingering = (jira: JiraCall, place: LingeringPlace) =>
  countSum(jira, { plus: [lingeringJql(place)] }, LISTED_LIMIT);

/** One page, the oldest first. */
export async function readLingering(
  jira: JiraCall,
  place: LingeringPlace,
  token: string | undefined,
): Promise<{ rows: LingeringParent[]; next: string | undefined }> {
  const { issues, next } = await searchPage(
    jira,
    {
      jql: lingeringJql(place, 'created ASC'),
      fields: ['summary', 'created'],
      properties: [],
      pageSize: ROWS_A_PAGE,
    },
    token,
  );
  const rows = issues.map((issue) => ({
    id: issue.id,
    key: issue.key,
    summary: issue.fields?.summary ?? '',
    age: wholeDays(factsOf(issue).created, place.now),
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

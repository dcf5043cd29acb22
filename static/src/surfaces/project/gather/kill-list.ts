// The kill list: candidates in the order of their creation, a page at a time.
import type { Frame } from '../../../../../src/domain/band';
import { simplify } from '../../../../../src/domain/clause';
import type { Day } from '../../../../../src/domain/days';
import { valueOf, type ItemFacts, type Reason } from '../../../../../src/domain/item';
import { ageInDays } from '../../../../../src/domain/kill';
import { flaggedClause } from '../../../../../src/domain/number';
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import { factsOf, FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import type { JiraCall } from './jira-call';
import { searchPage } from './search';

export const ROWS_A_PAGE = 20;

export interface Candidate {
  id: string;
  key: string;
  summary: string;
  /** Null when the flag can't be read. */
  reason: Reason | null;
  /** Whole days. */
  age: number;
  /** Whether the age counts from its start of work instead of from its creation. */
  inProgress: boolean;
  since: Day | null;
}

export interface CandidatePage {
  rows: Candidate[];
  next: string | undefined;
}

const candidateOf = (issue: JiraIssue, now: number): Candidate => {
  const facts: ItemFacts = factsOf(issue);
  const flag = valueOf(facts.flag);
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.fields?.summary ?? '',
    reason: flag?.reason ?? null,
    age: ageInDays(facts, now),
    inProgress: facts.category === 'indeterminate',
    since: flag?.since ?? null,
  };
};

// Jira cannot sort by the age that is shown: for items in progress that begins with the start of work.
/** One page of candidates, the first created first. Ages are as of `now` (milliseconds). */
export async function readCandidates(
  jira: JiraCall,
  where: { projectId: string; zone: string; frame: Frame; now: number },
  token?: string,
): Promise<CandidatePage> {
  const { projectId, zone, frame, now } = where;
  const clause = simplify(flaggedClause(frame, 'candidate'));
  const { issues, next } = await searchPage(
    jira,
    {
      jql: projectJql(projectId, clause, zone, 'created ASC'),
      fields: FACT_FIELDS,
      properties: FACT_PROPERTIES,
      pageSize: ROWS_A_PAGE,
    },
    token,
  );
  return { rows: issues.map((issue) => candidateOf(issue, now)), next };
}

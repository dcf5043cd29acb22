// The share of the open backlog that is answered, and the flags: five counts.
import type { Frame } from '../../../../../src/domain/band';
import { coverageClauses } from '../../../../../src/domain/coverage';
import { simplify } from '../../../../../src/domain/clause';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { createCounts, type Counts, type CountsOptions } from './counts';
import { backlogClauses, type BacklogName } from './names';
import { LISTED_LIMIT, PARENTS_AT_ONCE } from './bounds';

interface Options extends Pick<CountsOptions<BacklogName>, 'jira' | 'onChange'> {
  projectId: string;
  zone: string;
  frame: Frame;
}

/** Parents in groups that fit into one search. Their children are disjoint, so counts add up. */
function parentGroups(frame: Frame): Frame[] {
  const groups: Frame[] = [];
  for (let first = 0; first < frame.parents.length; first += PARENTS_AT_ONCE)
    groups.push({ ...frame, parents: frame.parents.slice(first, first + PARENTS_AT_ONCE) });
  return groups;
}

/** Counts of the open backlog. Without answered parents none is asked for their children. */
export function createBacklogCounts(options: Options): Counts<BacklogName> {
  const { projectId, zone, frame, jira, onChange } = options;
  const clauses = backlogClauses(frame);
  const searches = Object.fromEntries(
    Object.entries(clauses).map(([name, clause]) => [name, [projectJql(projectId, clause, zone)]]),
  ) as unknown as Record<BacklogName, string[]>;
  searches['coverage.parent'] = parentGroups(frame).map((group) =>
    projectJql(projectId, simplify(coverageClauses(group).parent), zone),
  );
  return createCounts({ jira, searches, aboutAbove: LISTED_LIMIT, onChange });
}

// The open parents without an answer that would answer for most of what is below them: one page of
// candidates, one count each. The project may be as large as it likes, the requests stay the same.
import { parentFactsOf } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { fingerprint } from '../../../../../src/contract/fingerprint';
import { PROPERTY_KEYS } from '../../../../../src/contract/properties';
import { and, has, simplify } from '../../../../../src/domain/clause';
import { openParentsClause, wouldCoverClause } from '../../../../../src/domain/coverage';
import { completeAnswer } from '../../../../../src/domain/inherit';
import type { ParentFacts } from '../../../../../src/domain/item';
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import type { Place } from './backlog-counts';
import { readMayEdit } from './may-edit';
import { CANDIDATE_PARENTS } from './bounds';
import type { JiraCall } from './jira-call';
import { countItems, searchPage } from './search';

/** A parent that could answer for its children. */
export interface CoverParent {
  facts: ParentFacts;
  summary: string;
  /** Fingerprint of its answer as listed; null when it has none. */
  seen: string | null;
  /** Open children that its answer would cover. */
  covers: number;
}

/** One of the list. */
export interface ListedParent extends CoverParent {
  /** Whether the viewer may edit it, which answering needs. */
  mayEdit: boolean;
}

export interface CoverList {
  /** Those that would cover most first; only those that cover something. */
  rows: ListedParent[];
  /** Parents whose children could not be counted. */
  uncounted: number;
  /** More parents have no answer than were looked at. */
  more: boolean;
}

export interface CoverOptions extends Place {
  jira: JiraCall;
  /** Types above the standard level. */
  aboveTypeIds: readonly string[];
  onProgress: (done: number, of: number) => void;
}

/** Most children first; equal ones stay in their order, the most recently updated first. */
export const rankParents = <T extends { covers: number }>(parents: readonly T[]): T[] =>
  parents.filter(({ covers }) => covers > 0).sort((a, b) => b.covers - a.covers);

const candidateOf = (issue: JiraIssue): Omit<CoverParent, 'covers'> => ({
  facts: parentFactsOf(issue),
  summary: issue.fields?.summary ?? '',
  seen: fingerprint(issue.properties?.[PROPERTY_KEYS.answer]),
});

/** JQL of the children that an answer on this parent covers. */
export const coverJql = ({ projectId, zone, frame }: Place, parentId: string): string =>
  projectJql(projectId, simplify(wouldCoverClause(frame, parentId)), zone);

/** Lists and counts. @throws {CallError} when the parents cannot be listed */
export async function readCover(options: CoverOptions): Promise<CoverList> {
  const { jira, projectId, zone, frame, aboveTypeIds, onProgress } = options;
  if (aboveTypeIds.length === 0) return { rows: [], uncounted: 0, more: false };
  const clause = simplify(openParentsClause(frame, aboveTypeIds));
  const { issues, next } = await searchPage(jira, {
    jql: projectJql(projectId, clause, zone, 'updated DESC'),
    fields: ['summary'],
    properties: [PROPERTY_KEYS.answer, PROPERTY_KEYS.result],
    pageSize: CANDIDATE_PARENTS,
  });
  // What was answered on this page a moment ago may still be found as unanswered.
  const answered = new Set(
    frame.parents.filter((one) => completeAnswer(one.answer, frame.goals)).map(({ id }) => id),
  );
  const candidates = issues.filter(({ id }) => !answered.has(id));
  let done = 0;
  onProgress(done, candidates.length);
  const counted = await Promise.all(
    candidates.map(async (issue) => {
      const covers = await countItems(jira, coverJql(options, issue.id)).catch(() => null);
      done += 1;
      onProgress(done, candidates.length);
      return covers === null ? null : { ...candidateOf(issue), covers };
    }),
  );
  const known = counted.filter((parent) => parent !== null);
  const ranked = rankParents(known);
  const editable = await readMayEdit(
    jira,
    ranked.map(({ facts }) => facts.id),
  );
  return {
    rows: ranked.map((row) => ({ ...row, mayEdit: editable?.has(row.facts.id) ?? true })),
    uncounted: counted.length - known.length,
    more: next !== undefined,
  };
}

/** How many of the children that an answer on this parent covers had begun one of their own. */
export const countHalf = (jira: JiraCall, { projectId, zone, frame }: Place, parentId: string) =>
  countItems(
    jira,
    projectJql(projectId, simplify(and(wouldCoverClause(frame, parentId), has('state'))), zone),
  );

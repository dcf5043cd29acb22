// What Jira says of typed conditions, as the reader: whether it takes them, and which open items meet them.
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { parseRequest, refusalsIn } from '../../../../../src/contract/parse-clauses';
import { and, category, not, oneOf, saved, type Clause } from '../../../../../src/domain/clause';
import { fill } from '../../../format';
import { jira } from '../../../forge';
import { messages } from '../../../messages';

/** Ids that one page of a search gives; streams with more open items are not compared. */
export const COMPARED = 5_000;

export interface Members {
  count: number;
  jql: string;
  /** Null where there are more than can be compared. */
  ids: readonly string[] | null;
}

export type Checked =
  | { kind: 'refused'; why: string }
  | { kind: 'taken'; members: Members }
  | { kind: 'failed' };

export interface Place {
  projectId: string;
  standardTypeIds: readonly string[];
  zone: string;
}

async function readMembers({ projectId, zone }: Place, clause: Clause): Promise<Members> {
  const jql = projectJql(projectId, clause, zone);
  const page = await jira('search', {
    body: { jql, fields: ['key'], properties: [], maxResults: COMPARED },
  });
  const ids = page.issues.map(({ id }) => id);
  if (page.isLast === true || !page.nextPageToken) return { count: ids.length, jql, ids };
  const { count } = await jira('count', { body: { jql } });
  return { count, jql, ids: null };
}

const openItems = ({ standardTypeIds }: Place): Clause =>
  and(oneOf('type', standardTypeIds), not(category('done')));

/** All open items. */
export const readOpen = (place: Place): Promise<Members> => readMembers(place, openItems(place));

/** @param clauses without a problem of their own */
export async function checkClauses(
  place: Place,
  clauses: readonly string[],
): Promise<Map<string, Checked>> {
  const asked = [...new Set(clauses)];
  if (asked.length === 0) return new Map();
  const refusals = refusalsIn(await jira('parseJql', parseRequest(asked)), asked);
  const read = async (clause: string, at: number): Promise<[string, Checked]> => {
    const said = refusals[at];
    if (said) return [clause, refused(said)];
    try {
      const members = await readMembers(place, and(openItems(place), saved('typed', clause)));
      return [clause, { kind: 'taken', members }];
    } catch {
      return [clause, { kind: 'failed' }];
    }
  };
  return new Map(await Promise.all(asked.map(read)));
}

const refused = (why: string): Checked => ({
  kind: 'refused',
  why: fill(messages.settings.streams.refused, { why }),
});

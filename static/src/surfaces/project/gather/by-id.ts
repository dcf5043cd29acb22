// Items that are known by their ids alone, some of which may be gone by now.
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import type { JiraCall } from './jira-call';

/** Ids that one call takes. */
const AT_ONCE = 100;

/** Ids in parts of as many as one call takes. */
export const idParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_none, n) =>
    ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );

/**
 * Those of the items that are there and visible, with their summaries. A search by ids is refused as a
 * whole when one of them is gone; this is not.
 * @throws {CallError}
 */
export async function readByIds(jira: JiraCall, ids: readonly string[]): Promise<JiraIssue[]> {
  const found: JiraIssue[] = [];
  for (const issueIdsOrKeys of idParts(ids)) {
    const { issues } = await jira('bulkFetch', { body: { issueIdsOrKeys, fields: ['summary'] } });
    found.push(...issues);
  }
  return found;
}

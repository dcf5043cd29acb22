// Reads which items block the open items of a stream, from the links that Jira shows the viewer.
import { z } from 'zod';
import { readBy } from '../../../../../src/contract/read-by';
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { and, simplify, type Clause } from '../../../../../src/domain/clause';
import { openAskedClause } from '../../../../../src/domain/coverage';
import { blockersOf, type Blocker, type LinkedItem } from '../../../../../src/domain/stream-more';
import type { Place } from './backlog-counts';
import { LISTED_LIMIT } from './bounds';
import type { JiraCall } from './jira-call';
import { searchPage, type Page } from './search';

/** On the blocked item, `inwardIssue` is the one that blocks it. */
const link = z.object({
  type: z.object({ name: z.string() }),
  inwardIssue: z
    .object({
      key: z.string(),
      fields: z.object({
        summary: z.string().optional(),
        status: z.object({ statusCategory: z.object({ key: z.string() }) }).optional(),
      }),
    })
    .optional(),
});
const BLOCKS = 'blocks';

function linkedOf({ id, fields }: JiraIssue): LinkedItem {
  const links = readBy(z.array(z.unknown()), fields?.['issuelinks']);
  const blockedBy = (links.data ?? []).flatMap((one) => {
    const { data } = readBy(link, one);
    const by = data?.inwardIssue;
    if (!by || data.type.name.toLowerCase() !== BLOCKS) return [];
    if (by.fields.status?.statusCategory.key === 'done') return [];
    return [{ key: by.key, summary: by.fields.summary ?? '' }];
  });
  return { id, blockedBy };
}

/** `cut`: the stream has more open items than were read. @throws {CallError} */
export async function readBlockers(
  jira: JiraCall,
  { projectId, zone, frame }: Place,
  stream: Clause,
): Promise<{ blockers: Blocker[]; cut: boolean }> {
  const jql = projectJql(projectId, simplify(and(openAskedClause(frame), stream)), zone);
  const items: LinkedItem[] = [];
  let token: string | undefined;
  do {
    const page: Page = await searchPage(
      jira,
      { jql, fields: ['issuelinks'], properties: [] },
      token,
    );
    items.push(...page.issues.map(linkedOf));
    token = page.next;
  } while (token !== undefined && items.length < LISTED_LIMIT);
  return { blockers: blockersOf(items), cut: token !== undefined };
}

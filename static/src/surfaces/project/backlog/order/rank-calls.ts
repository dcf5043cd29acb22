// What the order asks Jira for when somebody moves an item.
import { standardClause } from '../../../../../../src/domain/bet-clause';
import { and, category, not, simplify } from '../../../../../../src/domain/clause';
import { projectJql } from '../../../../../../src/adapters/jira/jql';
import { CallError } from '../../../../forge';
import { order as text } from '../../../../messages/project-order';
import type { JiraCall } from '../../gather/jira-call';
import { searchPage, type Page } from '../../gather/search';
import type { OrderPlace } from './goal-items';
import { wayBack, type RankTarget } from './move';

/** Jira gives up to 5,000 items a page when nothing but their keys is asked for. */
const KEYS_A_PAGE = 1_000;
const MOST_PAGES = 5;

/**
 * The way back to where an item stands now, beside its neighbour among all open items of the project;
 * null when it is not among the first 5,000.
 */
export async function neighbourOf(
  jira: JiraCall,
  { projectId, zone, frame }: OrderPlace,
  key: string,
): Promise<RankTarget | null> {
  const open = simplify(and(standardClause(frame), not(category('done'))));
  const search = {
    jql: projectJql(projectId, open, zone, 'Rank ASC'),
    fields: ['key'],
    properties: [],
    pageSize: KEYS_A_PAGE,
  };
  const keys: string[] = [];
  let page: Page | null = null;
  for (let n = 0; n < MOST_PAGES; n += 1) {
    page = await searchPage(jira, search, page?.next);
    keys.push(...page.issues.map((issue) => issue.key));
    const at = keys.indexOf(key);
    if (at !== -1 && (at + 1 < keys.length || page.next === undefined)) return wayBack(keys, key);
    if (page.next === undefined) return null;
  }
  return null;
}

/** @throws {CallError} `forbidden` also when Jira accepts the call but did not move the item */
export async function moveInRank(jira: JiraCall, key: string, target: RankTarget): Promise<void> {
  const outcome = await jira('rank', { body: { issues: [key], ...target } });
  const refused = outcome?.entries.find(({ status }) => status >= 400);
  if (refused) throw new CallError('forbidden', refused.errors?.join(' ') || text.noRight);
}

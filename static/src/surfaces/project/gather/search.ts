// Searches and counts, page by page.
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import type { JiraCall } from './jira-call';
import { PAGE_SIZE } from './month-chains';

export interface Search {
  jql: string;
  fields: readonly string[];
  properties: readonly string[];
  pageSize?: number;
}

export interface Page {
  issues: JiraIssue[];
  /** Leads to the next page; absent on the last one. */
  next: string | undefined;
}

/** One page of a search. */
export async function searchPage(jira: JiraCall, search: Search, token?: string): Promise<Page> {
  const { issues, nextPageToken, isLast } = await jira('search', {
    body: {
      jql: search.jql,
      fields: search.fields,
      properties: search.properties,
      maxResults: search.pageSize ?? PAGE_SIZE,
      ...(token === undefined ? {} : { nextPageToken: token }),
    },
  });
  return { issues, next: isLast === true ? undefined : (nextPageToken ?? undefined) };
}

/** All pages of a search, one after the other. */
export async function searchAll(
  jira: JiraCall,
  search: Search,
  onPage: (issues: JiraIssue[]) => void,
): Promise<void> {
  let token: string | undefined;
  do {
    const page: Page = await searchPage(jira, search, token);
    onPage(page.issues);
    token = page.next;
  } while (token !== undefined);
}

/** How many items a search would find. Jira calls it approximate. */
export const countItems = async (jira: JiraCall, jql: string): Promise<number> =>
  (await jira('count', { body: { jql } })).count;

// Changes of status, of one issue or of many.
import type { StatusMove } from '../../domain/moves';
import type { JiraHistories } from './answers';
import type { JiraClient } from './client';
import { movesOf } from './items';

/** Most issues whose histories one call brings, and most changes on one page of them. */
export const HISTORIES_LIMIT = 1_000;

/** The histories of at most 1,000 issues, page by page; of an issue that is hidden there is none. */
export async function* statusHistories(
  jira: JiraClient,
  as: 'app' | 'user',
  issueIdsOrKeys: readonly string[],
): AsyncGenerator<JiraHistories['issueChangeLogs']> {
  let nextPageToken: string | undefined;
  do {
    const page = await jira.call('bulkChangelog', {
      as,
      body: {
        issueIdsOrKeys,
        fieldIds: ['status'],
        maxResults: HISTORIES_LIMIT,
        ...(nextPageToken && { nextPageToken }),
      },
    });
    yield page.issueChangeLogs;
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken);
}

/** All moves of one issue, as Jira tells this caller. */
export async function statusMoves(
  jira: JiraClient,
  as: 'app' | 'user',
  itemId: string,
): Promise<StatusMove[]> {
  const moves: StatusMove[] = [];
  for await (const page of statusHistories(jira, as, [itemId])) moves.push(...movesOf(page));
  return moves;
}

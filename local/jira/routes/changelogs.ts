// Histories of many issues. Source: Atlassian, REST v3, "Bulk fetch changelogs".
import { z } from 'zod';
import { type SiteChange } from '../api';
import { CHANGELOGS } from '../constants';
import { readToken, writeToken } from '../page-token';
import { findIssue, readBody } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route } from '../services';
import { changeJson } from '../shapes/changelog';

const bulkBody = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(CHANGELOGS.issues),
  fieldIds: z
    .array(z.string())
    .max(CHANGELOGS.fields)
    .refine((ids) => new Set(ids).size === ids.length, 'The field ids must differ.')
    .optional(),
  maxResults: z.int().min(1).max(CHANGELOGS.page).default(CHANGELOGS.pageDefault),
  nextPageToken: z.string().optional(),
});

export const changelogRoutes: Route[] = [route('POST', '/changelog/bulkfetch', READ, bulkFetch)];

interface Change {
  issueId: string;
  change: SiteChange;
}

function bulkFetch(call: Call): Reply {
  const { nextPageToken, maxResults, ...asked } = readBody(call, bulkBody);
  const query = JSON.stringify(asked);
  const now = call.clock.now();
  const who = call.viewer.accountId ?? '';
  const from =
    nextPageToken === undefined ? 0 : Number(readToken(nextPageToken, query, who, now)[0]);
  const issues = found(call, asked.issueIdsOrKeys);
  const all = changesOf(call, issues, asked.fieldIds ?? []);
  const page = all.slice(from, from + maxResults);
  const next = from + page.length;
  const byIssue = new Map<string, unknown[]>();
  for (const { issueId, change } of page) {
    // Numbers of milliseconds, as the example of the description has numbers, not texts.
    const shown = { ...changeJson(call, change), created: change.created };
    byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), shown]);
  }
  return ok(
    {
      issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({
        issueId,
        changeHistories,
      })),
      ...(next < all.length ? { nextPageToken: writeToken(query, who, now, [next]) } : {}),
    },
    { touched: issues.length },
  );
}

/** Ids of the issues that exist for the caller, each once. */
function found(call: Call, idsOrKeys: readonly string[]): string[] {
  const ids = idsOrKeys.map((idOrKey) => findIssue(call, idOrKey)?.id);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The oldest first, at one moment the smallest issue id. */
function changesOf(call: Call, ids: readonly string[], fieldIds: readonly string[]): Change[] {
  const wanted = ({ items }: SiteChange) =>
    fieldIds.length === 0 || items.some(({ fieldId }) => fieldIds.includes(fieldId));
  const changes = (issueId: string) => call.store.changes(issueId).filter(wanted);
  return ids
    .flatMap((issueId) => changes(issueId).map((change) => ({ issueId, change })))
    .sort((a, b) => a.change.created - b.change.created || Number(a.issueId) - Number(b.issueId));
}

// Reading issues. Source: Atlassian, REST v3, group "Issues".
import { z } from 'zod';
import { BULK_FETCH_MAX, CHANGELOG_BULK, MAX_INLINE_PROPERTIES } from '../constants';
import { findIssue, pageOf, readBody, readIssue, readList } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route } from '../services';
import { changeJson } from '../shapes/changelog';
import { selectFields } from '../shapes/fields';
import { issueJson } from '../shapes/issue';
import { checkExpand } from './expand';

const bulkFetchBody = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(BULK_FETCH_MAX),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  expand: z.array(z.string()).optional(),
  properties: z.array(z.string()).max(MAX_INLINE_PROPERTIES).optional(),
});

const changelogBody = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(CHANGELOG_BULK.issues),
  fieldIds: z.array(z.string()).max(CHANGELOG_BULK.fields).optional(),
  maxResults: z.int().min(1).max(CHANGELOG_BULK.maxPage).optional(),
  nextPageToken: z.string().optional(),
});

export const issueRoutes: Route[] = [
  route('GET', '/issue/{issueIdOrKey}', READ, (call) => {
    const issue = readIssue(call);
    const asked = readList(call, 'fields');
    return ok(
      issueJson(call, issue, {
        fields: selectFields(asked.length > 0 ? asked : ['*all']),
        properties: readList(call, 'properties'),
        expand: checkExpand(call.query.get('expand') ?? ''),
      }),
      { objects: 1 },
    );
  }),
  route('POST', '/issue/bulkfetch', READ, (call) => {
    const body = readBody(call, bulkFetchBody);
    const found = new Map(
      body.issueIdsOrKeys.flatMap((idOrKey) => {
        const issue = findIssue(call, idOrKey);
        return issue ? [[issue.id, issue] as const] : [];
      }),
    );
    const issues = [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
    const view = {
      fields: selectFields(body.fields ?? ['*navigable']),
      properties: body.properties ?? [],
      expand: checkExpand((body.expand ?? []).join(',')),
    };
    const shown = issues.map((issue) => issueJson(call, issue, view));
    return ok({ issues: shown, issueErrors: [] }, { objects: shown.length });
  }),
  route('GET', '/issue/{issueIdOrKey}/changelog', READ, (call) => {
    const changes = call.store.changes(readIssue(call).id);
    return ok(pageOf(call, changes, (change) => changeJson(call, change)));
  }),
  route('POST', '/changelog/bulkfetch', READ, changelogs),
];

function changelogs(call: Call): Reply {
  const body = readBody(call, changelogBody);
  const limit = body.maxResults ?? CHANGELOG_BULK.page;
  const skip = Number(Buffer.from(body.nextPageToken ?? 'MA', 'base64url').toString('utf8'));
  const issues = new Map(
    body.issueIdsOrKeys.flatMap((idOrKey) => {
      const issue = findIssue(call, idOrKey);
      return issue ? [[issue.id, issue] as const] : [];
    }),
  );
  const all = [...issues.keys()]
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((issueId) => call.store.changes(issueId).map((change) => ({ issueId, change })))
    .map(({ issueId, change }) => ({
      issueId,
      change: {
        ...change,
        items: change.items.filter((item) => body.fieldIds?.includes(item.fieldId) ?? true),
      },
    }))
    .filter(({ change }) => change.items.length > 0);
  const page = all.slice(skip, skip + limit);
  const byIssue = new Map<string, unknown[]>();
  for (const { issueId, change } of page) {
    const histories = byIssue.get(issueId) ?? [];
    histories.push({ ...changeJson(call, change), created: change.created });
    byIssue.set(issueId, histories);
  }
  const more = skip + limit < all.length;
  return ok(
    {
      issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({
        issueId,
        changeHistories,
      })),
      ...(more ? { nextPageToken: Buffer.from(String(skip + limit)).toString('base64url') } : {}),
    },
    { objects: byIssue.size },
  );
}

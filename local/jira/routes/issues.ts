// Reading issues. Source: Atlassian, REST v3, group "Issues".
import { z } from 'zod';
import { BULK_FETCH_MAX, MAX_INLINE_PROPERTIES } from '../constants';
import { findIssue, pageOf, readBody, readIssue, readList } from '../reading';
import { ok, READ, route, type Route } from '../services';
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
];

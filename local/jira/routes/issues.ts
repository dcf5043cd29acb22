// Reading issues. Source: Atlassian, REST v3, group "Issues".
import { z } from 'zod';
import { BULK_FETCH, MAX_INLINE_PROPERTIES } from '../constants';
import { findIssue, pageOf, readBody, readIssue, readList } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route } from '../services';
import { changeJson } from '../shapes/changelog';
import { selectFields } from '../shapes/fields';
import { issueJson } from '../shapes/issue';
import { checkExpand } from './expand';

const bulkBody = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(BULK_FETCH),
  fields: z.array(z.string()).optional(),
  properties: z.array(z.string()).max(MAX_INLINE_PROPERTIES).optional(),
});

export const issueRoutes: Route[] = [
  route('POST', '/issue/bulkfetch', READ, bulkFetch),
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
  route('GET', '/issue/{issueIdOrKey}/changelog', READ, (call) => {
    const changes = call.store.changes(readIssue(call).id);
    return ok(pageOf(call, changes, (change) => changeJson(call, change)));
  }),
];

/** Those that the caller sees, by ascending id; each of the others is an error of its own. */
function bulkFetch(call: Call): Reply {
  const { issueIdsOrKeys, fields, properties = [] } = readBody(call, bulkBody);
  const asked = issueIdsOrKeys.map((idOrKey) => ({ idOrKey, issue: findIssue(call, idOrKey) }));
  const found = new Map(asked.flatMap(({ issue }) => (issue ? [[issue.id, issue] as const] : [])));
  const view = { fields: selectFields(fields ?? ['*navigable']), properties, expand: [] };
  return ok(
    {
      issues: [...found.values()]
        .sort((a, b) => Number(a.id) - Number(b.id))
        .map((issue) => issueJson(call, issue, view)),
      issueErrors: asked.flatMap(({ idOrKey, issue }) =>
        issue ? [] : [{ issueIdOrKey: idOrKey, errorMessage: 'The issue was not found.' }],
      ),
    },
    { objects: found.size },
  );
}

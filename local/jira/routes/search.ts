// Searching and counting by JQL. Source: Atlassian, REST v3, group "Issue search" and "JQL".
import { z } from 'zod';
import * as limits from '../constants';
import { checkJql, compileJql, countFound, type Found, searchPage } from '../jql/search';
import { notModelled } from '../errors';
import { JqlError } from '../jql/jql-error';
import { readToken, writeToken } from '../page-token';
import { readBody } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route } from '../services';
import { namesOf, issueJson, type IssueView } from '../shapes/issue';
import { selectFields } from '../shapes/fields';
import { checkExpand } from './expand';

const searchBody = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().nullish(),
  maxResults: z.int().min(1).optional(),
  fields: z.array(z.string()).optional(),
  expand: z.string().optional(),
  properties: z.array(z.string()).max(limits.MAX_INLINE_PROPERTIES).optional(),
  fieldsByKeys: z.boolean().optional(),
  reconcileIssues: z.array(z.int()).max(limits.MAX_RECONCILE).optional(),
});
type SearchBody = z.infer<typeof searchBody>;

const environment = (call: Call) => ({ ...call, now: call.clock.now() });

const parseBody = z.strictObject({ queries: z.array(z.string()).min(1).max(limits.MAX_PARSED) });

export const searchRoutes: Route[] = [
  route('POST', '/jql/parse', READ, (call) =>
    parseQueries(call, readBody(call, parseBody).queries),
  ),
  route('POST', '/search/jql', READ, (call) => search(call, readBody(call, searchBody))),
  route('POST', '/search/approximate-count', READ, (call) => {
    const { jql } = readBody(call, z.strictObject({ jql: z.string().optional() }));
    return ok({ count: countFound(call.db, compileJql(jql ?? '', environment(call))) });
  }),
];

/** Whether each query would be searched; with an error it has no structure, as with strict validation. */
function parseQueries(call: Call, queries: readonly string[]): Reply {
  const validation = call.query.get('validation') ?? 'strict';
  if (validation !== 'strict') throw notModelled(`validation '${validation}' of queries`);
  return ok({
    queries: queries.map((query) => {
      try {
        checkJql(query, environment(call));
        return { query, structure: {} };
      } catch (error) {
        if (!(error instanceof JqlError)) throw error;
        return { query, errors: [error.message] };
      }
    }),
  });
}

function search(call: Call, body: SearchBody): Reply {
  const asked = body.fields ?? ['id'];
  const view: IssueView = {
    fields: selectFields(asked),
    properties: body.properties ?? [],
    expand: checkExpand(body.expand ?? ''),
  };
  const idsOnly = view.fields.length + view.properties.length + view.expand.length === 0;
  const largest = idsOnly ? limits.SEARCH_PAGE.idsOnly : limits.SEARCH_PAGE.withFields;
  const limit = Math.min(body.maxResults ?? limits.SEARCH_PAGE.default, largest);
  if (body.reconcileIssues) call.index.reconcile(body.reconcileIssues.map(String));

  const jql = body.jql ?? '';
  const now = call.clock.now();
  const who = call.viewer.accountId ?? '';
  const after = body.nextPageToken ? readToken(body.nextPageToken, jql, who, now) : undefined;
  const page = searchPage(call.db, compileJql(jql, environment(call)), limit, after);
  const withKey = !idsOnly || asked.includes('key');
  return ok(
    {
      issues: withKey ? show(call, page.found, view) : page.found.map(({ id }) => ({ id })),
      ...(page.next ? { nextPageToken: writeToken(jql, who, now, page.next) } : {}),
      isLast: page.next === undefined,
      ...(view.expand.includes('names') ? { names: namesOf(view.fields) } : {}),
    },
    { objects: page.found.length },
  );
}

function show(call: Call, found: readonly Found[], view: IssueView): unknown[] {
  // The index may still know an issue that is gone.
  const issues = call.store.issues(found.map((each) => each.id));
  return found.flatMap(({ id }) => {
    const issue = issues.get(id);
    return issue ? [issueJson(call, issue, view)] : [];
  });
}

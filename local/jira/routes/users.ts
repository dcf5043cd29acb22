// Users. Source: Atlassian, REST v3, groups "Users" and "User search".
import { issueNotFound, refuse, unauthenticated } from '../errors';
import { findIssue, findProject, pageOf, readInt, readList } from '../reading';
import { type Call, ok, READ_USER, route, type Route } from '../services';
import { userJson } from '../shapes/people';
import { hasInProject } from '../permissions';
import { createViewer, type Viewer } from '../viewer';

/** Users per page of `user/bulk` when the caller asks for no number. */
const BULK_PAGE = 10;

const FOUND_USUALLY = 50;
const FOUND_AT_MOST = 1000;

const begins = (name: string, query: string): boolean =>
  [name, ...name.split(/\s+/)].some((part) => part.toLowerCase().startsWith(query));

/** Whether somebody sees the issue, or the project, that a call names. @throws JiraError 404 */
function seenBy(call: Call): (viewer: Viewer) => boolean {
  const issueKey = call.query.get('issueKey');
  if (issueKey !== null) {
    const issue = findIssue(call, issueKey);
    if (!issue) throw issueNotFound();
    return (viewer) => viewer.seesIssue(issue);
  }
  const key = call.query.get('projectKey') ?? '';
  const project = findProject(call, key);
  // This call takes neither an id nor a key of earlier days.
  if (project?.key !== key) throw refuse(404, `No project could be found with key '${key}'.`);
  return (viewer) => hasInProject(viewer, 'BROWSE_PROJECTS', project.id);
}

export const userRoutes: Route[] = [
  route('GET', '/user/search', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const query = (call.query.get('query') ?? '').trim().toLowerCase();
    if (query === '') throw refuse(400, "The query parameter 'query' or 'accountId' is required.");
    const first = readInt(call, 'startAt', 0, FOUND_AT_MOST);
    const found = call.catalog
      .users()
      .filter(({ displayName }) => begins(displayName, query))
      .slice(first, first + readInt(call, 'maxResults', FOUND_USUALLY, FOUND_AT_MOST));
    return ok(
      found.map(({ accountId }) => userJson(call, accountId)),
      { people: found.length },
    );
  }),
  route('GET', '/user/viewissue/search', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const accountId = call.query.get('accountId');
    if (accountId === null) throw refuse(400, "The query parameter 'accountId' is required.");
    const sees = seenBy(call);
    const asked = createViewer(call.catalog, { principal: 'client', accountId });
    const found = asked.user !== undefined && sees(asked) ? [userJson(call, accountId)] : [];
    return ok(found, { people: 1 });
  }),
  route('GET', '/user/bulk', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const ids = readList(call, 'accountId');
    if (ids.length === 0) throw refuse(400, "The 'accountId' query parameter is required.");
    const found = ids.filter((id) => call.catalog.user(id) !== undefined);
    const page = pageOf(call, found, (id) => userJson(call, id), BULK_PAGE);
    return ok(page, { people: page.values.length });
  }),
];

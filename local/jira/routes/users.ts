// Users. Source: Atlassian, REST v3, groups "Users" and "User search".
import { refuse, unauthenticated } from '../errors';
import { hasInProject } from '../permissions';
import { pageOf, readList } from '../reading';
import { ok, READ_USER, route, type Route } from '../services';
import { userJson } from '../shapes/people';
import { createViewer } from '../viewer';

/** Users per page of `user/bulk` when the caller asks for no number. */
const BULK_PAGE = 10;

export const userRoutes: Route[] = [
  route('GET', '/user', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const accountId = call.query.get('accountId') ?? '';
    if (!call.catalog.user(accountId)) {
      throw refuse(404, 'Specified user does not exist or you do not have required permissions.');
    }
    return ok(userJson(call, accountId), { people: 1 });
  }),
  route('GET', '/user/bulk', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const ids = readList(call, 'accountId');
    if (ids.length === 0) throw refuse(400, "The 'accountId' query parameter is required.");
    const found = ids.filter((id) => call.catalog.user(id) !== undefined);
    const page = pageOf(call, found, (id) => userJson(call, id), BULK_PAGE);
    return ok(page, { people: page.values.length });
  }),
  route('GET', '/user/assignable/search', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const project = call.catalog.findProject(call.query.get('project') ?? '');
    if (!project || !call.viewer.seesProject(project.id)) {
      throw refuse(404, 'The project was not found; by issue this is not modelled.');
    }
    const query = (call.query.get('query') ?? '').toLowerCase();
    const users = call.catalog
      .users()
      .filter((user) => user.displayName.toLowerCase().includes(query))
      .filter(({ accountId }) => {
        const viewer = createViewer(call.catalog, { principal: 'client', accountId });
        return hasInProject(viewer, 'ASSIGNABLE_USER', project.id);
      })
      .map((user) => userJson(call, user.accountId));
    return ok(users, { people: users.length });
  }),
];

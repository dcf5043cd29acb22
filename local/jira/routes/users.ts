// Users. Source: Atlassian, REST v3, group "Users".
import { refuse, unauthenticated } from '../errors';
import { pageOf, readList } from '../reading';
import { ok, READ_USER, route, type Route } from '../services';
import { userJson } from '../shapes/people';

/** Users per page of `user/bulk` when the caller asks for no number. */
const BULK_PAGE = 10;

export const userRoutes: Route[] = [
  route('GET', '/user/bulk', READ_USER, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const ids = readList(call, 'accountId');
    if (ids.length === 0) throw refuse(400, "The 'accountId' query parameter is required.");
    const found = ids.filter((id) => call.catalog.user(id) !== undefined);
    const page = pageOf(call, found, (id) => userJson(call, id), BULK_PAGE);
    return ok(page, { people: page.values.length });
  }),
];

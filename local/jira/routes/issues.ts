// Reading issues. Source: Atlassian, REST v3, group "Issues".
import { pageOf, readIssue, readList } from '../reading';
import { ok, READ, route, type Route } from '../services';
import { changeJson } from '../shapes/changelog';
import { selectFields } from '../shapes/fields';
import { issueJson } from '../shapes/issue';
import { checkExpand } from './expand';

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
  route('GET', '/issue/{issueIdOrKey}/changelog', READ, (call) => {
    const changes = call.store.changes(readIssue(call).id);
    return ok(pageOf(call, changes, (change) => changeJson(call, change)));
  }),
];

// The site, its people, projects and named things. Source: Atlassian, REST v3.
import { pageOf, readProject } from '../reading';
import { notModelled, refuse, unauthenticated } from '../errors';
import { type Call, ok, READ, READ_USER, type Reply, route, type Route } from '../services';
import { fieldSchema, ISSUE_FIELDS } from '../shapes/fields';
import { clauseNamesOf } from '../jql/fields';
import { userJson } from '../shapes/people';
import * as shape from '../shapes/site';

export const siteRoutes: Route[] = [
  route('GET', '/myself', READ_USER, (call) => {
    if (call.viewer.accountId === null) throw unauthenticated();
    const locale = call.viewer.user?.locale.replace('-', '_') ?? 'en_US';
    return ok({ ...userJson(call, call.viewer.accountId), locale }, { people: 1 });
  }),
  // The version and the build are of no site.
  route('GET', '/serverInfo', [], ({ baseUrl }) =>
    ok({ baseUrl, deploymentType: 'Cloud', serverTitle: 'Local Jira' }),
  ),
  route('GET', '/field', READ, (call) => ok(ISSUE_FIELDS.map((field) => fieldJson(call, field)))),
  route('GET', '/project/search', READ, searchProjects),
  route('GET', '/project/{projectIdOrKey}', READ, (call) =>
    ok(shape.projectJson(call, readProject(call), [], true), { objects: 1 }),
  ),
  route('GET', '/project/{projectIdOrKey}/statuses', READ, (call) => {
    const project = readProject(call);
    const statuses = project.statuses.map((status) => shape.statusJson(call, status));
    const types = project.issueTypes.map((type) => ({
      self: `${call.baseUrl}/rest/api/3/issuetype/${type.id}`,
      id: type.id,
      name: type.name,
      subtask: type.hierarchyLevel < 0,
      statuses,
    }));
    return ok(types);
  }),
  route('GET', '/issuetype/project', READ, (call) => {
    const id = call.query.get('projectId') ?? '';
    const project = call.catalog.project(id);
    if (!project || !call.viewer.seesProject(id)) throw refuse(404, 'The project was not found.');
    const level = call.query.get('level');
    const types = project.issueTypes.filter(
      ({ hierarchyLevel }) => level === null || hierarchyLevel === Number(level),
    );
    return ok(types.map((type) => shape.issueTypeJson(call, type)));
  }),
  route('GET', '/resolution', READ, (call) =>
    ok(call.catalog.resolutions().map((each) => shape.namedJson(call, 'resolution', each))),
  ),
  route('GET', '/resolution/search', READ, (call) =>
    ok(
      pageOf(call, call.catalog.resolutions(), (each) => ({
        ...shape.namedJson(call, 'resolution', each),
        default: false,
      })),
    ),
  ),
];

function fieldJson(call: Call, field: (typeof ISSUE_FIELDS)[number]): unknown {
  const clauses =
    field.column === undefined ? [field.id.toLowerCase()] : clauseNamesOf(field.column);
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: field.custom !== undefined,
    orderable: true,
    navigable: field.id !== 'comment',
    searchable: true,
    clauseNames: clauses,
    schema: fieldSchema(field),
  };
}

/** Parameters of the project search that Jira knows and this stand-in does not imitate. */
const LEFT_OUT = ['query', 'keys', 'id', 'typeKey', 'categoryId', 'action', 'status', 'properties'];

function searchProjects(call: Call): Reply {
  const missing = LEFT_OUT.find((name) => call.query.has(name));
  if (missing !== undefined) throw notModelled(`a project search by ${missing}`);
  const order = call.query.get('orderBy') ?? 'key';
  if (order !== 'key') throw notModelled(`projects in the order of ${order}`);
  const found = call.viewer.visibleProjects().sort((a, b) => a.key.localeCompare(b.key));
  const expand = (call.query.get('expand') ?? '').split(',');
  const page = pageOf(call, found, (project) => shape.projectJson(call, project, expand, false));
  return ok(page, { objects: page.values.length });
}

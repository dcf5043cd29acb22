// The site, its people, projects and named things. Source: Atlassian, REST v3.
import { pageOf, readList, readProject } from '../reading';
import { refuse, unauthenticated } from '../errors';
import { type SiteProject } from '../api';
import { type Call, ok, READ, READ_USER, type Reply, route, type Route } from '../services';
import { ISSUE_FIELDS } from '../shapes/fields';
import { clauseNamesOf } from '../jql/fields';
import { userJson } from '../shapes/people';
import * as shape from '../shapes/site';

export const siteRoutes: Route[] = [
  route('GET', '/myself', READ_USER, (call) => {
    if (call.viewer.accountId === null) throw unauthenticated();
    const locale = call.viewer.user?.locale.replace('-', '_') ?? 'en_US';
    return ok({ ...userJson(call, call.viewer.accountId), locale }, { people: 1 });
  }),
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
    schema: {
      type: field.type,
      ...(field.items ? { items: field.items } : {}),
      ...(field.custom === undefined
        ? { system: field.id }
        : { custom: field.custom, customId: Number(field.id.replace('customfield_', '')) }),
    },
  };
}

const SORTS: Record<string, (a: SiteProject, b: SiteProject) => number> = {
  key: (a, b) => a.key.localeCompare(b.key),
  name: (a, b) => a.name.localeCompare(b.name),
};

function searchProjects(call: Call): Reply {
  const query = (call.query.get('query') ?? '').toLowerCase();
  const keys = readList(call, 'keys').map((key) => key.toUpperCase());
  const ids = readList(call, 'id');
  const order = call.query.get('orderBy') ?? 'key';
  const sort = SORTS[order.replace(/^[+-]/, '')];
  if (!sort) throw refuse(400, `Projects cannot be ordered by '${order}' by the local Jira.`);
  const found = call.viewer
    .visibleProjects()
    .filter((project) => `${project.key} ${project.name}`.toLowerCase().includes(query))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => ids.length === 0 || ids.includes(project.id))
    .sort((a, b) => (order.startsWith('-') ? sort(b, a) : sort(a, b)));
  const expand = (call.query.get('expand') ?? '').split(',');
  const properties = readList(call, 'properties');
  if (properties.length > 0) throw refuse(501, 'Project properties in a search are not modelled.');
  const page = pageOf(call, found, (project) => shape.projectJson(call, project, expand, false));
  return ok(page, { objects: page.values.length });
}

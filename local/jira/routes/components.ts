// Components of a project. Source: Atlassian, REST v3, group "Project components".
import { notModelled, refuse, unauthenticated } from '../errors';
import { hasGlobal, hasInProject } from '../permissions';
import { pageOf, readProject } from '../reading';
import {
  type Call,
  MANAGE_PROJECT,
  ok,
  READ,
  type Reply,
  route,
  type Route,
  writing,
} from '../services';
import { type Named } from '../catalog';
import { namedJson } from '../shapes/site';

const PATH = '/project/{projectIdOrKey}';

export const componentRoutes: Route[] = [
  route('GET', `${PATH}/component`, READ, (call) => {
    const { all, show } = read(call);
    const order = /^[+-]?name$/.exec(call.query.get('orderBy') ?? 'name')?.[0];
    if (order === undefined) throw notModelled('components in another order than by name');
    const query = (call.query.get('query') ?? '').toLowerCase();
    const found = all
      .filter(({ name }) => name.toLowerCase().includes(query))
      .sort((a, b) => a.name.localeCompare(b.name) * (order.startsWith('-') ? -1 : 1));
    return ok(pageOf(call, found, show));
  }),
  route('GET', `${PATH}/components`, READ, (call) => {
    const { all, show } = read(call);
    return ok(all.map(show));
  }),
  writing('DELETE', '/component/{id}', MANAGE_PROJECT, remove),
];

/** Takes it from the project and from its issues, which get the other one where it is named. */
function remove(call: Call): Reply {
  const { catalog, db, index, store, viewer } = call;
  if (viewer.anonymous) throw unauthenticated();
  const id = call.params['id'] ?? '';
  const project = catalog
    .projects()
    .find(({ components }) => components.some((one) => one.id === id));
  if (!project || !viewer.seesProject(project.id))
    throw refuse(404, `The component with id ${id} does not exist.`);
  const mayRemove =
    hasInProject(viewer, 'ADMINISTER_PROJECTS', project.id) || hasGlobal(viewer, 'ADMINISTER');
  if (!mayRemove) throw refuse(403, 'You do not have permission to administer the project.');
  const to = call.query.get('moveIssuesTo');
  const components = project.components.filter((one) => one.id !== id);
  if (to !== null && !components.some((one) => one.id === to))
    throw refuse(404, `The component with id ${to} does not exist.`);
  db.transaction(() => {
    catalog.addProject({ ...project, components });
    for (const issue of store.issues(store.idsOf(project.id)).values()) {
      if (!issue.componentIds.includes(id)) continue;
      const kept = issue.componentIds.filter((one) => one !== id);
      const componentIds = to === null || kept.includes(to) ? kept : [...kept, to];
      store.update({ ...issue, componentIds });
      index.touch(issue.id);
    }
  });
  return { status: 204 };
}

function read(call: Call) {
  const source = call.query.get('componentSource') ?? 'jira';
  if (source !== 'jira') throw notModelled(`components of the source ${source}`);
  const project = readProject(call);
  const show = (component: Named) => ({
    ...namedJson(call, 'component', component),
    assigneeType: 'PROJECT_DEFAULT',
    realAssigneeType: 'PROJECT_DEFAULT',
    isAssigneeTypeValid: false,
    project: project.key,
    projectId: Number(project.id),
  });
  return { all: [...project.components], show };
}

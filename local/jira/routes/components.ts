// Components of a project. Source: Atlassian, REST v3, group "Project components".
import { notModelled } from '../errors';
import { pageOf, readProject } from '../reading';
import { type Call, ok, READ, route, type Route } from '../services';
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
];

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

// Properties of a project. Source: Atlassian, REST v3, group "Project properties".
import { type SiteProject } from '../api';
import { checkedKey, checkedValue, propertyNotFound } from '../property-value';
import { readProject, requirePermission } from '../reading';
import { type Call, MANAGE_PROJECT, ok, READ, route, type Route, writing } from '../services';

const PATH = '/project/{projectIdOrKey}/properties/{propertyKey}';

function readAdministered(call: Call): SiteProject {
  const project = readProject(call);
  const message = 'You do not have permission to administer this project.';
  requirePermission(call, 'ADMINISTER_PROJECTS', project.id, message);
  return project;
}

export const projectPropertyRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const key = call.params['propertyKey'] ?? '';
    const text = call.projectProperties.get(readProject(call).id, key);
    if (text === undefined) throw propertyNotFound(key);
    return ok({ key, value: JSON.parse(text) as unknown }, { objects: 1 });
  }),
  writing('PUT', PATH, MANAGE_PROJECT, (call) => {
    const { id } = readAdministered(call);
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const isNew = call.projectProperties.get(id, key) === undefined;
    call.projectProperties.set(id, key, checkedValue(call.body));
    return { status: isNew ? 201 : 200, json: {} };
  }),
  writing('DELETE', PATH, MANAGE_PROJECT, (call) => {
    const { id } = readAdministered(call);
    const key = call.params['propertyKey'] ?? '';
    if (!call.projectProperties.remove(id, key)) throw propertyNotFound(key);
    return { status: 204 };
  }),
];

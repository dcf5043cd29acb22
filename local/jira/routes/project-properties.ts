// Properties of a project. Source: Atlassian, REST v3, group "Project properties".
import { type SqlParam } from '../../db';
import { type SiteProject } from '../api';
import { checkedKey, checkedValue, propertyNotFound } from '../property-value';
import { readProject, requirePermission } from '../reading';
import { str } from '../rows';
import { type Call, MANAGE_PROJECT, ok, READ, route, type Route, writing } from '../services';

const PATH = '/project/{projectIdOrKey}/properties';
const WHERE = 'FROM jira_project_property WHERE project_id = ?';

function readAdministered(call: Call): SiteProject {
  const project = readProject(call);
  const message = 'You do not have permission to administer this project.';
  requirePermission(call, 'ADMINISTER_PROJECTS', project.id, message);
  return project;
}

function valueOf(call: Call, where: SqlParam[]): string | undefined {
  const row = call.db.get(`SELECT value ${WHERE} AND key = ?`, where);
  return row && str(row, 'value');
}

export const projectPropertyRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const project = readProject(call);
    const self = `${call.baseUrl}/rest/api/3/project/${project.id}/properties`;
    const rows = call.db.all(`SELECT key ${WHERE} ORDER BY key`, [project.id]);
    return ok({
      keys: rows.map((row) => {
        const key = str(row, 'key');
        return { self: `${self}/${encodeURIComponent(key)}`, key };
      }),
    });
  }),
  route('GET', `${PATH}/{propertyKey}`, READ, (call) => {
    const key = call.params['propertyKey'] ?? '';
    const text = valueOf(call, [readProject(call).id, key]);
    if (text === undefined) throw propertyNotFound(key);
    return ok({ key, value: JSON.parse(text) as unknown }, { objects: 1 });
  }),
  writing('PUT', `${PATH}/{propertyKey}`, MANAGE_PROJECT, (call) => {
    const project = readAdministered(call);
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const isNew = valueOf(call, [project.id, key]) === undefined;
    call.db.run('INSERT OR REPLACE INTO jira_project_property VALUES (?, ?, ?)', [
      project.id,
      key,
      checkedValue(call.body),
    ]);
    return { status: isNew ? 201 : 200, json: {} };
  }),
  writing('DELETE', `${PATH}/{propertyKey}`, MANAGE_PROJECT, (call) => {
    const project = readAdministered(call);
    const key = call.params['propertyKey'] ?? '';
    const where = [project.id, key];
    if (call.db.run(`DELETE ${WHERE} AND key = ?`, where).changes === 0) {
      throw propertyNotFound(key);
    }
    return { status: 204 };
  }),
];

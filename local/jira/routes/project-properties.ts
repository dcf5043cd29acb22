// Properties of a project. Source: Atlassian, REST v3, group "Project properties".
import { type SiteProject } from '../api';
import { checkedKey, checkedValue, propertyNotFound } from '../property-value';
import { readProject, requirePermission } from '../reading';
import { str } from '../rows';
import { type Call, MANAGE_PROJECT, ok, READ, route, type Route, writing } from '../services';

const PATH = '/project/{projectIdOrKey}/properties/{propertyKey}';

function readAdministered(call: Call): SiteProject {
  const project = readProject(call);
  const message = 'You do not have permission to administer this project.';
  requirePermission(call, 'ADMINISTER_PROJECTS', project.id, message);
  return project;
}

function valueOf(call: Call, { id }: SiteProject, key: string): string | undefined {
  const where = 'WHERE project_id = ? AND key = ?';
  const row = call.db.get(`SELECT value FROM jira_project_property ${where}`, [id, key]);
  return row && str(row, 'value');
}

export const projectPropertyRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const key = call.params['propertyKey'] ?? '';
    const text = valueOf(call, readProject(call), key);
    if (text === undefined) throw propertyNotFound(key);
    return ok({ key, value: JSON.parse(text) as unknown }, { objects: 1 });
  }),
  writing('PUT', PATH, MANAGE_PROJECT, (call) => {
    const project = readAdministered(call);
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const isNew = valueOf(call, project, key) === undefined;
    call.db.run('INSERT OR REPLACE INTO jira_project_property VALUES (?, ?, ?)', [
      project.id,
      key,
      checkedValue(call.body),
    ]);
    return { status: isNew ? 201 : 200, json: {} };
  }),
  writing('DELETE', PATH, MANAGE_PROJECT, (call) => {
    const { id } = readAdministered(call);
    const key = call.params['propertyKey'] ?? '';
    const where = 'WHERE project_id = ? AND key = ?';
    const { changes } = call.db.run(`DELETE FROM jira_project_property ${where}`, [id, key]);
    if (changes === 0) throw propertyNotFound(key);
    return { status: 204 };
  }),
];

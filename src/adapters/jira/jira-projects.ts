// A project's types and statuses, and the gate's table.
import { fingerprint } from '../../contract/fingerprint';
import { GATE_PROPERTY } from '../../contract/properties';
import { absent, hidden } from './errors';
import type { Projects, Status } from '../../ports';
import type { JiraClient } from './client';
import { categoryOf } from './items';
import { parseRequest, refusalsIn } from '../../contract/parse-clauses';

/**
 * What Jira says of a project, and the property that the gate reads. @throws AppError as the client's calls
 */
export function jiraProjects(jira: JiraClient): Projects {
  return {
    async idOf(keyOrId) {
      // A path of dots would be another address.
      if (!/^\w+$/.test(keyOrId)) return null;
      const params = { projectIdOrKey: keyOrId };
      const found = await jira.call('project', { as: 'user', params }).catch(hidden);
      return found?.id ?? null;
    },
    async types(projectId, as) {
      const types = await jira.call('projectIssueTypes', { as, query: { projectId } });
      return types.map(({ id, name, hierarchyLevel }) => ({ id, name, level: hierarchyLevel }));
    },
    async statuses(projectId, as) {
      const types = await jira.call('projectStatuses', {
        as,
        params: { projectIdOrKey: projectId },
      });
      const statuses = types.flatMap((type) => type.statuses);
      const byId = new Map<string, Status>();
      for (const { id, name, statusCategory } of statuses)
        byId.set(id, { id, name, category: categoryOf(statusCategory.key) });
      return [...byId.values()];
    },
    async mayBrowse(projectId, accountId) {
      const params = { projectIdOrKey: projectId };
      const { key } = await jira.call('project', { as: 'user', params });
      const found = await jira.call('whoMayBrowse', {
        as: 'user',
        query: { accountId, projectKey: key },
      });
      return found.some((user) => user.accountId === accountId && user.active !== false);
    },
    async refusals(clauses) {
      if (clauses.length === 0) return [];
      const answer = await jira.call('parseJql', { as: 'user', ...parseRequest(clauses) });
      return refusalsIn(answer, clauses);
    },
    async removeGate(projectId) {
      const params = { projectIdOrKey: projectId, propertyKey: GATE_PROPERTY };
      await jira.send('deleteProjectProperty', { as: 'app', params }).catch(absent);
    },
    async publishGate(projectId, table) {
      const params = { projectIdOrKey: projectId, propertyKey: GATE_PROPERTY };
      const there = await jira.call('getProjectProperty', { as: 'app', params }).catch(absent);
      if (fingerprint(there?.value) === fingerprint(table)) return;
      await jira.send('setProjectProperty', { as: 'app', params, body: table });
    },
  };
}

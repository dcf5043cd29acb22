// A project's types and statuses, and the gate's table.
import { fingerprint } from '../../contract/fingerprint';
import { GATE_PROPERTY } from '../../contract/properties';
import { absent } from './errors';
import type { Projects, Status } from '../../ports';
import type { JiraClient } from './client';
import { categoryOf } from './items';

export function jiraProjects(jira: JiraClient): Projects {
  return {
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
    async publishGate(projectId, table) {
      const params = { projectIdOrKey: projectId, propertyKey: GATE_PROPERTY };
      const there = await jira.call('getProjectProperty', { as: 'app', params }).catch(absent);
      if (fingerprint(there?.value) === fingerprint(table)) return;
      await jira.send('setProjectProperty', { as: 'app', params, body: table });
    },
  };
}

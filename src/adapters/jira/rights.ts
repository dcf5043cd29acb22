// What the calling user may do, asked for the very id that is acted on.
import type { Permission, Rights } from '../../ports';
import type { JiraClient } from './client';

const ON_ITEM: Permission[] = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES'];
const ON_PROJECT: Permission[] = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'];

export function jiraRights(jira: JiraClient): Rights {
  async function ask(id: { issueId: string } | { projectId: string }, wanted: Permission[]) {
    const { permissions } = await jira.call('myPermissions', {
      as: 'user',
      query: { ...id, permissions: wanted.join(',') },
    });
    return new Set(wanted.filter((name) => permissions[name]?.havePermission === true));
  }
  return {
    onItem: (issueId) => ask({ issueId }, ON_ITEM),
    onProject: (projectId) => ask({ projectId }, ON_PROJECT),
    async seen(itemIds) {
      const permissions = ['BROWSE_PROJECTS'];
      const { projectPermissions } = await jira.call('checkPermissions', {
        as: 'user',
        body: { projectPermissions: [{ permissions, issues: itemIds.map(Number) }] },
      });
      // Ids that are missing or hidden are left out of the answer.
      return new Set(projectPermissions.flatMap(({ issues = [] }) => issues.map(String)));
    },
  };
}

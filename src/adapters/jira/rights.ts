// What the calling user may do, asked for the very id that is acted on.
import type { Permission, Rights } from '../../ports';
import type { JiraClient } from './client';

const ON_ITEM: Permission[] = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES'];
const ON_PROJECT: Permission[] = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'];

/**
 * Items in one question, the most that Jira takes.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
 */
const ITEMS_AT_ONCE = 1_000;

/**
 * Rights of the calling user as Jira knows them now; nothing is remembered. @throws AppError as the client's calls
 */
export function jiraRights(jira: JiraClient): Rights {
  async function ask(id: { issueId: string } | { projectId: string }, wanted: Permission[]) {
    const { permissions } = await jira.call('myPermissions', {
      as: 'user',
      query: { ...id, permissions: wanted.join(',') },
    });
    return new Set(wanted.filter((name) => permissions[name]?.havePermission === true));
  }
  return {
    me: async () => (await jira.call('myself', { as: 'user' })).accountId,
    onItem: (issueId) => ask({ issueId }, ON_ITEM),
    onProject: (projectId) => ask({ projectId }, ON_PROJECT),
    async seen(itemIds) {
      const permissions = ['BROWSE_PROJECTS'];
      const found = new Set<string>();
      // Jira's list of them is a set.
      const asked = [...new Set(itemIds)].map(Number);
      for (let from = 0; from < asked.length; from += ITEMS_AT_ONCE) {
        const issues = asked.slice(from, from + ITEMS_AT_ONCE);
        const { projectPermissions } = await jira.call('checkPermissions', {
          as: 'user',
          body: { projectPermissions: [{ permissions, issues }] },
        });
        // Ids that are missing or hidden are left out of the answer.
        for (const one of projectPermissions.flatMap((part) => part.issues ?? []))
          found.add(String(one));
      }
      return found;
    },
  };
}

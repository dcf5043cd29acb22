// Which listed items the viewer may edit, which sorting needs: asked for all of them at once.
import { CallError } from '../../../forge';
import type { JiraCall } from './jira-call';

/**
 * Items in one question, the most that Jira takes.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
 */
const AT_ONCE = 1_000;

/** Those of the items that may be edited; null where Jira gives no answer: the first save will show it. */
export async function readMayEdit(
  jira: JiraCall,
  itemIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (itemIds.length === 0) return new Set();
  const issues = itemIds.slice(0, AT_ONCE).map(Number);
  try {
    const { projectPermissions } = await jira('checkPermissions', {
      body: { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues }] },
    });
    return new Set(projectPermissions.flatMap((part) => part.issues ?? []).map(String));
  } catch (error) {
    if (error instanceof CallError) return null;
    throw error;
  }
}

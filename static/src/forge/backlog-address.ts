// Where the Backlog tab of the app's project page is.
import { router } from '@forge/bridge';

const MODULE = 'ladder-page';

/** Address of the project's Backlog tab; null where Jira does not know the way to a module. */
export async function backlogAddress(projectKey: string): Promise<string | null> {
  const found = await router
    .getUrl({ target: 'module', moduleKey: MODULE, projectKey })
    .catch(() => null);
  if (!found) return null;
  const address = new URL(found.href);
  address.searchParams.set('tab', 'backlog');
  return address.href;
}

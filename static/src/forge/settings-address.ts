// Where the app's page in the project settings is.
import { router } from '@forge/bridge';

const MODULE = 'ladder-settings';

/**
 * Address of the project's settings of this app; the project's settings in general where Jira does
 * not know the way to a module; null where it knows neither.
 */
export async function settingsAddress(projectKey: string): Promise<string | null> {
  const own = router.getUrl({ target: 'module', moduleKey: MODULE, projectKey });
  const found = await own.catch(() => null);
  if (found) return found.href;
  const general = router.getUrl({ target: 'projectSettingsDetails', projectKey });
  return (await general.catch(() => null))?.href ?? null;
}

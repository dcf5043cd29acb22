// Jira through Forge. The only file that imports @forge/api.
import { asApp, asUser, assumeTrustedRoute } from '@forge/api';
import type { JiraTransport } from './transport';

/** Calls as the app or as the user of the running invocation. Paths come from `pathOf` only. */
export const forgeTransport: JiraTransport = async ({ as, method, path, body }) => {
  const api = as === 'app' ? asApp() : asUser();
  const response = await api.requestJira(assumeTrustedRoute(path), {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    text: () => response.text(),
  };
};

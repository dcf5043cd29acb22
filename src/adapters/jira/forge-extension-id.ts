// The name by which Jira knows a module of this app in this environment.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-panels/
import { getAppContext } from '@forge/api';

/** ARI of a module of the running app; only inside an invocation. */
export function extensionId(moduleKey: string): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${moduleKey}`;
}

/** The running app's part of the addresses of its pages. */
export function pagePath(): string {
  const { appAri, environmentAri } = getAppContext();
  return `${appAri.appId}/${environmentAri.environmentId}`;
}

// What the settings show: goals and rules from the app, and the site's types, statuses and
// resolutions from Jira as the user.
import { DEFAULT_RULES, undeliveredOf, type Named } from '../../../../src/domain/rules';
import { call, jira } from '../../forge';
import type { OpenProject } from '../../../../src/contract/procedures';

export interface Site {
  /** Standard types of the project. */
  types: Named[];
  /** Statuses of the project that mean done. */
  statuses: Named[];
  resolutions: Named[];
  /** What counts as undelivered as long as the project has no list of its own. */
  usual: { resolutionIds: string[]; statusIds: string[] };
}

async function allResolutions(): Promise<Named[]> {
  const found: Named[] = [];
  for (;;) {
    const page = await jira('resolutions', { query: { startAt: found.length, maxResults: 50 } });
    found.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return found;
  }
}

const unique = (list: readonly Named[]): Named[] => [
  ...new Map(list.map(({ id, name }) => [id, { id, name }])).values(),
];

async function loadSite(projectId: string): Promise<Site> {
  const [types, byType, resolutions] = await Promise.all([
    jira('projectIssueTypes', { query: { projectId } }),
    jira('projectStatuses', { params: { projectIdOrKey: projectId } }),
    allResolutions(),
  ]);
  const statuses = unique(
    byType
      .flatMap((type) => type.statuses)
      .filter(({ statusCategory }) => statusCategory.key === 'done'),
  );
  return {
    types: unique(types.filter(({ hierarchyLevel }) => hierarchyLevel === 0)),
    statuses,
    resolutions,
    usual: undeliveredOf(DEFAULT_RULES, { resolutions, statuses }),
  };
}

export interface SettingsData {
  open: OpenProject;
  site: Site;
}

/** @throws {CallError} when Jira or the app does not answer, or the user is no administrator */
export async function loadSettings(projectId: string): Promise<SettingsData> {
  const [open, site] = await Promise.all([
    call('settings.open', { projectId }),
    loadSite(projectId),
  ]);
  return { open, site };
}

/** Names of users by account id; those that Jira does not give are left out. */
export async function namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const answer = await jira('users', { query: { accountId: [...accountIds] } }).catch(() => null);
  return new Map(answer?.values.map(({ accountId, displayName }) => [accountId, displayName]));
}

// What the settings show: goals and rules from the app, and the site's types, statuses and
// resolutions from Jira as the user.
import { DEFAULT_RULES, undeliveredOf, type Named } from '../../../../src/domain/rules';
import { allResolutions, call, jira } from '../../forge';
import type { OpenProject } from '../../../../src/contract/procedures';

export interface Site {
  /** Standard types of the project. */
  types: Named[];
  /** Types above them: their answers may speak for children. */
  aboveTypeIds: string[];
  /** Statuses of the project that mean done. */
  statuses: Named[];
  resolutions: Named[];
  /** What counts as undelivered as long as the project has no list of its own. */
  usual: { resolutionIds: string[]; statusIds: string[] };
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
    aboveTypeIds: types.filter(({ hierarchyLevel }) => hierarchyLevel > 0).map(({ id }) => id),
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

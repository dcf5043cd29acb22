// What the project's numbers need to know of the site: its types, statuses and resolutions.
import type { Named } from '../../../../../src/domain/rules';
import { allResolutions } from '../../../forge';
import type { JiraCall } from './jira-call';

export interface SiteTypes {
  /** All types of the project. */
  typeIds: string[];
  standardTypeIds: string[];
  /** The same, as they are called. */
  standardTypes: Named[];
  /** Types whose items are parents of standard ones: epics and above. */
  aboveTypeIds: string[];
}

export interface Site extends SiteTypes {
  resolutions: Named[];
  statuses: Named[];
}

/** The project's types. Of the site only they are needed to ask for parents and finished items. */
export async function readTypes(jira: JiraCall, projectId: string): Promise<SiteTypes> {
  const types = await jira('projectIssueTypes', { query: { projectId } });
  const ids = (fits: (level: number) => boolean): string[] =>
    types.filter(({ hierarchyLevel }) => fits(hierarchyLevel)).map(({ id }) => id);
  return {
    typeIds: ids(() => true),
    standardTypeIds: ids((level) => level === 0),
    standardTypes: types
      .filter(({ hierarchyLevel }) => hierarchyLevel === 0)
      .map(({ id, name }) => ({ id, name })),
    aboveTypeIds: ids((level) => level > 0),
  };
}

/** Reads types (unless they are under way), statuses and resolutions side by side. */
export async function readSite(
  jira: JiraCall,
  projectId: string,
  types: Promise<SiteTypes> = readTypes(jira, projectId),
): Promise<Site> {
  const [known, byType, resolutions] = await Promise.all([
    types,
    jira('projectStatuses', { params: { projectIdOrKey: projectId } }),
    allResolutions(jira),
  ]);
  const statuses = new Map(byType.flatMap((type) => type.statuses).map((one) => [one.id, one]));
  return { ...known, resolutions, statuses: [...statuses.values()] };
}

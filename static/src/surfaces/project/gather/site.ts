// What the project's numbers need to know of the site: its types, statuses and resolutions.
import { and, is, oneOf } from '../../../../../src/domain/clause';
import type { ParentFacts } from '../../../../../src/domain/item';
import type { Named } from '../../../../../src/domain/rules';
import { parentFactsOf } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { PROPERTY_KEYS } from '../../../../../src/contract/properties';
import { allResolutions } from '../../../forge';
import type { JiraCall } from './jira-call';
import { searchAll } from './search';

export interface Site {
  /** All types of the project. */
  typeIds: string[];
  standardTypeIds: string[];
  /** The same, as they are called. */
  standardTypes: Named[];
  /** Types whose items are parents of standard ones: epics and above. */
  aboveTypeIds: string[];
  resolutions: Named[];
  statuses: Named[];
}

/** Reads types, statuses and resolutions side by side. */
export async function readSite(jira: JiraCall, projectId: string): Promise<Site> {
  const [types, byType, resolutions] = await Promise.all([
    jira('projectIssueTypes', { query: { projectId } }),
    jira('projectStatuses', { params: { projectIdOrKey: projectId } }),
    allResolutions(jira),
  ]);
  const ids = (fits: (level: number) => boolean): string[] =>
    types.filter(({ hierarchyLevel }) => fits(hierarchyLevel)).map(({ id }) => id);
  const statuses = new Map(byType.flatMap((type) => type.statuses).map((one) => [one.id, one]));
  return {
    typeIds: ids(() => true),
    standardTypeIds: ids((level) => level === 0),
    standardTypes: types
      .filter(({ hierarchyLevel }) => hierarchyLevel === 0)
      .map(({ id, name }) => ({ id, name })),
    aboveTypeIds: ids((level) => level > 0),
    resolutions,
    statuses: [...statuses.values()],
  };
}

/** The parents whose answer may speak for their children: answered, above the standard level. */
export async function readParents(
  jira: JiraCall,
  { projectId, zone, aboveTypeIds }: { projectId: string; zone: string; aboveTypeIds: string[] },
): Promise<ParentFacts[]> {
  if (aboveTypeIds.length === 0) return [];
  const parents = new Map<string, ParentFacts>();
  const search = {
    jql: projectJql(projectId, and(oneOf('type', aboveTypeIds), is('state', 'answered')), zone),
    fields: ['summary'],
    properties: [PROPERTY_KEYS.answer, PROPERTY_KEYS.result],
  };
  await searchAll(jira, search, (issues) => {
    for (const issue of issues) parents.set(issue.id, parentFactsOf(issue));
  });
  return [...parents.values()];
}

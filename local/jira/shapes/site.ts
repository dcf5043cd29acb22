// Projects, types, statuses and the other named things of a site, as Jira shows them.
import { type SiteIssueType, type SiteProject, type SiteStatus } from '../api';
import { type Named } from '../catalog';
import { type Services } from '../services';
import { userJson } from './people';

const at = (services: Services, path: string) => `${services.baseUrl}/rest/api/3/${path}`;

export const CATEGORIES = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

/** A `StatusCategory` of REST v3; its ids and colours are the same on every site. */
export function categoryJson(services: Services, category: SiteStatus['category']): unknown {
  const shown = CATEGORIES[category];
  return { self: at(services, `statuscategory/${String(shown.id)}`), ...shown };
}

/** A `StatusDetails` of REST v3. */
export function statusJson(services: Services, status: SiteStatus): Record<string, unknown> {
  return {
    self: at(services, `status/${status.id}`),
    description: '',
    name: status.name,
    id: status.id,
    statusCategory: categoryJson(services, status.category),
  };
}

/** An `IssueTypeDetails` of REST v3. */
export function issueTypeJson(services: Services, type: SiteIssueType): Record<string, unknown> {
  return {
    self: at(services, `issuetype/${type.id}`),
    id: type.id,
    description: '',
    name: type.name,
    subtask: type.hierarchyLevel < 0,
    hierarchyLevel: type.hierarchyLevel,
  };
}

/** A `Project` of REST v3 as it stands in an issue. */
export function projectRefJson(services: Services, project: SiteProject): Record<string, unknown> {
  return {
    self: at(services, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: project.style === 'next-gen',
  };
}

/** A `Project` of REST v3: with the parts of `expand` as in a search, or `whole` as by its key. */
export function projectJson(
  services: Services,
  project: SiteProject,
  expand: readonly string[],
  whole: boolean,
): Record<string, unknown> {
  const wants = (name: string) => whole || expand.includes(name);
  return {
    ...projectRefJson(services, project),
    style: project.style,
    isPrivate: project.defaultRole === 'none',
    ...(project.archived === true ? { archived: true } : {}),
    ...(wants('lead') && project.leadAccountId !== null
      ? { lead: userJson(services, project.leadAccountId) }
      : {}),
    ...(wants('issueTypes')
      ? { issueTypes: project.issueTypes.map((type) => issueTypeJson(services, type)) }
      : {}),
    ...(whole
      ? {
          components: project.components.map((each) => namedJson(services, 'component', each)),
          versions: services.catalog
            .versions(project.id)
            .map((each) => versionJson(services, each, project.id)),
        }
      : {}),
  };
}

/** A priority, resolution or component. */
export function namedJson(services: Services, kind: string, named: Named): Record<string, unknown> {
  return { self: at(services, `${kind}/${named.id}`), id: named.id, name: named.name };
}

/** A `Version` of REST v3. None is ever released or archived here. */
export function versionJson(services: Services, version: Named, projectId: string): unknown {
  return {
    ...namedJson(services, 'version', version),
    archived: false,
    released: false,
    projectId: Number(projectId),
  };
}

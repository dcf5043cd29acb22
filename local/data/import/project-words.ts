// The projects that rows mention. A project is known by its key: many exports leave out its id.

import type { SiteIssueType, SiteProject, SiteStatus } from '../../jira/api';
import { projectKeyOf } from '../../jira/keys';
import { usualRoles } from '../people';
import type { Row } from './row-schema';

/** Where project ids begin that a file does not give; longer than any id that a row may give. */
const FIRST_OWN_ID = 9_000_000_000_000_001;

export interface ProjectWords {
  key: string;
  name: string | null;
  /** The first id that a row gives. */
  givenId: string | null;
  ownId: string;
  types: Set<string>;
  statuses: Set<string>;
  components: Map<string, { id: string; name: string }>;
}

export interface ProjectList {
  /** Notes the project of a row; what the first rows leave out, later ones may tell. */
  note(row: Row): ProjectWords;
  /** What is wrong with the project of a row, or null. */
  fault(row: Row): string | null;
  all(): ProjectWords[];
}

/** An empty list. */
export function projectList(): ProjectList {
  const byKey = new Map<string, ProjectWords>();
  const keyOfId = new Map<string, string>();
  return {
    note: (row) => {
      const key = projectKeyOf(row.key);
      const known = byKey.get(key) ?? {
        key,
        name: null,
        givenId: null,
        ownId: String(FIRST_OWN_ID + byKey.size),
        types: new Set(),
        statuses: new Set(),
        components: new Map(),
      };
      const { id, name } = row.fields.project ?? {};
      known.givenId ??= id ?? null;
      known.name ??= name ?? null;
      if (id != null) keyOfId.set(id, key);
      byKey.set(key, known);
      return known;
    },
    fault: (row) => {
      const key = projectKeyOf(row.key);
      const { project } = row.fields;
      if (project != null && project.key !== key)
        return `${row.key} is not of its project ${project.key}`;
      const holder = project?.id == null ? undefined : keyOfId.get(project.id);
      if (holder === undefined || holder === key) return null;
      return `project id ${project?.id ?? ''} of ${key} belongs to ${holder}`;
    },
    all: () => [...byKey.values()],
  };
}

/** Id of a project on the site; final when every row has been noted. */
export function projectId(project: ProjectWords): string {
  return project.givenId ?? project.ownId;
}

/** The project as the site takes it, with those types and statuses that its rows use. */
export function siteProject(
  project: ProjectWords,
  types: readonly SiteIssueType[],
  statuses: readonly SiteStatus[],
): SiteProject {
  return {
    id: projectId(project),
    key: project.key,
    name: project.name ?? project.key,
    style: 'classic',
    leadAccountId: null,
    issueTypes: types.filter((type) => project.types.has(type.id)),
    statuses: statuses.filter((status) => project.statuses.has(status.id)),
    components: [...project.components.values()],
    roles: usualRoles(),
    defaultRole: 'viewer',
  };
}

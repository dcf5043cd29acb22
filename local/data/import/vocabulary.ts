// What the rows talk about: projects with their types, statuses and components, and the site's
// resolutions, priorities and people. Filled in a first pass, read in the second.

import type { Site, SiteIssueType, SiteStatus, SiteUser } from '../../jira/api';
import { withoutLogin } from '../people';
import { categoryByName, categoryOfKey, type Category } from './category';
import { namedThings } from './named-things';
import { projectId, projectList, siteProject } from './project-words';
import type { Row, RowPerson } from './row-schema';

interface Thing {
  id: string;
  name: string;
}

/** References of one row as ids of the site. */
export interface RowIds {
  projectId: string;
  typeId: string;
  statusId: string;
  resolutionId: string | null;
  priorityId: string | null;
  componentIds: string[];
}

export interface Vocabulary {
  /** What is wrong with the project that the row names, or null. */
  fault(row: Row): string | null;
  /**
   * Notes everything that the row mentions and gives its ids; noting twice changes nothing. Ids of
   * projects are final when every row has been noted once.
   */
  note(row: Row): RowIds;
  /** Category of a status by id, when the row gives it. */
  category(statusId: string): Category;
  /** Category of a status of the past, of which only the name is known. */
  categoryOfName(name: string): Category;
  /** Id of a status, resolution, priority or type of that name, for values in the history. */
  idIn(field: string, name: string): string | null;
  projects(): string[];
  /** Puts all of it on the site; issues may follow. */
  fill(site: Site, users: readonly SiteUser[]): void;
}

/** An empty vocabulary. */
export function vocabulary(): Vocabulary {
  const projects = projectList();
  const types = namedThings<SiteIssueType>();
  const statuses = namedThings<SiteStatus>();
  const resolutions = namedThings<Thing>();
  const priorities = namedThings<Thing>();
  const components = namedThings<Thing>();
  const people = new Map<string, SiteUser>();

  const notePerson = (user: RowPerson | null | undefined): void => {
    if (user?.ref == null || people.has(user.ref)) return;
    const name = user.displayName ?? `User ${user.ref.slice(-6)}`;
    people.set(user.ref, withoutLogin(user.ref, name, user.timeZone ?? 'UTC'));
  };
  const thing = (collection: ReturnType<typeof namedThings<Thing>>, ref: NameRef | null) =>
    ref === null ? null : collection.note(ref, (id) => ({ id, name: ref.name }));

  return {
    fault: projects.fault,
    note: (row) => {
      const { fields } = row;
      const project = projects.note(row);
      const typeId = types.note(fields.issuetype, (id) => ({
        id,
        name: fields.issuetype.name,
        hierarchyLevel: levelOf(fields.issuetype),
      }));
      const { status } = fields;
      const statusId = statuses.note(status, (id) => ({
        id,
        name: status.name,
        category: categoryOfKey(status.statusCategory?.key) ?? categoryByName(status.name),
      }));
      project.types.add(typeId);
      project.statuses.add(statusId);
      const componentIds = (fields.components ?? []).map((component) => {
        // Components belong to a project: the same name in another one is another component.
        const name = component.id == null ? `${project.key}/${component.name}` : component.name;
        const id = components.note({ id: component.id, name }, (own) => ({
          id: own,
          name: component.name,
        }));
        project.components.set(id, { id, name: component.name });
        return id;
      });
      [fields.reporter, fields.assignee].forEach(notePerson);
      row.changelog?.histories?.forEach((history) => notePerson(history.author));
      return {
        projectId: projectId(project),
        typeId,
        statusId,
        componentIds: [...new Set(componentIds)],
        resolutionId: thing(resolutions, fields.resolution ?? null),
        priorityId: thing(priorities, fields.priority ?? null),
      };
    },
    category: (id) => statuses.get(id)?.category ?? 'new',
    categoryOfName: (name) => {
      const id = statuses.idOfName(name);
      return (id === null ? undefined : statuses.get(id))?.category ?? categoryByName(name);
    },
    idIn: (field, name) => {
      const things = { status: statuses, resolution: resolutions, priority: priorities };
      if (field === 'issuetype') return types.idOfName(name);
      return Object.hasOwn(things, field)
        ? things[field as keyof typeof things].idOfName(name)
        : null;
    },
    projects: () => projects.all().map((project) => project.key),
    fill: (site, users) => {
      const present = new Set(site.users().map((user) => user.accountId));
      for (const user of [...users, ...people.values()]) {
        if (present.has(user.accountId)) continue;
        present.add(user.accountId);
        site.addUser(user);
      }
      resolutions.all().forEach((resolution) => site.addResolution(resolution));
      priorities.all().forEach((priority) => site.addPriority(priority));
      for (const project of projects.all()) {
        site.addProject(siteProject(project, types.all(), statuses.all()));
      }
    },
  };
}

type NameRef = { id?: string | null | undefined; name: string };

function levelOf(type: Row['fields']['issuetype']): number {
  if (type.hierarchyLevel != null) return type.hierarchyLevel;
  if (type.subtask === true) return -1;
  return /^epic$/i.test(type.name) ? 1 : 0;
}

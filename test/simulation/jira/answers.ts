// How the site in memory answers, in Jira's shapes.
import type { Item, MemorySite } from './site';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** Account that calls; null for the app. */
  by: string | null;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** Address of the site. */
export const SITE_URL = 'https://one.example';

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** A moment in Jira's text form. */
export const moment = (ms: number): string => `${new Date(ms).toISOString().slice(0, -1)}+0000`;

export function maySee({ visibleTo, hiddenFrom = [] }: Item, by: string | null): boolean {
  if (by === null) return visibleTo === null;
  return !hiddenFrom.includes(by) && (visibleTo === null || visibleTo.includes(by));
}

/** @throws Refused 404 for what is gone or hidden */
export function itemFor(site: MemorySite, idOrKey: string, by: string | null): Item {
  const item = site.find(idOrKey);
  const project = item && site.projects.get(item.projectId);
  if (item && project && !project.deleted && maySee(item, by)) return item;
  throw new Refused(404, 'Issue does not exist or you do not have permission to see it.');
}

function fieldOf(site: MemorySite, item: Item, field: string, by: string | null): unknown {
  const project = site.projects.get(item.projectId);
  switch (field) {
    case 'summary':
      return item.summary;
    case 'issuetype': {
      const type = project?.types.find(({ id }) => id === item.typeId);
      return type && { id: type.id, name: type.name, hierarchyLevel: type.level };
    }
    case 'project':
      return project && { id: project.id, key: project.key };
    case 'status': {
      const status = project?.statuses.find(({ id }) => id === item.statusId);
      return (
        status && {
          id: status.id,
          name: status.name,
          statusCategory: { key: status.category },
        }
      );
    }
    case 'resolution':
      return item.resolutionId === null ? null : { id: item.resolutionId, name: item.resolutionId };
    case 'created':
      return moment(item.created);
    case 'updated':
      return moment(item.updated);
    case 'statuscategorychangedate':
      return moment(item.categoryChanged);
    case 'assignee':
      return item.assigneeId ? { accountId: item.assigneeId } : null;
    case 'reporter':
      return item.reporterId ? { accountId: item.reporterId } : null;
    case 'labels':
      return item.labels;
    case 'components':
      return [];
    case 'parent': {
      const parent = item.parentId === null ? undefined : site.find(item.parentId);
      return parent && maySee(parent, by)
        ? { id: parent.id, key: parent.key, fields: { summary: parent.summary } }
        : undefined;
    }
    default:
      throw new Refused(400, `The field ${field} is not modelled.`);
  }
}

/** An issue with the fields and properties that were asked for. */
export function issueJson(
  site: MemorySite,
  item: Item,
  { fields, properties }: { fields: readonly string[]; properties: readonly string[] },
  by: string | null,
): Record<string, unknown> {
  const shown = (keys: readonly string[]) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const text = item.properties.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
      }),
    );
  return {
    id: item.id,
    key: item.key,
    ...(fields.length > 0 && {
      fields: Object.fromEntries(fields.map((field) => [field, fieldOf(site, item, field, by)])),
    }),
    ...(properties.length > 0 && { properties: shown(properties) }),
  };
}

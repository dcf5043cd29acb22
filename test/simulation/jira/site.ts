// A site in memory: what Jira holds, and what its search index shows of it, which is later.
import { readManifest } from '../../../local/manifest';
import type { Category } from '../../../src/domain/item';

export interface Change {
  at: number;
  from: string;
  to: string;
  /** Account that moved it. */
  by: string;
}

export interface Item {
  id: string;
  key: string;
  projectId: string;
  typeId: string;
  summary: string;
  statusId: string;
  resolutionId: string | null;
  labels: string[];
  parentId: string | null;
  created: number;
  updated: number;
  categoryChanged: number;
  /** Accounts; nobody where they are left out. */
  assigneeId?: string | null;
  reporterId?: string | null;
  /** Nobody but these, and not the app, sees it; null for everybody. */
  visibleTo: string[] | null;
  /** People who do not see it although the app does; nobody where they are left out. */
  hiddenFrom?: readonly string[];
  /** JSON text by key. */
  properties: Map<string, string>;
  history: Change[];
  deleted: boolean;
}

export interface Project {
  id: string;
  key: string;
  archived: boolean;
  deleted: boolean;
  types: readonly { id: string; name: string; level: number }[];
  statuses: readonly { id: string; name: string; category: Category }[];
  properties: Map<string, string>;
  /** Status whose transitions need a resolution; none where it is left out. */
  resolutionNeededFor?: string;
}

/** An item as the index shows it from a moment on. */
export interface Row {
  id: string;
  projectId: string;
  typeId: string;
  statusId: string;
  category: Category;
  resolutionId: string | null;
  labels: readonly string[];
  parentId: string | null;
  created: number;
  updated: number;
  categoryChanged: number;
  /** Values of indexed paths, by alias in lower case. */
  values: Readonly<Record<string, string>>;
  gone: boolean;
  /** From the app. */
  hidden: boolean;
}

interface Version {
  shownAt: number;
  row: Row;
}

interface Path {
  key: string;
  path: string;
  isDate: boolean;
  alias: string;
}

/** What the manifest lets Jira index. */
export const PATHS: readonly Path[] = readManifest('manifest.yml').modules[
  'jira:entityProperty'
].flatMap(({ propertyKey, values }) =>
  values.flatMap(({ path, type, searchAlias }) =>
    searchAlias && type !== 'number'
      ? [{ key: propertyKey, path, isDate: type === 'date', alias: searchAlias.toLowerCase() }]
      : [],
  ),
);
const byKey = new Map<string, Path[]>();
for (const one of PATHS) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);

const A_DAY = /^\d{4}-\d\d-\d\d$/;

function indexed(properties: ReadonlyMap<string, string>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, text] of properties) {
    const paths = byKey.get(key);
    if (!paths) continue;
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const { path, isDate, alias } of paths) {
      const found = (value as Record<string, unknown>)[path];
      if (typeof found === 'string' && (!isDate || A_DAY.test(found))) values[alias] = found;
    }
  }
  return values;
}

export interface SiteOptions {
  now(): number;
  /** Milliseconds until the index shows a change. */
  lag?(): number;
  /** Told of every state of every item, and from when on the index shows it. */
  changed?(row: Row, shownAt: number): void;
}

export function createSite({ now, lag, changed }: SiteOptions) {
  const projects = new Map<string, Project>();
  const items = new Map<string, Item>();
  const index = new Map<string, Version[]>();

  const categoryOf = (item: Item): Category =>
    projects.get(item.projectId)?.statuses.find(({ id }) => id === item.statusId)?.category ??
    'new';

  const rowOf = (item: Item): Row => ({
    id: item.id,
    projectId: item.projectId,
    typeId: item.typeId,
    statusId: item.statusId,
    category: categoryOf(item),
    resolutionId: item.resolutionId,
    labels: [...item.labels],
    parentId: item.parentId,
    created: item.created,
    updated: item.updated,
    categoryChanged: item.categoryChanged,
    values: indexed(item.properties),
    gone: item.deleted,
    hidden: item.visibleTo !== null,
  });

  /** What was changed is indexed, after the lag. */
  function touch(item: Item): void {
    const versions = index.get(item.id) ?? [];
    const last = versions.at(-1);
    const shownAt = Math.max(now() + (lag?.() ?? 0), last?.shownAt ?? 0);
    while (versions[1] && versions[1].shownAt <= now()) versions.shift();
    const row = rowOf(item);
    versions.push({ shownAt, row });
    index.set(item.id, versions);
    changed?.(row, shownAt);
  }

  /** Items as the index shows them now. */
  function rows(): Row[] {
    const shown: Row[] = [];
    const at = now();
    for (const versions of index.values())
      for (let i = versions.length - 1; i >= 0; i -= 1) {
        const version = versions[i];
        if (!version || version.shownAt > at) continue;
        if (!version.row.gone) shown.push(version.row);
        break;
      }
    return shown;
  }

  return {
    projects,
    items,
    rows,
    touch,
    categoryOf,
    rowOf,
    add(item: Item): void {
      items.set(item.id, item);
      touch(item);
    },
    levelOf: (item: Item): number =>
      projects.get(item.projectId)?.types.find(({ id }) => id === item.typeId)?.level ?? 0,
    /** By id or key; undefined for what is deleted. */
    find(idOrKey: string): Item | undefined {
      const known = items.get(idOrKey);
      if (known) return known.deleted ? undefined : known;
      if (!idOrKey.includes('-')) return undefined;
      return [...items.values()].find(({ key, deleted }) => key === idOrKey && !deleted);
    },
  };
}

export type MemorySite = ReturnType<typeof createSite>;

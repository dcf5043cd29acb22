// Which paths of issue properties JQL may search: those that the manifest declares, nothing else.
import { type EntityPropertyModule } from '../options';

export type PropertyType = 'string' | 'text' | 'number' | 'date' | 'user';

export interface IndexedPath {
  /** Column of the search table. */
  column: string;
  propertyKey: string;
  path: string;
  type: PropertyType;
  alias: string | undefined;
}

const TYPES: readonly string[] = ['string', 'text', 'number', 'date', 'user'];

/** @throws Error on a type that Atlassian's `jira:entityProperty` does not know. */
export function indexedPaths(modules: readonly EntityPropertyModule[]): IndexedPath[] {
  const issueModules = modules.filter((module) => module.entityType === 'issue');
  return issueModules
    .flatMap((module) => module.values.map((value) => ({ ...value, key: module.propertyKey })))
    .map((value, n) => {
      if (!TYPES.includes(value.type)) throw new Error(`Unknown property type ${value.type}.`);
      return {
        column: `p${String(n)}`,
        propertyKey: value.key,
        path: value.path,
        type: value.type as PropertyType,
        alias: value.searchAlias,
      };
    });
}

/** What the search table keeps of a property value; null when the path or the type does not fit. */
export function indexedValue(path: IndexedPath, property: unknown): string | number | null {
  const value = path.path.split('.').reduce<unknown>(member, property);
  switch (path.type) {
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'date':
      return typeof value === 'string' ? parsePropertyDate(value) : null;
    case 'text':
      return typeof value === 'string' ? value.toLowerCase() : null;
    case 'string':
    case 'user':
      return typeof value === 'string' ? value : null;
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * Milliseconds of an indexed date. Atlassian expects `yyyy-MM-dd` or `yyyy-MM-ddTHH:mm:ss` with an
 * optional offset; a day is taken as its first moment in UTC.
 */
function parsePropertyDate(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return null;
  const zoned = /T/.test(text) && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text;
  const ms = Date.parse(zoned.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
}

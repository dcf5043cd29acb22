// Storage in memory, by the driver's words: entities and indexes as the manifest declares them, all or
// nothing in transactions, and queries that may show writes late.
import type { Driver, Fields, Range, Write } from '../../src/adapters/storage/driver';
import { readManifest } from '../../local/manifest';

interface Index {
  partition: readonly string[];
  range: string | undefined;
}

const INDEXES = new Map<string, Index>();
for (const { name, indexes } of readManifest('manifest.yml').entities)
  for (const index of indexes)
    INDEXES.set(`${name}/${index.name}`, { partition: index.partition, range: index.range[0] });

/** One state of a record; null when it was taken away. */
interface Version {
  /** From when on queries show it. */
  shownAt: number;
  value: Fields | null;
}

/** Most operations of one transaction. */
const TRANSACTION = 25;

export interface MemoryStore {
  driver: Driver;
  /** Everything that is kept, as queries will show it in the end. */
  all(entity: string): { key: string; value: Fields }[];
  text(): string;
}

export interface StoreOptions {
  now(): number;
  /** Milliseconds until a query shows a write. */
  lag?(): number;
  /** Told of every write after it was made. */
  written?(entity: string, key: string, value: Fields): void;
}

/** As storage would give it back, as JSON does. It is given to all who ask, so that nobody may change it. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map((one) => copy(one) ?? null));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[name];
    if (one !== undefined) kept[name] = copy(one);
  }
  return Object.freeze(kept);
}
const compare = (a: unknown, b: unknown): number =>
  a === b ? 0 : (a as string) < (b as string) ? -1 : 1;

export function memoryStore({ now, lag, written }: StoreOptions): MemoryStore {
  const entities = new Map<string, Map<string, Version[]>>();
  const recordsOf = (entity: string): Map<string, Version[]> => {
    const known = entities.get(entity) ?? new Map<string, Version[]>();
    entities.set(entity, known);
    return known;
  };
  const latestOf = (entity: string, key: string): Fields | null =>
    entities.get(entity)?.get(key)?.at(-1)?.value ?? null;

  function put(entity: string, key: string, value: Fields | null): void {
    const versions = recordsOf(entity).get(key) ?? [];
    const shownAt = Math.max(now() + (lag?.() ?? 0), versions.at(-1)?.shownAt ?? 0);
    // What no query shows any more is forgotten.
    while (versions[1] && versions[1].shownAt <= now()) versions.shift();
    versions.push({ shownAt, value: value && (copy(value) as Fields) });
    recordsOf(entity).set(key, versions);
    if (value) written?.(entity, key, value);
  }

  function shown(versions: readonly Version[]): Fields | null {
    for (let index = versions.length - 1; index >= 0; index -= 1) {
      const version = versions[index];
      if (version && version.shownAt <= now()) return version.value;
    }
    return null;
  }

  /** Records of a partition in the order of the index. */
  function query(entity: string, { index, partition, atMost, atLeast }: Range) {
    const declared = INDEXES.get(`${entity}/${index}`);
    if (!declared || declared.partition.length !== partition.length)
      throw new Error(`no index ${entity}/${index} of ${partition.length}`);
    const rangeOf = (key: string, value: Fields): unknown =>
      declared.range === undefined ? key : value[declared.range];
    const found: { key: string; value: Fields; range: unknown }[] = [];
    for (const [key, versions] of entities.get(entity) ?? []) {
      const value = shown(versions);
      if (!value || declared.partition.some((name, i) => value[name] !== partition[i])) continue;
      const range = rangeOf(key, value);
      // An entity without one of the attributes is not in the index.
      if (range === undefined) continue;
      if (atMost !== undefined && compare(range, atMost) > 0) continue;
      if (atLeast !== undefined && compare(range, atLeast) < 0) continue;
      found.push({ key, value, range });
    }
    return found.sort((a, b) => compare(a.range, b.range) || compare(a.key, b.key));
  }

  const holds = ({ entity, key, ifRev }: Write): boolean =>
    ifRev === undefined || latestOf(entity, key)?.['rev'] === ifRev;

  const driver: Driver = {
    async get(entity, key) {
      return latestOf(entity, key) ?? undefined;
    },
    async set(entity, key, value) {
      put(entity, key, value);
    },
    async remove(entity, key) {
      if (latestOf(entity, key)) put(entity, key, null);
    },
    async create(entity, key, value) {
      if (latestOf(entity, key)) return false;
      put(entity, key, value);
      return true;
    },
    async commit(writes) {
      const names = new Set(writes.map(({ entity, key }) => `${entity}/${key}`));
      if (writes.length === 0 || writes.length > TRANSACTION || names.size < writes.length)
        throw new Error('a transaction names 1 to 25 keys, each once');
      if (!writes.every(holds)) return false;
      for (const { entity, key, value } of writes) put(entity, key, value);
      return true;
    },
    list: async (entity, range) => query(entity, range).map(({ value }) => value),
    async latest(entity, range, after, limit) {
      const all = query(entity, range).reverse();
      const last = after === null ? null : (JSON.parse(after) as { range: unknown; key: string });
      const rest =
        last === null
          ? all
          : all.filter((one) => (compare(one.range, last.range) || compare(one.key, last.key)) < 0);
      const records = rest.slice(0, limit);
      const end = records.at(-1);
      return {
        records: records.map(({ key, value }) => ({ key, value })),
        next:
          rest.length > limit && end ? JSON.stringify({ range: end.range, key: end.key }) : null,
      };
    },
  };
  return {
    driver,
    all: (entity) =>
      [...(entities.get(entity) ?? [])].flatMap(([key, versions]) => {
        const value = versions.at(-1)?.value;
        return value ? [{ key, value }] : [];
      }),
    text: () => JSON.stringify([...entities].map(([entity, records]) => [entity, [...records]])),
  };
}

// Custom entities as the manifest declares them: types of attributes, and what an index holds.
import type { AttributeType, Entity } from '../../manifest';
import { KVS_LIMITS } from './limits';
import type { IndexEntry } from './records';
import { StorageError } from './storage-error';

export interface EntityIndex {
  name: string;
  partition: readonly string[];
  /** Attribute the index is ordered by; null for the key. */
  range: string | null;
}

export interface Entities {
  /** @throws StorageError when the manifest has no such entity. */
  check(name: string): void;
  /** @throws StorageError when the value is not as the manifest says; else its index entries. */
  entriesOf(name: string, key: string, value: unknown): IndexEntry[];
  /** @throws StorageError when there is no such index, or the partition does not fit it. */
  index(name: string, index: string, partition: readonly unknown[]): EntityIndex;
}

const BY_KEY: EntityIndex = { name: 'by-key', partition: [], range: null };

const FITS: Record<AttributeType, (value: unknown) => boolean> = {
  any: (value) => value !== undefined,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  float: (value) => typeof value === 'number' && Number.isFinite(value),
};

const refuse = (code: string, message: string) => new StorageError(400, code, message);

/** One text for the values of a partition; the same values always give the same text. */
export const partitionKey = (values: readonly unknown[]): string => JSON.stringify(values);

/** Reads the entities of a manifest. */
export function createEntities(declared: readonly Entity[]): Entities {
  const byName = new Map(declared.map((entity) => [entity.name, entity]));

  function entityOf(name: string): Entity {
    const entity = byName.get(name);
    if (!entity) {
      throw refuse('INVALID_ENTITY_NAME', `The manifest declares no entity "${name}".`);
    }
    return entity;
  }

  function indexesOf({ indexes }: Entity): EntityIndex[] {
    const own = indexes.map((index) => ({
      name: index.name,
      partition: index.partition,
      range: index.range[0] ?? null,
    }));
    return [...own, BY_KEY];
  }

  function checked(name: string, value: unknown): Record<string, unknown> {
    const { attributes } = entityOf(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw refuse('INVALID_ENTITY_VALUE', `A value of the entity "${name}" must be an object.`);
    }
    for (const [attribute, content] of Object.entries(value)) {
      const type = attributes[attribute]?.type;
      if (!type) {
        const text = `The entity "${name}" has no attribute "${attribute}".`;
        throw refuse('INVALID_ENTITY_ATTRIBUTE', text);
      }
      if (!FITS[type](content)) {
        const text = `The attribute "${attribute}" of "${name}" must be of type ${type}.`;
        throw refuse('INVALID_ENTITY_ATTRIBUTE_TYPE', text);
      }
    }
    return value as Record<string, unknown>;
  }

  return {
    check: (name) => void entityOf(name),
    entriesOf(name, key, value) {
      const attributes = checked(name, value);
      return indexesOf(entityOf(name)).flatMap((index) => {
        const partition = index.partition.map((attribute) => attributes[attribute]);
        const range = index.range === null ? key : attributes[index.range];
        // An entity without one of the attributes is not in the index.
        if (partition.includes(undefined)) return [];
        if (typeof range !== 'string' && typeof range !== 'number') return [];
        if (Buffer.byteLength(String(range)) > KVS_LIMITS.rangeBytes)
          throw refuse(
            'INVALID_INDEX_VALUE',
            `The order of "${index.name}" is longer than 900 bytes.`,
          );
        if (Buffer.byteLength(partition.join('')) > KVS_LIMITS.partitionBytes)
          throw refuse(
            'INVALID_INDEX_VALUE',
            `The part of "${index.name}" is longer than 1,700 bytes.`,
          );
        return [{ index: index.name, partition: partitionKey(partition), range }];
      });
    },
    index(name, indexName, partition) {
      const index = indexesOf(entityOf(name)).find((candidate) => candidate.name === indexName);
      if (!index) {
        throw refuse('INVALID_INDEX', `The entity "${name}" has no index "${indexName}".`);
      }
      if (partition.length !== index.partition.length) {
        const text = `The index "${indexName}" of "${name}" needs ${index.partition.length} partition values.`;
        throw refuse('INVALID_PARTITION', text);
      }
      return index;
    },
  };
}

// Pages of keys and of entities. Filters are applied after a page is read, so a page may be short
// or empty and still have a cursor: an app has to go on until there is none.
import { z } from 'zod';
import { meets } from './conditions';
import { partitionKey, type Entities } from './entities';
import { rangeSql, type KvsRecord, type Records } from './records';
import type { EntityQueryRequest, QueryRequest } from './requests';
import { StorageError } from './storage-error';
import { visible } from './store';

interface Page {
  data: object[];
  cursor?: string;
}

const place = z.tuple([z.union([z.string(), z.number()]), z.string()]);

const encode = (at: string | number, key: string): string =>
  Buffer.from(JSON.stringify([at, key])).toString('base64url');

function decode(cursor: string): { at: string | number; key: string } {
  try {
    const [at, key] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at, key };
  } catch {
    throw new StorageError(400, 'INVALID_CURSOR', 'The cursor was not made by this store.');
  }
}

/** Plain keys in order, by prefix. */
export function queryKeys(records: Records, request: QueryRequest): Page {
  const prefix = request.where[0]?.values[0] ?? '';
  const after = request.after === undefined ? '' : decode(request.after).key;
  const rows = records.list('', prefix, after, request.limit + 1);
  return page(rows, request, (row) => encode(row.key, row.key));
}

/** Entities by an index. @throws StorageError when the index is not declared. */
export function queryEntity(
  records: Records,
  entities: Entities,
  request: EntityQueryRequest,
): Page {
  const index = entities.index(request.entityName, request.indexName, request.partition);
  const rows = records.listByIndex({
    space: `entity:${request.entityName}`,
    index: index.name,
    partition: partitionKey(request.partition),
    where: rangeSql(request.range),
    descending: request.sort === 'DESC',
    after: request.cursor === undefined ? null : decode(request.cursor),
    limit: request.limit + 1,
  });
  const attributes = (row: KvsRecord) => row.value as Record<string, unknown>;
  const at = (row: KvsRecord) =>
    index.range === null
      ? row.key
      : z.union([z.string(), z.number()]).parse(attributes(row)[index.range]);
  const found = page(rows, request, (row) => encode(at(row), row.key));
  const { filters } = request;
  if (!filters) return found;
  const kept = rows.slice(0, request.limit).filter((row) => meets(attributes(row), filters));
  return { ...found, data: kept.map((row) => visible(row, request.options?.metadataFields)) };
}

function page(
  rows: readonly KvsRecord[],
  { limit, options }: Pick<QueryRequest, 'limit' | 'options'>,
  cursorOf: (row: KvsRecord) => string,
): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const data = shown.map((row) => visible(row, options?.metadataFields));
  return rows.length > limit && last ? { data, cursor: cursorOf(last) } : { data };
}

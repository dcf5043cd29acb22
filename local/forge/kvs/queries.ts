// Pages of entities by an index.
import { z } from 'zod';
import { partitionKey, type Entities } from './entities';
import { rangeSql, type KvsRecord, type Records } from './records';
import type { EntityQueryRequest } from './requests';
import { StorageError } from './storage-error';
import { spaceOf } from './store';

interface Page {
  data: KvsRecord[];
  cursor?: string;
}

const at = z.union([z.string(), z.number()]);
const place = z.tuple([at, z.string()]);

function decode(cursor: string): { at: string | number; key: string } {
  try {
    const [last, key] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: last, key };
  } catch {
    throw new StorageError(400, 'INVALID_CURSOR', 'The cursor was not made by this store.');
  }
}

/** One page. @throws StorageError when the index is not declared. */
export function queryEntity(
  records: Records,
  entities: Entities,
  request: EntityQueryRequest,
): Page {
  const { entityName, limit, cursor } = request;
  const index = entities.index(entityName, request.indexName, request.partition);
  const rows = records.listByIndex({
    space: spaceOf(entityName, entities),
    index: index.name,
    partition: partitionKey(request.partition),
    where: rangeSql(request.range),
    descending: request.sort === 'DESC',
    after: cursor === undefined ? null : decode(cursor),
    limit: limit + 1,
  });
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  if (rows.length <= limit || !last) return { data };
  const range =
    index.range === null ? last.key : (last.value as Record<string, unknown>)[index.range];
  const next = JSON.stringify([at.parse(range), last.key]);
  return { data, cursor: Buffer.from(next).toString('base64url') };
}

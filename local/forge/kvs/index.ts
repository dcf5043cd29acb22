// Forge storage behind `@forge/kvs`: keys, secrets, entities, queries, batches and transactions.
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Db } from '../../db';
import type { Entity } from '../../manifest';
import { createEntities } from './entities';
import { queryEntity, queryKeys } from './queries';
import { openRecords, type KvsRecord } from './records';
import {
  batchOf,
  deleteRequest,
  entityQueryRequest,
  getRequest,
  queryRequest,
  setRequest,
  transactionRequest,
} from './requests';
import { StorageError } from './storage-error';
import { createStore, spaceOf, visible } from './store';
import { transact } from './transactions';

export interface KvsAnswer {
  status: number;
  /** Undefined where the answer has no body. */
  json: unknown;
}

export interface Kvs {
  /** Answers one request; refusals are answers with a code, as Forge gives them. */
  handle(path: string, body: unknown): KvsAnswer;
  /** Puts data in place, through the same checks. @throws StorageError */
  setKey(key: string, value: unknown): void;
  setEntity(entity: string, key: string, value: unknown): void;
  clear(): void;
}

interface KvsOptions {
  db: Db;
  clock: Clock;
  entities: readonly Entity[];
}

/** Opens the storage of the app in `db`. */
export function createKvs({ db, clock, entities: declared }: KvsOptions): Kvs {
  const entities = createEntities(declared);
  const records = openRecords(db, clock);
  const store = createStore({ records, entities, clock });

  const ok = (json: unknown): KvsAnswer => ({ status: 200, json });
  const done: KvsAnswer = { status: 204, json: undefined };

  function get(space: string, request: z.infer<typeof getRequest>): KvsRecord {
    const record = store.get(space, request.key);
    if (!record) throw new StorageError(404, 'KEY_NOT_FOUND', 'The key does not exist.');
    return record;
  }

  function operations(secret: boolean) {
    const space = (request: { entityName?: string | undefined }) =>
      secret ? 'secret' : spaceOf(request.entityName, entities);
    return {
      get(body: unknown) {
        const request = getRequest.parse(body);
        return ok(visible(get(space(request), request), request.options?.metadataFields));
      },
      set(body: unknown) {
        const request = setRequest.parse(body);
        const { before, after } = store.set(space(request), request);
        const { returnValue, returnMetadataFields } = request.options ?? {};
        const shown = returnValue === 'PREVIOUS' ? before : after;
        return returnValue && shown ? ok(visible(shown, returnMetadataFields)) : done;
      },
      delete(body: unknown) {
        const request = deleteRequest.parse(body);
        store.remove(space(request), request.key);
        return done;
      },
    };
  }

  function batch<T extends { key: string; entityName?: string | undefined }>(
    items: readonly T[],
    each: (space: string, item: T) => object,
  ): KvsAnswer {
    const successfulKeys: object[] = [];
    const failedKeys: object[] = [];
    for (const item of items) {
      const { key, entityName } = item;
      try {
        const more = each(spaceOf(entityName, entities), item);
        successfulKeys.push({ key, entityName, ...more });
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        const { code, message } = error;
        failedKeys.push({ key, entityName, error: { code, message } });
      }
    }
    return ok({ successfulKeys, failedKeys });
  }

  const plain = operations(false);
  const secret = operations(true);
  const routes: Record<string, (body: unknown) => KvsAnswer> = {
    get: plain.get,
    set: plain.set,
    delete: plain.delete,
    'entity/get': plain.get,
    'entity/set': plain.set,
    'entity/delete': plain.delete,
    'secret/get': secret.get,
    'secret/set': secret.set,
    'secret/delete': secret.delete,
    query: (body) => ok(queryKeys(records, queryRequest.parse(body))),
    'entity/query': (body) => ok(queryEntity(records, entities, entityQueryRequest.parse(body))),
    'batch/get': (body) =>
      batch(batchOf(getRequest).parse(body), (space, item) =>
        visible(get(space, item), item.options?.metadataFields),
      ),
    'batch/set': (body) =>
      batch(batchOf(setRequest).parse(body), (space, item) => {
        store.set(space, item);
        return {};
      }),
    'batch/delete': (body) =>
      batch(batchOf(deleteRequest).parse(body), (space, item) => {
        store.remove(space, item.key);
        return {};
      }),
    transaction(body) {
      transact(records, store, entities, transactionRequest.parse(body));
      return done;
    },
  };

  return {
    handle(path, body) {
      const route = routes[path.replace('/api/v1/', '')];
      if (!route) return { status: 404, json: { code: 'NOT_MODELLED', message: path } };
      try {
        return route(body);
      } catch (error) {
        return refusal(error);
      }
    },
    setKey: (key, value) => void store.set('', { key, value }),
    setEntity: (entityName, key, value) =>
      void store.set(spaceOf(entityName, entities), { key, entityName, value }),
    clear: () => records.clear(),
  };
}

function refusal(error: unknown): KvsAnswer {
  if (error instanceof StorageError) {
    return { status: error.status, json: { code: error.code, message: error.message } };
  }
  if (error instanceof z.ZodError) {
    const message = z.prettifyError(error);
    return { status: 400, json: { code: 'INVALID_REQUEST', message } };
  }
  throw error;
}

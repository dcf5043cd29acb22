// Forge storage behind `@forge/kvs`, as far as the app uses it: keys, entities, queries of entities,
// transactions. Secrets, batches, metadata and filters are refused.
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Db } from '../../db';
import type { Entity } from '../../manifest';
import { createEntities } from './entities';
import { queryEntity } from './queries';
import { openRecords } from './records';
import {
  deleteRequest,
  entityQueryRequest,
  getRequest,
  setRequest,
  transactionRequest,
} from './requests';
import { StorageError } from './storage-error';
import { createStore, spaceOf } from './store';
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
  const store = createStore(records, entities, clock);

  const ok = (json: unknown): KvsAnswer => ({ status: 200, json });
  const done: KvsAnswer = { status: 204, json: undefined };

  const get = (body: unknown): KvsAnswer => {
    const { key, entityName } = getRequest.parse(body);
    const record = store.get(spaceOf(entityName, entities), key);
    if (!record) throw new StorageError(404, 'KEY_NOT_FOUND', 'The key does not exist.');
    return ok(record);
  };
  const set = (body: unknown): KvsAnswer => {
    const request = setRequest.parse(body);
    store.set(spaceOf(request.entityName, entities), request);
    return done;
  };
  const remove = (body: unknown): KvsAnswer => {
    const { key, entityName } = deleteRequest.parse(body);
    store.remove(spaceOf(entityName, entities), key);
    return done;
  };
  const routes: Record<string, (body: unknown) => KvsAnswer> = {
    get,
    set,
    delete: remove,
    'entity/get': get,
    'entity/set': set,
    'entity/delete': remove,
    'entity/query': (body) => ok(queryEntity(records, entities, entityQueryRequest.parse(body))),
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
    setKey: (key, value) => store.set('', { key, value }),
    setEntity: (entityName, key, value) =>
      store.set(spaceOf(entityName, entities), { key, entityName, value }),
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

// Reading and writing one key, with Forge's checks.
import type { Clock } from '../../clock';
import type { Entities } from './entities';
import { checkKey, checkValue, KVS_LIMITS } from './limits';
import type { KvsRecord, Records } from './records';
import type { SetRequest } from './requests';
import { StorageError } from './storage-error';

export interface Store {
  get(space: string, key: string): KvsRecord | undefined;
  set(
    space: string,
    request: Pick<SetRequest, 'key' | 'value'> & Partial<SetRequest>,
  ): { before: KvsRecord | undefined; after: KvsRecord };
  remove(space: string, key: string): void;
}

interface StoreOptions {
  records: Records;
  entities: Entities;
  clock: Clock;
}

const SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 } as const;

/** Where the keys of an entity live. @throws StorageError when the manifest has no such entity. */
export function spaceOf(entityName: string | undefined, entities: Entities): string {
  if (entityName === undefined) return '';
  entities.check(entityName);
  return `entity:${entityName}`;
}

/** A record as the app may see it: key, value and the times it asked for. */
export function visible(record: KvsRecord, fields: readonly string[] = []): object {
  const { key, value, createdAt, updatedAt, expires } = record;
  return {
    key,
    value,
    ...(fields.includes('CREATED_AT') ? { createdAt } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt } : {}),
    ...(fields.includes('EXPIRE_TIME') && expires !== null
      ? { expireTime: new Date(expires).toISOString() }
      : {}),
  };
}

/** Keys with Forge's rules on top of the records. */
export function createStore({ records, entities, clock }: StoreOptions): Store {
  function expiry(ttl: NonNullable<SetRequest['options']>['ttl']): number | null {
    if (!ttl) return null;
    const seconds = ttl.value * SECONDS[ttl.unit];
    if (seconds > KVS_LIMITS.ttlSeconds) {
      throw new StorageError(400, 'INVALID_TTL', 'A key can live for one year at most.');
    }
    return clock.now() + seconds * 1000;
  }

  return {
    get(space, key) {
      checkKey(key);
      return records.get(space, key);
    },
    set(space, { key, value, entityName, options }) {
      checkKey(key);
      const text = checkValue(value);
      const entries = entityName === undefined ? [] : entities.entriesOf(entityName, key, value);
      const before = records.get(space, key);
      if (before && options?.keyPolicy === 'FAIL_IF_EXISTS') {
        throw new StorageError(409, 'KEY_ALREADY_EXISTS', `The key "${key}" exists.`);
      }
      const now = clock.now();
      const after: KvsRecord = {
        key,
        value: JSON.parse(text) as unknown,
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
        expires: expiry(options?.ttl),
      };
      records.transaction(() => records.put(space, after, text, entries));
      return { before, after };
    },
    remove(space, key) {
      checkKey(key);
      records.remove(space, key);
    },
  };
}

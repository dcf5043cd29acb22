// Reading and writing one key, with Forge's checks.
import type { Clock } from '../../clock';
import type { Entities } from './entities';
import { checkKey, checkValue, KVS_LIMITS } from './limits';
import type { KvsRecord, Records } from './records';
import type { SetRequest } from './requests';
import { StorageError } from './storage-error';

export interface Store {
  get(space: string, key: string): KvsRecord | undefined;
  set(space: string, request: Pick<SetRequest, 'key' | 'value'> & Partial<SetRequest>): void;
  remove(space: string, key: string): void;
}

/** Where the keys of an entity live. @throws StorageError when the manifest has no such entity. */
export function spaceOf(entityName: string | undefined, entities: Entities): string {
  if (entityName === undefined) return '';
  entities.check(entityName);
  return `entity:${entityName}`;
}

const SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 } as const;

/** Keys with Forge's rules on top of the records. */
export function createStore(records: Records, entities: Entities, clock: Clock): Store {
  /** The moment after which a key is gone; null for ever. */
  function expiry(ttl: NonNullable<SetRequest['options']>['ttl']): number | null {
    if (!ttl) return null;
    const seconds = ttl.value * SECONDS[ttl.unit];
    if (seconds <= KVS_LIMITS.ttlSeconds) return clock.now() + seconds * 1000;
    throw new StorageError(400, 'INVALID_TTL', 'A key can live for one year at most.');
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
      if (options?.keyPolicy === 'FAIL_IF_EXISTS' && records.get(space, key)) {
        throw new StorageError(409, 'KEY_ALREADY_EXISTS', `The key "${key}" exists.`);
      }
      records.transaction(() =>
        records.put(space, { key, text, expires: expiry(options?.ttl) }, entries),
      );
    },
    remove(space, key) {
      checkKey(key);
      records.remove(space, key);
    },
  };
}

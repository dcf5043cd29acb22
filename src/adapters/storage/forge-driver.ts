// Storage through Forge. The only file that imports @forge/kvs.
import { Filter, FilterConditions, ForgeKvsAPIError, kvs, Sort, WhereConditions } from '@forge/kvs';
import { AppError, StorageBusyError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import { sleep } from '../system/system';
import type { Driver, Fields, Write } from './driver';

/** Records per query page, Forge's largest. */
const PAGE = 100;
const TOO_MANY = 429;

const status = (error: unknown): number | undefined =>
  error instanceof ForgeKvsAPIError ? error.responseDetails.status : undefined;

/** Milliseconds before a call that was one too many is made again. */
const BREATH = 200;

/**
 * Makes a call, and once more after a moment where it was refused as one too many: a call answered
 * with 429 was not made, so that nothing happens twice.
 * @throws StorageBusyError where that is refused as well
 */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (status(error) !== TOO_MANY) throw error;
  }
  await sleep(BREATH);
  try {
    return await call();
  } catch (error) {
    throw status(error) === TOO_MANY ? new StorageBusyError(error) : error;
  }
}

async function overtaken(writes: readonly Write[]): Promise<boolean> {
  for (const { entity, key, ifRev } of writes) {
    if (ifRev === undefined) continue;
    const now = await patiently(() => kvs.entity<Fields>(entity).get(key));
    if (now?.['rev'] !== ifRev) return true;
  }
  return false;
}

export const forgeDriver: Driver = {
  get: (entity, key) => patiently(() => kvs.entity<Fields>(entity).get(key)),

  set: (entity, key, value) => patiently(() => kvs.entity<Fields>(entity).set(key, value)),

  remove: (entity, key) => patiently(() => kvs.entity<Fields>(entity).delete(key)),

  async create(entity, key, value) {
    try {
      await patiently(() =>
        kvs.entity<Fields>(entity).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' }),
      );
      return true;
    } catch (error) {
      if (status(error) === 409) return false;
      throw error;
    }
  },

  async commit(writes) {
    const transaction = kvs.transact();
    for (const { entity, key, value, ifRev } of writes) {
      transaction.set(key, value, {
        entityName: entity,
        ...(ifRev !== undefined && {
          conditions: new Filter<Fields>().and('rev', FilterConditions.equalTo(ifRev)),
        }),
      });
    }
    try {
      await patiently(() => transaction.execute());
      return true;
    } catch (error) {
      if (error instanceof StorageBusyError) throw error;
      // The code of a failed condition is not documented, so look: has somebody else been there?
      if (await overtaken(writes)) return false;
      throw error;
    }
  },

  async list(entity, { index, partition, atMost, atLeast }) {
    const found: unknown[] = [];
    let cursor: string | undefined;
    do {
      let query = kvs.entity<Fields>(entity).query().index(index, { partition }).limit(PAGE);
      if (atMost !== undefined) query = query.where(WhereConditions.lessThanEqualTo(atMost));
      if (atLeast !== undefined) query = query.where(WhereConditions.greaterThanEqualTo(atLeast));
      if (cursor) query = query.cursor(cursor);
      const asked = query;
      const { results, nextCursor } = await patiently(() => asked.getMany());
      found.push(...results.map(({ value }) => value));
      cursor = nextCursor;
    } while (cursor);
    return found;
  },

  async latest(entity, { index, partition }, after, limit) {
    let query = kvs.entity<Fields>(entity).query().index(index, { partition });
    query = query.sort(Sort.DESC).limit(Math.min(limit, PAGE));
    if (after !== null) query = query.cursor(after);
    const asked = query;
    try {
      const { results, nextCursor } = await patiently(() => asked.getMany());
      return { records: results, next: nextCursor ?? null };
    } catch (error) {
      // Only the place comes from outside; the rest of the question is the app's own.
      if (after !== null && status(error) === 400)
        throw new AppError('invalid_input', MESSAGES.placeUnknown, { cause: error });
      throw error;
    }
  },
};

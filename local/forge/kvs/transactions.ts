// All or nothing over up to 25 keys, each named once, with conditions on entities.
import { meets, type Conditions } from './conditions';
import type { Entities } from './entities';
import { KVS_LIMITS } from './limits';
import type { Records } from './records';
import type { TransactionRequest } from './requests';
import { StorageError } from './storage-error';
import { spaceOf, type Store } from './store';

/** @throws StorageError when a limit is passed or a condition does not hold; then nothing changed. */
export function transact(
  records: Records,
  store: Store,
  entities: Entities,
  request: TransactionRequest,
): void {
  const all = [...request.set, ...request.delete, ...request.check];
  checkLimits(request, all);
  records.transaction(() => {
    for (const { key, entityName, conditions } of all) {
      if (!conditions) continue;
      checkCondition(records, spaceOf(entityName, entities), key, conditions);
    }
    for (const item of request.set) store.set(spaceOf(item.entityName, entities), item);
    for (const item of request.delete) store.remove(spaceOf(item.entityName, entities), item.key);
  });
}

function checkLimits(
  request: TransactionRequest,
  all: readonly { key: string; entityName?: string | undefined }[],
): void {
  if (all.length === 0 || all.length > KVS_LIMITS.transactionOperations) {
    throw new StorageError(400, 'INVALID_TRANSACTION', 'A transaction has 1 to 25 operations.');
  }
  if (Buffer.byteLength(JSON.stringify(request)) > KVS_LIMITS.requestBytes) {
    throw new StorageError(400, 'MAX_SIZE', 'The transaction is larger than 4 MB.');
  }
  const names = new Set(all.map(({ key, entityName }) => JSON.stringify([entityName ?? '', key])));
  if (names.size < all.length) {
    throw new StorageError(400, 'INVALID_TRANSACTION', 'A transaction names each key once.');
  }
}

function checkCondition(records: Records, space: string, key: string, wanted: Conditions): void {
  if (space === '') {
    throw new StorageError(400, 'INVALID_TRANSACTION', 'Conditions need an entity.');
  }
  const value = records.get(space, key)?.value as Record<string, unknown> | undefined;
  if (meets(value, wanted)) return;
  throw new StorageError(
    409,
    'TRANSACTION_CONDITION_FAILED',
    `A condition on "${key}" does not hold.`,
  );
}

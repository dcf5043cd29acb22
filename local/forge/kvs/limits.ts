// Limits of Forge storage, from https://developer.atlassian.com/platform/forge/limits-kvs-ce/ ; error codes from
// https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/ .
import { StorageError } from './storage-error';

export const KVS_LIMITS = {
  keyCharacters: 500,
  valueBytes: 240 * 1024,
  depth: 31,
  transactionOperations: 25,
  requestBytes: 4 * 1024 * 1024,
  pageDefault: 10,
  pageMaximum: 100,
  /** Of what an index orders by, and of what it parts by. */
  rangeBytes: 900,
  partitionBytes: 1700,
  ttlSeconds: 366 * 86_400,
} as const;

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws StorageError when Forge would refuse the key. */
export function checkKey(key: string): void {
  if (key === '') throw new StorageError(400, 'EMPTY_KEY', 'The key cannot be empty.');
  if (key.length > KVS_LIMITS.keyCharacters) {
    throw new StorageError(400, 'KEY_TOO_LONG', 'The key has more than 500 characters.');
  }
  if (!KEY.test(key)) {
    throw new StorageError(
      400,
      'INVALID_KEY',
      `The key "${key}" has characters that are not allowed.`,
    );
  }
}

/** Gives the value as JSON text. @throws StorageError when it is missing, too large or too deep. */
export function checkValue(value: unknown): string {
  if (value === undefined || value === null) {
    throw new StorageError(400, 'INVALID_VALUE', 'A value is needed.');
  }
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > KVS_LIMITS.valueBytes) {
    throw new StorageError(400, 'MAX_SIZE', 'The value is larger than 240 KiB.');
  }
  if (depthOf(value) > KVS_LIMITS.depth) {
    throw new StorageError(400, 'MAX_DEPTH', 'The value is nested more than 31 levels deep.');
  }
  return text;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const part of Object.values(value)) deepest = Math.max(deepest, depthOf(part));
  return deepest + 1;
}

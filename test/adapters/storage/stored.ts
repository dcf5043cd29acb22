// Storage over the local host for a test of the stores, with an act and what was kept of acts.
import { afterEach, beforeEach } from '@jest/globals';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { ENTITIES, keys } from '../../../src/adapters/storage/keys';
import { AppError } from '../../../src/domain/errors';
import type { Act } from '../../../src/ports';
import { at } from '../../support/builders';
import { storageHere } from './kvs-here';

export const NOW = at('2026-11-21T12:00:00Z');
export const P = '1';
export const ITEM = '10001';

/** That of the running test. */
export let storage: ReturnType<typeof storageHere>;
let ids = 0;
export const nextId = () => `id-${(ids += 1)}`;

/** Gives each test of the file an empty storage. */
export function withStorage(): void {
  beforeEach(() => {
    storage = storageHere();
    ids = 0;
  });
  afterEach(() => {
    storage.close();
  });
}

export const act = (more: Partial<Act> = {}): Act => ({
  projectId: P,
  subject: 'g1',
  kind: 'goal.save',
  by: 'acc-po',
  at: NOW,
  before: null,
  after: { id: 'g1' },
  ...more,
});

export const actsKept = () =>
  Promise.all(
    Array.from({ length: ids }, (_none, i) =>
      forgeDriver.get(ENTITIES.act, keys.act(P, NOW, `id-${i + 1}`)),
    ),
  ).then((records) => records.filter((record) => record !== undefined));

/** The code of the app's refusal. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? error.code : `not refused by the app: ${String(error)}`;
}

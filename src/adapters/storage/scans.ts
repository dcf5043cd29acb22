// The scan's state and lease of each project: one record, so that due projects are found by index.
import type { ScanState, Scans } from '../../ports';
import type { Driver } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { readScan, scanRecord, storedMoment, type Lease } from './records';

/** Attempts to write against somebody who writes at the same time. */
const TRIES = 5;

export function scans(driver: Driver): Scans {
  const load = async (projectId: string) => {
    const record = await driver.get(ENTITIES.scan, keys.scan(projectId));
    return record === undefined ? null : readScan(record);
  };

  /** Rewrites the record as long as `change` gives one; false when it gives null. */
  async function update(
    projectId: string,
    change: (now: { state: ScanState; lease: Lease | null }) => {
      state: ScanState;
      lease: Lease | null;
    } | null,
  ): Promise<boolean> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const now = await load(projectId);
      if (!now) return false;
      const next = change(now);
      if (!next) return false;
      const value = scanRecord(next.state, now.rev + 1, next.lease);
      const write = { entity: ENTITIES.scan, key: keys.scan(projectId), value, ifRev: now.rev };
      if (await driver.commit([write])) return true;
    }
    return false;
  }

  return {
    read: async (projectId) => (await load(projectId))?.state ?? null,
    async due(at) {
      const records = await driver.list(ENTITIES.scan, {
        index: INDEXES.scansByState,
        partition: ['on'],
        ...(at !== 'any' && { atMost: storedMoment(at) }),
      });
      return records.map((record) => readScan(record).state.projectId);
    },
    async save(state) {
      const key = keys.scan(state.projectId);
      if (await driver.create(ENTITIES.scan, key, scanRecord(state, 1, null))) return;
      await update(state.projectId, ({ lease }) => ({ state, lease }));
    },
    lease: (projectId, holder, now, ms) =>
      update(projectId, ({ state, lease }) =>
        lease && lease.until > now ? null : { state, lease: { holder, until: now + ms } },
      ),
    async release(projectId, holder) {
      await update(projectId, ({ state, lease }) =>
        lease?.holder === holder ? { state, lease: null } : null,
      );
    },
  };
}

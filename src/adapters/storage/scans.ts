// The scan's state and lease of each project: one record, so that due projects are found by index.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { ScanState, Scans } from '../../ports';
import type { Driver } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { readScan, scanRecord, storedMoment, type Lease } from './records';

/** Attempts to write against somebody who writes at the same time. */
const TRIES = 5;

interface Leased {
  state: ScanState;
  lease: Lease | null;
}

type Change = (now: Leased) => Leased | null;

export function scans(driver: Driver): Scans {
  const load = async (projectId: string) => {
    const record = await driver.get(ENTITIES.scan, keys.scan(projectId));
    return record === undefined ? null : readScan(record);
  };

  /** Rewrites the record as long as `change` gives one; false when it gives null or somebody is faster. */
  async function update(projectId: string, change: Change): Promise<boolean> {
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

  /** An update that has to happen. @throws AppError conflict when others are faster all the time */
  async function insist(projectId: string, change: Change): Promise<void> {
    if (!(await update(projectId, change)))
      throw new AppError('conflict', MESSAGES.sameMoment, {
        cause: new Error(`scan record of ${projectId}`),
      });
  }

  return {
    read: async (projectId) => (await load(projectId))?.state ?? null,
    async due(at) {
      const turns = await Promise.all(
        ['on', 'off'].map((state) =>
          driver.list(ENTITIES.scan, {
            index: INDEXES.scansByState,
            partition: [state],
            ...(at !== 'any' && { atMost: storedMoment(at) }),
          }),
        ),
      );
      return turns.flat().map((record) => readScan(record).state.projectId);
    },
    async plan(projectId, on, dueAfter) {
      if (!(await load(projectId))) {
        const first = { projectId, on, dueAt: dueAfter(null), last: null };
        const record = scanRecord(first, 1, null);
        if (await driver.create(ENTITIES.scan, keys.scan(projectId), record)) return;
      }
      await insist(projectId, ({ state, lease }) => ({
        state: { ...state, on, dueAt: dueAfter(state.last) },
        lease,
      }));
    },
    finish: (projectId, dueAt, outcome) =>
      insist(projectId, ({ state, lease }) => ({
        state: { ...state, dueAt, last: outcome ?? state.last },
        lease,
      })),
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

// The scan's state and lease of each project: one record, so that due projects are found by index.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { ScanState, Scans, Snapshot } from '../../ports';
import type { Driver, Write } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { iso } from './records';
import { readScan, scanRecord, snapshotRecord, type Lease } from './scan-records';
import { actWrite } from './writes';

/** Attempts to write against somebody who writes at the same time. */
const TRIES = 5;

interface Leased {
  state: ScanState;
  lease: Lease | null;
}

interface Kept extends Leased {
  rev: number;
}

/** A project that was never scanned. */
const NEW = {
  last: null,
  progress: null,
  waitsUntil: null,
  orderedAt: null,
  failed: null,
  pace: null,
} as const;

type Change = (now: Leased) => Leased | null;

const snapshotWrite = (snapshot: Snapshot): Write => ({
  entity: ENTITIES.snapshot,
  key: keys.snapshot(snapshot.projectId, snapshot.day),
  value: snapshotRecord(snapshot),
});

export function scans(driver: Driver, nextId: () => string): Scans {
  const holds = (lease: Lease | null, holder: string): boolean => lease?.holder === holder;

  /**
   * What a turn wrote last. While it holds the lease hardly anybody else writes, so it need not read the
   * record before each of its writes: the revision tells when somebody did.
   */
  const written = new Map<string, Kept>();
  const load = async (projectId: string): Promise<Kept | null> => {
    const record = await driver.get(ENTITIES.scan, keys.scan(projectId));
    return record === undefined ? null : readScan(record);
  };

  /** What `holder` wrote last, once: only what is known to be kept may be written over without being read. */
  function takeWritten(projectId: string, holder: string | undefined): Kept | null {
    const kept = written.get(projectId);
    written.delete(projectId);
    return kept && holder !== undefined && holds(kept.lease, holder) ? kept : null;
  }

  /** Rewrites the record as long as `change` gives one; false when it gives null or somebody is faster. */
  async function update(
    projectId: string,
    change: Change,
    { holder, rest = [] }: { holder?: string; rest?: readonly Write[] } = {},
  ): Promise<boolean> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const now = takeWritten(projectId, holder) ?? (await load(projectId));
      const next = now && change(now);
      if (!next) return false;
      const rev = now.rev + 1;
      const value = scanRecord(next.state, rev, next.lease);
      const write = { entity: ENTITIES.scan, key: keys.scan(projectId), value, ifRev: now.rev };
      if (!(await driver.commit([write, ...rest]))) continue;
      if (next.lease) written.set(projectId, { ...next, rev });
      return true;
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

  /** @throws AppError conflict when this holder has lost the lease */
  async function asHolder(
    projectId: string,
    holder: string,
    next: (state: ScanState) => ScanState,
    rest: readonly Write[] = [],
  ): Promise<void> {
    const done = await update(
      projectId,
      ({ state, lease }) => (holds(lease, holder) ? { state: next(state), lease } : null),
      { holder, rest },
    );
    if (!done)
      throw new AppError('conflict', MESSAGES.sameMoment, {
        cause: new Error(`lease on ${projectId} lost`),
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
            ...(at !== 'any' && { atMost: iso(at) }),
          }),
        ),
      );
      return turns.flat().map((record) => readScan(record).state.projectId);
    },
    async plan(projectId, on, now, dueAfter) {
      if (!(await load(projectId))) {
        const first = { ...NEW, projectId, on, onSince: on ? now : null, dueAt: dueAfter(null) };
        const record = scanRecord(first, 1, null);
        if (await driver.create(ENTITIES.scan, keys.scan(projectId), record)) return;
      }
      await insist(projectId, ({ state, lease }) => ({
        state: {
          ...state,
          on,
          onSince: on ? (state.on ? state.onSince : now) : null,
          dueAt: dueAfter(state.last),
        },
        lease,
      }));
    },
    advance: (projectId, holder, change) =>
      asHolder(projectId, holder, (state) => ({ ...state, ...change })),
    publish: (projectId, holder, progress, { outcome, snapshot }) =>
      asHolder(projectId, holder, (state) => ({ ...state, last: outcome, progress }), [
        snapshotWrite(snapshot),
      ]),
    finish: (projectId, holder, dueAt, done, failed = null, began) =>
      asHolder(
        projectId,
        holder,
        (state) => ({
          ...state,
          dueAt: began === undefined || state.dueAt === began ? dueAt : state.dueAt,
          last: done?.outcome ?? state.last,
          progress: null,
          waitsUntil: null,
          failed,
        }),
        done ? [snapshotWrite(done.snapshot)] : [],
      ),
    order(projectId, now, cooldown, act) {
      let tried = false;
      const change: Change = ({ state, lease }) => {
        const { orderedAt, dueAt } = state;
        // After an attempt, an order of this very moment is one's own, whose answer was lost.
        const isOwn = tried && orderedAt === now;
        tried = true;
        return orderedAt !== null && !isOwn && now - orderedAt < cooldown
          ? null
          : { state: { ...state, orderedAt: now, dueAt: Math.min(dueAt, now) }, lease };
      };
      return update(projectId, change, { rest: [actWrite(act, nextId())] });
    },
    async unorder(projectId, orderedAt) {
      await update(projectId, ({ state, lease }) =>
        state.orderedAt === orderedAt ? { state: { ...state, orderedAt: null }, lease } : null,
      );
    },
    lease: (projectId, holder, now, ms) =>
      update(projectId, ({ state, lease }) =>
        // One's own may be there already: the answer to the first attempt was lost.
        lease && lease.until > now && lease.holder !== holder
          ? null
          : { state, lease: { holder, until: now + ms } },
      ),
    async release(projectId, holder) {
      const change: Change = ({ state, lease }) =>
        holds(lease, holder) ? { state, lease: null } : null;
      await update(projectId, change, { holder });
    },
  };
}

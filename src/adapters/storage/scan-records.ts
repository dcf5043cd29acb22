// Stored records of the nightly round: its turns and what they found.
import { z } from 'zod';
import { day } from '../../contract/fields';
import { ERROR_CODES } from '../../domain/errors';
import type { ScanState, Snapshot } from '../../ports';
import type { Fields } from './driver';
import { bodyOf, iso } from './records';

const scanBody = z.object({
  v: z.literal(1),
  projectId: z.string(),
  on: z.boolean(),
  dueAt: z.number(),
  last: z
    .object({
      lastAt: z.number(),
      lastDay: day,
      listed: z.number().int(),
      changed: z.number().int(),
      warned: z.number().int(),
      candidates: z.number().int(),
      differ: z.number().int().default(0),
    })
    .nullable(),
  // What older records do not have.
  onSince: z.number().nullable().default(null),
  progress: z
    .object({
      day,
      since: z.number(),
      done: z.array(z.string()),
      runs: z.number().int(),
      listed: z.number().int(),
      changed: z.number().int(),
      differ: z.number().int(),
    })
    .nullable()
    .default(null),
  waitsUntil: z.number().nullable().default(null),
  orderedAt: z.number().nullable().default(null),
  failed: z
    .object({ at: z.number(), part: z.enum(['scan', 'gate', 'notice']), code: z.enum(ERROR_CODES) })
    .nullable()
    .default(null),
  pace: z
    .object({ day, of: z.number().int(), half: z.number(), most: z.number() })
    .nullable()
    .default(null),
});

export interface Lease {
  holder: string;
  until: number;
}

export function scanRecord(state: ScanState, rev: number, lease: Lease | null): Fields {
  return {
    projectId: state.projectId,
    state: state.on ? 'on' : 'off',
    dueAt: iso(state.dueAt),
    lease: lease?.holder ?? '',
    leaseUntil: lease?.until ?? 0,
    rev,
    body: { v: 1, ...state },
  };
}

const leased = z.object({ lease: z.string(), leaseUntil: z.number(), rev: z.number().int() });

export function readScan(record: unknown): { state: ScanState; rev: number; lease: Lease | null } {
  const { lease, leaseUntil, rev } = leased.parse(record);
  return {
    state: bodyOf(scanBody, record),
    rev,
    lease: lease === '' ? null : { holder: lease, until: leaseUntil },
  };
}

const snapshotBody = z.object({
  v: z.literal(1),
  projectId: z.string(),
  day,
  asked: z.number().int(),
  own: z.number().int(),
  parent: z.number().int(),
  warned: z.number().int(),
  candidates: z.number().int(),
});

export const readSnapshot = (record: unknown): Snapshot => bodyOf(snapshotBody, record);

export const snapshotRecord = (snapshot: Snapshot): Fields => ({
  projectId: snapshot.projectId,
  day: snapshot.day,
  body: { v: 1, ...snapshot },
});

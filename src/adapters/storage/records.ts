// Stored records of a project, and what all records share: how each is built and read back. Everything
// is parsed; `body.v` is the version of the shape, and a record of a later version is refused rather
// than misread: every reader throws AppError internal for it. Moments are milliseconds in the body, and
// ISO text beside it, where indexes order by them.
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import { projectSettings, readingView } from '../../contract/goals';
import { SIGNATURES } from '../../domain/agreement';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { ProjectSettings } from '../../domain/rules';
import type { Act, KeptReading, KeptSignature, StoredAct } from '../../ports';
import type { Fields } from './driver';

/** A moment as the indexes of storage order it. */
export const iso = (ms: number): string => new Date(ms).toISOString();
/** Storage keeps JSON; undefined fields would be lost anyway. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const envelope = z.object({ body: z.unknown() });

/** Parses the body of a record. @throws AppError internal for one that this version can't read */
export function bodyOf<T extends { v: 1 }>(schema: z.ZodType<T>, record: unknown): Omit<T, 'v'> {
  // A schema that is made for each record would be compiled for each record.
  const parsed = readBy(schema, readBy(envelope, record).data?.body);
  if (parsed.success) {
    const { v: _version, ...body } = parsed.data;
    return body;
  }
  throw new AppError('internal', MESSAGES.otherVersion, {
    cause: parsed.error,
  });
}

/** The revision, which stands beside the body: conditions of storage compare it. */
export const revised = z.object({ rev: z.number().int() });

const settingsBody = z.object({
  v: z.literal(1),
  goals: projectSettings.shape.goals,
  agreements: projectSettings.shape.agreements,
  rules: projectSettings.shape.rules,
});

/** @param at when it is saved */
export function settingsRecord(settings: ProjectSettings, at: number): Fields {
  const { projectId, rev, goals, agreements, rules } = settings;
  return {
    projectId,
    subject: 'settings',
    rev,
    status: 'confirmed',
    at: iso(at),
    body: plain({ v: 1, goals, agreements, rules }),
  };
}

export function readSettings(projectId: string, record: unknown): ProjectSettings {
  const { goals, agreements, rules } = bodyOf(settingsBody, record);
  const { rev } = revised.parse(record);
  return { projectId, rev, goals, agreements, rules };
}

/** An act is stored once and never changed; its key says when it was. */
export const actRecord = (act: Act): Fields => ({
  projectId: act.projectId,
  subject: act.subject,
  kind: act.kind,
  by: act.by,
  at: iso(act.at),
  body: plain({ v: 1, before: act.before, after: act.after }),
});

const actRest = z.object({
  projectId: z.string(),
  subject: z.string(),
  kind: z.string(),
  by: z.string(),
  at: z.string(),
});
const actBody = z.object({ v: z.literal(1), before: z.unknown(), after: z.unknown() });

/** @param id the key of the record */
export function readAct(id: string, record: unknown): StoredAct {
  const { kind, at, ...rest } = actRest.parse(record);
  const { before, after } = bodyOf(actBody, record);
  // Kinds of a later version are shown by their name.
  return { id, ...rest, kind: kind as StoredAct['kind'], at: Date.parse(at), before, after };
}

const readingBody = readingView.extend({ v: z.literal(1) });

/** One for each goal and day; what stood there before is in its body. */
export const readingRecord = (projectId: string, value: KeptReading): Fields => ({
  projectId,
  goalId: value.goalId,
  day: value.day,
  rev: value.rev,
  body: plain({ v: 1, ...value }),
});

export const readReading = (record: unknown): KeptReading => bodyOf(readingBody, record);

const signatureBody = z.object({
  v: z.literal(1),
  agreementId: z.string(),
  accountId: z.string(),
  rev: z.number().int(),
  says: z.enum(SIGNATURES),
  wording: z.string(),
  note: z.string().optional(),
  at: z.number(),
});

/** One for each agreement and person; `wording` is the fingerprint of what was signed. */
export const signatureRecord = (projectId: string, value: KeptSignature): Fields => ({
  projectId,
  subject: value.agreementId,
  rev: value.rev,
  hash: value.wording,
  status: value.says,
  at: iso(value.at),
  body: plain({ v: 1, ...value }),
});

export const readSignature = (record: unknown): KeptSignature => bodyOf(signatureBody, record);

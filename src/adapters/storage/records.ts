// Stored records: how each is built and read back. Everything is parsed; `body.v` is the version of
// the shape, and a record of a later version is refused rather than misread.
import { z } from 'zod';
import { day } from '../../contract/fields';
import { decisionView } from '../../contract/decision-procedures';
import { projectSettings, readingView } from '../../contract/goals';
import { SIGNATURES } from '../../domain/agreement';
import { resultView } from '../../contract/shapes';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import { isInJira } from '../../domain/result';
import type { ProjectSettings } from '../../domain/rules';
import type {
  Act,
  AnswerRevision,
  KeptDecision,
  KeptPass,
  KeptReading,
  KeptResult,
  KeptSignature,
  StoredAct,
  StoredDecision,
  StoredPass,
  StoredResult,
} from '../../ports';
import type { Fields } from './driver';

export const iso = (ms: number): string => new Date(ms).toISOString();
/** Storage keeps JSON; undefined fields would be lost anyway. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const envelope = z.object({ body: z.unknown() });

/** Parses the body of a record. @throws AppError internal for one that this version can't read */
export function bodyOf<T extends { v: 1 }>(schema: z.ZodType<T>, record: unknown): Omit<T, 'v'> {
  // A schema that is made for each record would be compiled for each record.
  const parsed = schema.safeParse(envelope.safeParse(record).data?.body);
  if (parsed.success) {
    const { v: _version, ...body } = parsed.data;
    return body;
  }
  throw new AppError('internal', MESSAGES.otherVersion, {
    cause: parsed.error,
  });
}

const stored = z.object({ rev: z.number().int() });

const settingsBody = z.object({
  v: z.literal(1),
  goals: projectSettings.shape.goals,
  agreements: projectSettings.shape.agreements,
  rules: projectSettings.shape.rules,
});

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
  const { rev } = stored.parse(record);
  return { projectId, rev, goals, agreements, rules };
}

const revisionBody = z.object({
  v: z.literal(1),
  rev: z.number().int(),
  hash: z.string().nullable(),
  previous: z.string().nullable(),
  status: z.enum(['pending', 'confirmed']),
  by: z.string(),
  at: z.number(),
});

export function revisionRecord(
  itemId: string,
  projectId: string,
  revision: AnswerRevision,
): Fields {
  const { rev, hash, status, at } = revision;
  return {
    projectId,
    subject: itemId,
    rev,
    hash: hash ?? '',
    status,
    at: iso(at),
    body: { v: 1, ...revision },
  };
}

export const readRevision = (record: unknown): AnswerRevision => bodyOf(revisionBody, record);

const gone = z.literal(true).optional();

const resultBody = resultView.omit({ itemId: true }).extend({
  v: z.literal(1),
  saidAt: z.number().optional(),
  unsorted: resultView.shape.given.optional(),
  gone,
});
export function resultRecord(itemId: string, projectId: string, kept: KeptResult): Fields {
  const { writes, ...body } = kept;
  const { given, later, earlier } = body;
  return {
    projectId,
    itemId,
    result: given?.result ?? '',
    rev: writes,
    pending: isInJira(kept) ? 'no' : 'yes',
    at: given?.at ?? later.at(-1)?.at ?? earlier.at(-1)?.at ?? '',
    body: plain({ v: 1, ...body }),
  };
}

export const readResult = (record: unknown): KeptResult => ({
  ...bodyOf(resultBody, record),
  writes: stored.parse(record).rev,
});

const itemPlace = z.object({ itemId: z.string(), projectId: z.string() });

export const readStoredResult = (record: unknown): StoredResult => ({
  ...itemPlace.parse(record),
  kept: readResult(record),
});

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

const passBody = z.object({
  v: z.literal(1),
  rev: z.number().int(),
  until: day,
  untilAt: z.number(),
  reason: z.string(),
  by: z.string(),
  at: z.number(),
  withdrawn: z.boolean(),
  written: z.boolean(),
});

export const passRecord = (itemId: string, projectId: string, pass: KeptPass): Fields => ({
  projectId,
  itemId,
  rev: pass.rev,
  pending: pass.written ? 'no' : 'yes',
  until: pass.until,
  at: iso(pass.at),
  body: { v: 1, ...pass },
});

export const readPass = (record: unknown): KeptPass => bodyOf(passBody, record);

export const readStoredPass = (record: unknown): StoredPass => ({
  ...itemPlace.parse(record),
  pass: readPass(record),
});

const decisionBody = decisionView.omit({ itemId: true }).extend({ v: z.literal(1), gone });

export const decisionRecord = (itemId: string, projectId: string, kept: KeptDecision): Fields => ({
  projectId,
  itemId,
  decision: kept.now?.kind ?? 'none',
  rev: kept.rev,
  pending: kept.written && kept.intent === null ? 'no' : 'yes',
  until: kept.now?.until ?? '',
  at: iso(kept.intent?.decided.at ?? kept.now?.at ?? kept.past.at(-1)?.decided.at ?? 0),
  body: plain({ v: 1, ...kept }),
});

export const readDecision = (record: unknown): KeptDecision => bodyOf(decisionBody, record);

export const readStoredDecision = (record: unknown): StoredDecision => ({
  ...itemPlace.parse(record),
  kept: readDecision(record),
});

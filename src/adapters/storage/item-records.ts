// Stored records about single items: revisions of answers, results, passes and decisions. `pending` is
// `yes` for what Jira does not show yet. Readers throw as those of records.ts.
import { z } from 'zod';
import { decisionView } from '../../contract/decision-procedures';
import { day } from '../../contract/fields';
import { resultView } from '../../contract/shapes';
import { isInJira } from '../../domain/result';
import type {
  AnswerRevision,
  KeptDecision,
  KeptPass,
  KeptResult,
  StoredDecision,
  StoredPass,
  StoredResult,
} from '../../ports';
import type { Fields } from './driver';
import { bodyOf, iso, plain, revised } from './records';

const revisionBody = z.object({
  v: z.literal(1),
  rev: z.number().int(),
  hash: z.string().nullable(),
  previous: z.string().nullable(),
  status: z.enum(['pending', 'confirmed']),
  by: z.string(),
  at: z.number(),
});

/** `hash` is the fingerprint of the answer on the item, null where it was taken away. */
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

/** `rev` counts the writes; `at` is the day of the result or, without one, of the last word on it. */
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
  writes: revised.parse(record).rev,
});

const itemPlace = z.object({ itemId: z.string(), projectId: z.string() });

export const readStoredResult = (record: unknown): StoredResult => ({
  ...itemPlace.parse(record),
  kept: readResult(record),
});

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

/** `at` is the moment of an intent, else of the decision, else of the last one before. */
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

// What a record of a file is about: its key, its attributes and its body have to say the same, and to
// be of the part and of the project that it is given for.
import { z } from 'zod';
import type { StoredSection } from '../../domain/data';
import type { DataRecord, DataSubject } from '../../ports';
import { keys } from './keys';
import {
  readAct,
  readReading,
  readRevision,
  readSettings,
  readStoredDecision,
  readStoredPass,
  readStoredResult,
} from './records';
import { readSnapshot } from './scan-records';

const rev = z.number().int().min(1);
const text = z.string().max(500);
const body = z.looseObject({});
/** Attributes of each entity, as in the manifest; storage refuses others. */
const SHAPES = {
  revision: z.strictObject({
    ...{ projectId: text, subject: text, rev, hash: text.optional() },
    ...{ status: text, at: text, body },
  }),
  result: z.strictObject({
    ...{ projectId: text, itemId: text, result: text, rev, pending: text, at: text, body },
  }),
  decision: z.strictObject({
    ...{ projectId: text, itemId: text, decision: text, rev, pending: text },
    ...{ until: text, at: text, body },
  }),
  pass: z.strictObject({
    ...{ projectId: text, itemId: text, rev, pending: text, until: text, at: text, body },
  }),
  act: z.strictObject({
    ...{ projectId: text, subject: text, kind: text, by: text, at: text, body },
  }),
  reading: z.strictObject({ projectId: text, goalId: text, day: text, rev, body }),
  snapshot: z.strictObject({ projectId: text, day: text, body }),
};

const newer = z.object({ body: z.object({ v: z.number().int().min(2) }) });
const placed = z.object({ projectId: z.string() });
/** Keys that this record may have; what it is about. */
interface Found {
  key: string | RegExp;
  itemId?: string;
  goalId?: string;
}

const ITEM = /^[0-9]{1,19}$/;
const escaped = (value: string): string => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const ofItem = (value: unknown, key: (itemId: string) => string): Found => {
  const { itemId } = z.object({ itemId: z.string().regex(ITEM) }).parse(value);
  return { key: key(itemId), itemId };
};

const READ: Record<StoredSection, (projectId: string, value: unknown) => Found> = {
  settings(projectId, value) {
    SHAPES.revision.parse(value);
    readSettings(projectId, value);
    return { key: keys.settings(projectId) };
  },
  revisions(_projectId, value) {
    const { subject } = SHAPES.revision.parse(value);
    if (ITEM.test(subject)) {
      readRevision(value);
      return { key: keys.answer(subject), itemId: subject };
    }
    return { key: new RegExp(`^signature:${escaped(subject)}:[^\\s]{1,128}$`), goalId: subject };
  },
  readings(_projectId, value) {
    const { goalId, day } = SHAPES.reading.parse(value);
    const kept = readReading(value);
    if (kept.goalId !== goalId || kept.day !== day) throw new RangeError('another reading');
    return { key: keys.reading(goalId, day), goalId };
  },
  results(_projectId, value) {
    SHAPES.result.parse(value);
    readStoredResult(value);
    return ofItem(value, keys.result);
  },
  decisions(_projectId, value) {
    SHAPES.decision.parse(value);
    readStoredDecision(value);
    return ofItem(value, keys.decision);
  },
  passes(_projectId, value) {
    SHAPES.pass.parse(value);
    readStoredPass(value);
    return ofItem(value, keys.pass);
  },
  snapshots(projectId, value) {
    const { day } = SHAPES.snapshot.parse(value);
    const kept = readSnapshot(value);
    if (kept.projectId !== projectId || kept.day !== day) throw new RangeError('another night');
    return { key: keys.snapshot(projectId, day) };
  },
  acts(projectId, value) {
    SHAPES.act.parse(value);
    const { subject, at } = readAct('', value);
    const key = new RegExp(`^${escaped(keys.act(projectId, at, ''))}[A-Za-z0-9-]{1,64}$`);
    return { key, ...(ITEM.test(subject) && { itemId: subject }) };
  },
};

/** Says what a record of a file is about, or why it is not taken. */
export function subjectOf(
  projectId: string,
  section: StoredSection,
  { key, value }: DataRecord,
): DataSubject {
  if (placed.safeParse(value).data?.projectId !== projectId)
    return { kind: 'refused', why: 'project' };
  if (newer.safeParse(value).success) return { kind: 'refused', why: 'newer' };
  let found: Found;
  try {
    found = READ[section](projectId, value);
  } catch {
    return { kind: 'refused', why: 'shape' };
  }
  const fits = typeof found.key === 'string' ? found.key === key : found.key.test(key);
  if (!fits) return { kind: 'refused', why: 'key' };
  return { kind: 'record', itemId: found.itemId ?? null, goalId: found.goalId ?? null };
}

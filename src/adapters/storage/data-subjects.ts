// What a record of a file is about: its key, its attributes and its body have to say the same, and to
// be of the part and of the project that it is given for.
import { z } from 'zod';
import { accountId, newer } from '../../contract/fields';
import { readBy } from '../../contract/read-by';
import { canonical } from '../../contract/properties';
import type { StoredSection } from '../../domain/data';
import { isComplete } from '../../domain/goal';
import { literally } from '../../domain/pattern';
import { ruleProblems } from '../../domain/rules';
import type { DataRecord, DataSubject } from '../../ports';
import type { Fields } from './driver';
import { keys } from './keys';
import {
  decisionRecord,
  passRecord,
  readDecision,
  readPass,
  readResult,
  readRevision,
  resultRecord,
  revisionRecord,
} from './item-records';
import {
  actRecord,
  readAct,
  readingRecord,
  readReading,
  readSettings,
  readSignature,
  settingsRecord,
  signatureRecord,
} from './records';
import { readSnapshot, snapshotRecord } from './scan-records';

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
    ...{ projectId: text, subject: text, kind: text, by: accountId, at: text, body },
  }),
  reading: z.strictObject({ projectId: text, goalId: text, day: text, rev, body }),
  snapshot: z.strictObject({ projectId: text, day: text, body }),
};

const later = z.object({ body: newer });
const placed = z.object({ projectId: z.string() });
interface Found {
  /** Key that this record has to have. */
  key: string | RegExp;
  /** The record as it would be written for what its body says. */
  record: Fields;
  itemId?: string;
  goalId?: string;
  signerId?: string;
}

const ITEM = /^[0-9]{1,19}$/;

const itemOf = (itemId: string): string => z.string().regex(ITEM).parse(itemId);

const READ: Record<StoredSection, (projectId: string, value: unknown) => Found> = {
  settings(projectId, value) {
    const { at } = SHAPES.revision.parse(value);
    const settings = readSettings(projectId, value);
    const { goals, rules } = settings;
    const isTwice = new Set(goals.map(({ id }) => id)).size < goals.length;
    if (isTwice || !goals.every(isComplete) || Object.keys(ruleProblems(rules)).length > 0)
      throw new RangeError('settings that nobody could have saved');
    return { key: keys.settings(projectId), record: settingsRecord(settings, Date.parse(at)) };
  },
  revisions(projectId, value) {
    const { subject } = SHAPES.revision.parse(value);
    if (ITEM.test(subject)) {
      const record = revisionRecord(subject, projectId, readRevision(value));
      return { key: keys.answer(subject), record, itemId: subject };
    }
    const signature = readSignature(value);
    const { agreementId, accountId } = signature;
    return {
      key: keys.signature(agreementId, accountId),
      record: signatureRecord(projectId, signature),
      ...{ goalId: agreementId, signerId: accountId },
    };
  },
  readings(projectId, value) {
    SHAPES.reading.parse(value);
    const kept = readReading(value);
    const { goalId, day } = kept;
    return { key: keys.reading(goalId, day), record: readingRecord(projectId, kept), goalId };
  },
  results(projectId, value) {
    const itemId = itemOf(SHAPES.result.parse(value).itemId);
    const record = resultRecord(itemId, projectId, readResult(value));
    return { key: keys.result(itemId), record, itemId };
  },
  decisions(projectId, value) {
    const itemId = itemOf(SHAPES.decision.parse(value).itemId);
    const record = decisionRecord(itemId, projectId, readDecision(value));
    return { key: keys.decision(itemId), record, itemId };
  },
  passes(projectId, value) {
    const itemId = itemOf(SHAPES.pass.parse(value).itemId);
    const record = passRecord(itemId, projectId, readPass(value));
    return { key: keys.pass(itemId), record, itemId };
  },
  snapshots(projectId, value) {
    SHAPES.snapshot.parse(value);
    const kept = readSnapshot(value);
    return { key: keys.snapshot(projectId, kept.day), record: snapshotRecord(kept) };
  },
  acts(projectId, value) {
    SHAPES.act.parse(value);
    const act = readAct('', value);
    const { subject, at } = act;
    const key = new RegExp(`^${literally(keys.act(projectId, at, ''))}[A-Za-z0-9-]{1,64}$`);
    return { key, record: actRecord(act), ...(ITEM.test(subject) && { itemId: subject }) };
  },
};

const attributesOf = ({ body: _body, ...attributes }: Fields): string => canonical(attributes);

/** Says what a record of a file is about, or why it is not taken. */
export function subjectOf(
  projectId: string,
  section: StoredSection,
  { key, value }: DataRecord,
): DataSubject {
  if (readBy(placed, value).data?.projectId !== projectId)
    return { kind: 'refused', why: 'project' };
  if (readBy(later, value).success) return { kind: 'refused', why: 'newer' };
  let found: Found;
  try {
    found = READ[section](projectId, value);
    if (attributesOf(found.record) !== attributesOf(value))
      return { kind: 'refused', why: 'shape' };
  } catch {
    return { kind: 'refused', why: 'shape' };
  }
  const fits = typeof found.key === 'string' ? found.key === key : found.key.test(key);
  if (!fits) return { kind: 'refused', why: 'key' };
  const { itemId = null, goalId = null, signerId = null } = found;
  return { kind: 'record', itemId, goalId, signerId };
}

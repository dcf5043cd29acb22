// One issue as Jira's REST API gives it: Cloud v3 or Server, with or without history. Only what
// the local Jira keeps is read; everything else in a row is left alone.

import { z } from 'zod';
import { ISSUE_KEY } from '../../jira/keys';
import { isDay, parseMoment } from './moments';

/** Jira's own limit of a summary. */
const SUMMARY_CHARACTERS = 255;

const id = z
  .union([z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative().transform(String)], {
    error: 'not a numeric id',
  })
  .nullish();

const key = z.string().regex(ISSUE_KEY, { error: 'not an issue key' });

const moment = z.string({ error: 'not a date with time' }).transform((text, context) => {
  const ms = parseMoment(text);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: `not a date with time: ${text.slice(0, 40)}` });
  return z.NEVER;
});

const day = z.string().refine(isDay, { error: 'not a day (yyyy-MM-dd)' });

const text = z.string().refine((value) => value.trim() !== '', { error: 'empty' });
const named = z.object({ id, name: text });

/** Cloud names a person by account id, Server by key or name. */
const person = z
  .object({
    accountId: text.nullish(),
    key: text.nullish(),
    name: text.nullish(),
    displayName: z.string().nullish(),
    timeZone: z.string().nullish(),
  })
  .transform((user) => ({
    ref: user.accountId ?? user.key ?? user.name ?? null,
    displayName: user.displayName ?? null,
    timeZone: user.timeZone ?? null,
  }));

const status = z.object({
  id,
  name: text,
  statusCategory: z.object({ key: z.string() }).nullish(),
});

const issueType = z.object({
  id,
  name: text,
  subtask: z.boolean().nullish(),
  hierarchyLevel: z.number().int().min(-1).max(10).nullish(),
});

const link = z.object({
  id,
  type: z.object({ name: text, inward: z.string(), outward: z.string() }),
  inwardIssue: z.object({ key: text }).nullish(),
  outwardIssue: z.object({ key: text }).nullish(),
});

// `toString` can't be a schema key: an item without it would read the method every object has.
const change = z.record(z.string(), z.unknown()).transform((item, context) => {
  const read = (name: string): string | null => {
    const value = Object.hasOwn(item, name) ? item[name] : null;
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    context.addIssue({ code: 'custom', path: [name], message: 'not a text' });
    return null;
  };
  const field = read('field');
  if (field === null) context.addIssue({ code: 'custom', path: ['field'], message: 'missing' });
  return {
    field: field ?? '',
    fieldId: read('fieldId'),
    from: read('from'),
    fromText: read('fromString'),
    to: read('to'),
    toText: read('toString'),
  };
});

const history = z.object({
  created: z.union([moment, z.number().int()]),
  author: person.nullish(),
  items: z.array(change),
});

const document = z.looseObject({ type: z.literal('doc'), content: z.array(z.unknown()) });

const fields = z.looseObject({
  summary: text.refine((value) => value.length <= SUMMARY_CHARACTERS, {
    error: `longer than ${SUMMARY_CHARACTERS} characters`,
  }),
  description: z
    .union([z.string(), document], { error: 'neither text nor an Atlassian document' })
    .nullish(),
  issuetype: issueType,
  project: z.object({ id, key: text, name: text.nullish() }).nullish(),
  status,
  statuscategorychangedate: moment.nullish(),
  resolution: named.nullish(),
  priority: named.nullish(),
  created: moment,
  updated: moment.nullish(),
  resolutiondate: moment.nullish(),
  duedate: day.nullish(),
  labels: z.array(text).nullish(),
  components: z.array(named).nullish(),
  fixVersions: z.array(z.object({ name: text })).nullish(),
  parent: z.object({ key: text }).nullish(),
  issuelinks: z.array(link).nullish(),
  reporter: person.nullish(),
  assignee: person.nullish(),
});

const row = z.object({
  id,
  key,
  fields,
  changelog: z.object({ histories: z.array(history).nullish() }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  names: z.record(z.string(), z.string()).nullish(),
});

export type Row = z.output<typeof row>;
export type RowPerson = z.output<typeof person>;
export type RowChange = z.output<typeof change>;
export type RowHistory = z.output<typeof history>;

/** The row, or what is wrong with it in one line (the first three faults, each with its path). */
export function parseRow(value: unknown): { ok: true; row: Row } | { ok: false; reason: string } {
  const parsed = row.safeParse(value);
  if (parsed.success) return { ok: true, row: parsed.data };
  const faults = parsed.error.issues.slice(0, 3).map((issue) => {
    const path = issue.path.map(String).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  const more = parsed.error.issues.length - faults.length;
  return { ok: false, reason: faults.join('; ') + (more > 0 ? `; and ${more} more` : '') };
}

// Procedures about all that is kept of a project: counting, reading and taking it in, showing it
// again, erasing it.
import { z } from 'zod';
import { JOB_STEPS, STORED_SECTIONS } from '../domain/data';
import { jsonBytes } from './bytes';
import { count, cursor, goalId, id } from './fields';
import { goal, rules } from './goals';
import { DATA_BYTES, DATA_FLAGS, DATA_ROWS, GOALS_LIMIT } from './limits';
import type { Procedure } from './procedure';
import { MESSAGES } from '../domain/messages';

const project = z.object({ projectId: id });
const section = z.enum(STORED_SECTIONS);
/** Stands for one file: the fingerprint of its first line. */
const file = z.string().regex(/^[0-9a-f]{32}$/);

/** A stored record, word for word. */
export const dataRow = z.object({
  key: z.string().min(1).max(500),
  value: z.record(z.string(), z.unknown()),
});
export type DataRow = z.infer<typeof dataRow>;

const rows = z
  .array(dataRow)
  .max(DATA_ROWS)
  .refine((list) => list.length < 2 || jsonBytes(list) <= DATA_BYTES, MESSAGES.input);

const tally = z.object({ added: count, same: count, replaced: count, kept: count, refused: count });

/** A row that is not taken: its place among those that were sent, and why. */
const refusal = z.object({ at: count, why: z.string() });

/** A long piece of work on a project's data, as far as it has come. */
export const dataJob = z.object({
  kind: z.enum(['import', 'rebuild', 'erase']),
  state: z.enum(['open', 'done']),
  /** Account of who began it, and when (milliseconds). */
  by: z.string(),
  at: z.number(),
  /** The file that is taken in; empty for other work. */
  file: z.string(),
  /** Rows of the file that are through; items that were shown again; records that are gone. */
  done: count,
  /** Rows of the file; 0 where it is not known before. */
  of: count,
  tally,
  /** What is being done now; null at the end. */
  step: z.enum(JOB_STEPS).nullable(),
  /** It waits for Jira: ask again in a moment. */
  waits: z.boolean(),
  /** Items that Jira did not take something of. */
  left: count,
  /** Items that were bared while erasing. */
  items: count,
});
export type DataJob = z.infer<typeof dataJob>;

/** Which part of a file a call brings. */
const part = {
  file,
  /** All rows of the file, and the place of the first one of this call. */
  of: count,
  from: count,
  /** What is there otherwise is replaced; else it stays. */
  replace: z.boolean(),
};

export const dataProcedures = {
  /** What is under way or was done last; null before the first. */
  'data.open': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project,
    output: z.object({ job: dataJob.nullable() }),
  },
  /** Counts the records of one part, as many as one call has time for. */
  'data.count': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ section, after: cursor.optional() }),
    output: z.object({ count, next: cursor.nullable() }),
  },
  /** Records of one part as they are kept, without those about items that this person does not see. */
  'data.read': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ section, after: cursor.optional() }),
    output: z.object({
      rows: z.array(dataRow),
      /** Records about items that this person does not see. */
      hidden: count,
      next: cursor.nullable(),
    }),
  },
  /** What taking these rows in would do; nothing is written. */
  'data.check': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      section,
      rows,
      /** Goals that the same file brings. */
      goalIds: z.array(goalId).max(GOALS_LIMIT),
    }),
    /** `kept` are those that are there otherwise. */
    output: z.object({ tally, refused: z.array(refusal) }),
  },
  /** Takes rows in. The same rows twice change nothing. */
  'data.import': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ ...part, section, rows }),
    output: z.object({ job: dataJob, tally, refused: z.array(refusal) }),
  },
  /**
   * Notes items whose answers the page has written as its reader; or gives items the flags that the
   * file has of them, and where the job waits, the same flags are asked about again.
   */
  'data.items': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      ...part,
      /** How the rows of this call ended. */
      tally,
      flags: z
        .array(z.object({ itemId: id, flag: z.record(z.string(), z.unknown()) }))
        .max(DATA_FLAGS),
    }),
    output: z.object({ job: dataJob, refused: z.array(refusal) }),
  },
  /** Takes only goals and rules of a file, also of another project: goals are added, rules replaced. */
  'data.adopt': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      file,
      rev: count,
      goals: z.array(goal).max(GOALS_LIMIT),
      rules,
    }),
    output: z.object({ added: count, same: count, left: z.array(z.string()) }),
  },
  /** Goes on showing on the items what storage holds, as far as one call comes. */
  'data.rebuild': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ begin: z.boolean() }),
    output: z.object({ job: dataJob }),
  },
  /** Goes on erasing all that is kept of the project, as far as one call comes. */
  'data.erase': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ begin: z.boolean() }),
    output: z.object({ job: dataJob }),
  },
} as const satisfies Record<string, Procedure>;

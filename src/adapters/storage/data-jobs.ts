// The record of a long piece of work on a project's data: one for each project.
import { z } from 'zod';
import { count } from '../../contract/fields';
import { JOB_STEPS } from '../../domain/data';
import type { KeptJob } from '../../ports';
import type { Fields } from './driver';
import { bodyOf, iso } from './records';

const jobBody = z.object({
  v: z.literal(1),
  id: z.string(),
  kind: z.enum(['import', 'rebuild', 'erase']),
  state: z.enum(['open', 'done']),
  by: z.string(),
  at: z.number(),
  file: z.string(),
  done: count,
  of: count,
  tally: z.object({ added: count, same: count, replaced: count, kept: count, refused: count }),
  step: z.enum(JOB_STEPS).nullable(),
  after: z.string().nullable(),
  tasks: z.array(z.string()),
  left: count,
  items: count,
  // What older records do not have.
  again: count.default(0),
  forgotten: z.number().nullable().default(null),
});

/** @throws AppError internal for a record that this version can't read */
export const readJob = (record: unknown): KeptJob => bodyOf(jobBody, record);

export const jobRecord = (projectId: string, job: KeptJob, rev: number): Fields => ({
  projectId,
  kind: job.kind,
  state: job.state,
  by: job.by,
  rev,
  at: iso(job.at),
  body: { v: 1, ...job },
});

// Takes the records of a file in, part by part: looks first, then writes. The page sends the rows in
// order; the job remembers how far they are through.
import type { Input, Output } from '../../contract/procedures';
import { addTally, tallyOf } from '../../domain/data';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import { nextDue } from '../../domain/schedule';
import type { Act, KeptJob, Ports } from '../../ports';
import { publishGate } from '../publish-gate';
import { idsOfOthers, ownIds } from './goal-ids';
import { beginJob, freshJob, keepJob, viewOf, type OpenJob } from './jobs';
import { sideBySide } from '../side-by-side';
import { takeRow, type RowOutcome, type Taking } from './take-row';

type Rows = Pick<Input<'data.import'>, 'projectId' | 'section' | 'rows'>;

async function takeRows(
  ports: Ports,
  { projectId, section, rows }: Rows,
  how: Pick<Taking, 'by' | 'replace' | 'dry'> & { goalIds: readonly string[] },
): Promise<RowOutcome[]> {
  const named = rows.map((row) => ({
    row,
    subject: ports.data.subjectOf(projectId, section, row),
  }));
  const itemIds = named.flatMap(({ subject }) =>
    subject.kind === 'record' ? (subject.itemId ?? []) : [],
  );
  const settings = await ports.settings.load(projectId);
  const own = ownIds(settings);
  const taking: Taking = {
    ...{ projectId, section, by: how.by, replace: how.replace, dry: how.dry },
    itemIds: await ports.items.inProject(projectId, [...new Set(itemIds)]),
    goalIds: new Set([...own, ...how.goalIds]),
    foreignIds: section === 'settings' ? await idsOfOthers(ports, rows, own) : new Set<string>(),
  };
  return sideBySide(named, ({ row, subject }) => takeRow(ports, row, subject, taking));
}

const refusalsOf = (ends: readonly RowOutcome[]) =>
  ends.flatMap(({ why }, at) => (why === undefined ? [] : [{ at, why }]));

/** What taking the rows in would do. */
export async function checkData(
  ports: Ports,
  by: string,
  input: Input<'data.check'>,
): Promise<Output<'data.check'>> {
  const how = { by, replace: false, dry: true, goalIds: input.goalIds };
  const ends = await takeRows(ports, input, how);
  return { tally: tallyOf(ends.map(({ end }) => end)), refused: refusalsOf(ends) };
}

type Part = Pick<Input<'data.import'>, 'projectId' | 'file' | 'of' | 'from' | 'replace'>;

const actOf = (
  projectId: string,
  { by }: KeptJob,
  told: Pick<Act, 'at' | 'before' | 'after'>,
): Act => ({ projectId, subject: 'data', kind: 'data.import', by, ...told });

/**
 * The job of this file: the one under way, or a new one with the first row.
 * @throws AppError conflict when other work was begun, or rows before these are missing
 */
export async function jobOfFile(ports: Ports, by: string, part: Part): Promise<OpenJob> {
  const { projectId, file, of, from } = part;
  const found = await ports.data.job(projectId);
  if (found?.job.file === file) {
    const { kind, done } = found.job;
    // Where showing goes on, the last rows are through, and whoever sent them did not hear of it.
    if (kind === 'import' ? from <= done : from > 0) return found;
  }
  if (from > 0) throw new AppError('conflict', MESSAGES.data.otherWork);
  const fresh = freshJob(ports, by, { kind: 'import', step: 'rows', file, of });
  const { rev } = await ports.settings.load(projectId);
  // Whom a project told that has nothing any more, nobody knows.
  const job = { ...fresh, forgotten: rev === 0 ? fresh.at : null };
  const act = actOf(projectId, job, { at: job.at, before: null, after: { file, of } });
  return beginJob(ports, projectId, job, act);
}

/**
 * Notes rows as through; with the last one the project takes its place in the nightly round, the gate
 * is told, and showing everything on the items is what comes next.
 */
export async function passRows(
  ports: Ports,
  open: OpenJob,
  { projectId, from, of }: Part,
  ends: { rows: number; tally: KeptJob['tally'] },
): Promise<KeptJob> {
  const { job } = open;
  if (job.kind === 'rebuild') return job;
  const done = Math.max(job.done, from + ends.rows);
  // Rows that were through already are not counted again.
  const tally = done > job.done ? addTally(job.tally, ends.tally) : job.tally;
  if (done < of) return (await keepJob(ports, projectId, open, { done, tally })).job;
  await settle(ports, projectId);
  const act = actOf(projectId, job, {
    at: ports.clock.now(),
    before: { file: job.file, of },
    after: tally,
  });
  const next = freshJob(ports, job.by, {
    ...{ kind: 'rebuild', step: 'results', at: job.at, file: job.file },
    ...{ tally, forgotten: job.forgotten },
  });
  return (await keepJob(ports, projectId, open, next, act)).job;
}

/** What follows from settings that were taken in as a record. */
async function settle(ports: Ports, projectId: string): Promise<void> {
  const settings = await ports.settings.load(projectId);
  if (settings.rev === 0) return;
  const { scan, timeZone } = settings.rules;
  const now = ports.clock.now();
  await ports.scans.plan(projectId, scan, now, (last) =>
    nextDue(last?.lastDay ?? null, now, timeZone),
  );
  await publishGate(ports, settings).catch((error: unknown) =>
    ports.log.error('gate not published', error, { projectId }),
  );
}

/** Takes rows in. */
export async function importData(
  ports: Ports,
  by: string,
  input: Input<'data.import'>,
): Promise<Output<'data.import'>> {
  const open = await jobOfFile(ports, by, input);
  const ends = await takeRows(ports, input, {
    by,
    replace: input.replace,
    dry: false,
    goalIds: [],
  });
  const tally = tallyOf(ends.map(({ end }) => end));
  const job = await passRows(ports, open, input, { rows: ends.length, tally });
  return { job: viewOf(job), tally, refused: refusalsOf(ends) };
}

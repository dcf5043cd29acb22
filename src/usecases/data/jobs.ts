// The one piece of long work on a project's data: begun, taken further call by call, ended. A page may
// be closed at any moment, and what was done twice counts as done once.
import type { DataJob } from '../../contract/data-procedures';
import type { Output } from '../../contract/procedures';
import { NO_ROWS } from '../../domain/data';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { Act, KeptJob, Ports } from '../../ports';

/** A job with the revision that it is stored over. */
export interface OpenJob {
  rev: number;
  job: KeptJob;
}

/** What a page is told of a job; it waits while tasks of Jira are under way. */
export const viewOf = ({
  id: _id,
  after: _after,
  again: _again,
  forgotten: _forgotten,
  tasks,
  ...job
}: KeptJob): DataJob => ({
  ...job,
  waits: tasks.length > 0,
});

/** What is under way, or was done last. */
export async function openData(ports: Ports, projectId: string): Promise<Output<'data.open'>> {
  const found = await ports.data.job(projectId);
  return { job: found && viewOf(found.job) };
}

/** A job at its beginning, by somebody, now. */
export const freshJob = (
  ports: Ports,
  by: string,
  more: Pick<KeptJob, 'kind' | 'step'> & Partial<KeptJob>,
): KeptJob => ({
  ...{ id: ports.ids.next(), state: 'open', by, at: ports.clock.now(), file: '', done: 0, of: 0 },
  ...{ tally: NO_ROWS, after: null, tasks: [], left: 0, items: 0, again: 0 },
  forgotten: null,
  ...more,
});

/** Tasks that are still under way, or why one of them came to nothing or is not known any more. */
export async function tasksLeft(
  ports: Ports,
  job: KeptJob,
): Promise<{ tasks: string[] } | AppError> {
  try {
    const over = await Promise.all(job.tasks.map((task) => ports.backlog.isOver(task)));
    return { tasks: job.tasks.filter((_task, at) => !over[at]) };
  } catch (error) {
    if (error instanceof AppError && ['jira_unavailable', 'not_found'].includes(error.code))
      return error;
    throw error;
  }
}

/** Begins a job in the place of the one before, whatever became of that. @throws AppError conflict */
export async function beginJob(
  ports: Ports,
  projectId: string,
  job: KeptJob,
  act: Act | null = null,
): Promise<OpenJob> {
  const before = await ports.data.job(projectId);
  const over = before?.rev ?? 0;
  const next = { ...job, forgotten: before?.job.forgotten ?? job.forgotten };
  await ports.data.saveJob(projectId, next, over, act);
  return { rev: over + 1, job: next };
}

/** The job of this kind that is under way. @throws AppError conflict when there is none any more */
export async function jobUnderWay(
  ports: Ports,
  projectId: string,
  kind: KeptJob['kind'],
): Promise<OpenJob> {
  const found = await ports.data.job(projectId);
  if (found?.job.kind !== kind || found.job.state !== 'open')
    throw new AppError('conflict', MESSAGES.data.otherWork);
  return found;
}

/** Stores how far the job has come. @throws AppError conflict when somebody else has taken it further */
export async function keepJob(
  ports: Ports,
  projectId: string,
  { rev, job }: OpenJob,
  change: Partial<KeptJob>,
  act: Act | null = null,
): Promise<OpenJob> {
  const next = { ...job, ...change };
  await ports.data.saveJob(projectId, next, rev, act);
  return { rev: rev + 1, job: next };
}

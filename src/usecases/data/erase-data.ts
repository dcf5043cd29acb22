// Takes away all that is kept of a project, step by step: first what would write anew, then what
// items and the project show, then the records, the settings last. What stays is one act that says so.
import type { Output } from '../../contract/procedures';
import { STORED_SECTIONS, type JobStep } from '../../domain/data';
import { touchedClause } from '../../domain/data-clause';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { Act, KeptJob, Ports } from '../../ports';
import { openBudget } from '../scan/budget';
import { beginJob, freshJob, jobUnderWay, keepJob, tasksLeft, viewOf } from './jobs';

const STEPS: readonly JobStep[] = ['round', 'gate', 'properties', 'notes', 'records', 'settings'];
/** While these go on it is still known who was told what. */
const KNOWING: ReadonlySet<JobStep | null> = new Set(['round', 'gate', 'properties']);
const RECORDS = STORED_SECTIONS.filter((section) => section !== 'settings');
/** Records in one query of storage. */
const PAGE = 100;
/** A function ends after 25 seconds. */
const TIME_MS = 8_000;

/** Who holds the turn of the round while a project leaves it, and for how long. */
const HOLDER = 'erase';
const LEASE_MS = 30_000;
/** How often items are bared once more, because somebody wrote on some meanwhile. */
const AGAIN = 3;

type Change = Partial<KeptJob>;

/** What a step changes; `waits`: somebody else has to end first. `failure` is told once that is kept. */
type Taken = Change & { waits?: true; failure?: AppError };

/** The step after one, from its beginning; the job is done after the last. */
function stepAfter(step: JobStep): Change {
  const next = STEPS[STEPS.indexOf(step) + 1] ?? null;
  return { step: next, after: null, left: 0, ...(next === null && { state: 'done' as const }) };
}

/** Rounds that may come to nothing before somebody is told. */
const FAILED_ROUNDS = 3;

/** A code that the page does not try again by itself: it would begin the same tasks for ever. */
const gaveUp = (cause: AppError): AppError =>
  new AppError('limit_reached', MESSAGES.jira.jira_unavailable, { cause });

/** Takes everything off a page of items; their tasks are waited for by the next calls. */
async function bare(ports: Ports, projectId: string, job: KeptJob): Promise<Taken> {
  const found = await tasksLeft(ports, job);
  // From the beginning: what is bare already is not found. Whoever goes on begins other tasks.
  if (found instanceof AppError)
    return job.left < FAILED_ROUNDS
      ? { tasks: [], after: null, left: job.left + 1 }
      : { tasks: [], after: null, left: 0, failure: gaveUp(found) };
  const { tasks } = found;
  if (tasks.length > 0) return { tasks };
  if (job.after === '') return { tasks, ...stepAfter('properties') };
  let page;
  try {
    page = await ports.backlog.ids(projectId, touchedClause, job.after);
  } catch (error) {
    const isStale =
      job.after !== null && error instanceof AppError && error.code === 'invalid_input';
    // A place in a search is forgotten after a while: from the beginning, what is bare is not found.
    if (isStale) return { tasks, after: null };
    throw error;
  }
  const { ids, next } = page;
  if (ids.length === 0)
    return { tasks, ...(next === null ? stepAfter('properties') : { after: next }) };
  const begun = await ports.backlog.beginBare(ids);
  // An empty place: these were the last ones, and their tasks are all that is left.
  return { tasks: begun, after: next ?? '', items: job.items + ids.length };
}

/** Takes away a page of records; `after` says of which part, and behind a bar the place in it. */
async function removeSome(ports: Ports, projectId: string, job: KeptJob): Promise<Change> {
  const [name, ...rest] = (job.after ?? '').split('|');
  const section = RECORDS.find((one) => one === name) ?? 'readings';
  const cursor = rest.join('|') || null;
  const { values, next } = await ports.data.page(projectId, section, cursor, PAGE);
  const found = await Promise.all(values.map(({ key }) => ports.data.there(section, key)));
  const there = values.filter((_value, at) => found[at] !== null).map(({ key }) => key);
  await ports.data.remove(section, there);
  const done = job.done + there.length;
  if (next !== null) return { done, after: `${section}|${next}` };
  // Whatever was written meanwhile is found by another round.
  if (there.length > 0) return { done, after: section };
  const following = RECORDS[RECORDS.indexOf(section) + 1];
  return following ? { done, after: following } : { done, ...stepAfter('records') };
}

/** Takes the turn of the round, so that nobody scans any more; false while somebody does. */
async function holdRound(ports: Ports, projectId: string): Promise<boolean> {
  if (await ports.scans.lease(projectId, HOLDER, ports.clock.now(), LEASE_MS)) return true;
  return (await ports.scans.read(projectId)) === null;
}

async function takeStep(ports: Ports, projectId: string, job: KeptJob): Promise<Taken> {
  switch (job.step) {
    case 'round':
      if (!(await holdRound(ports, projectId))) return { waits: true };
      await ports.data.removeRound(projectId);
      return stepAfter('round');
    case 'gate':
      await ports.projects.removeGate(projectId);
      return stepAfter('gate');
    case 'properties':
      return bare(ports, projectId, job);
    case 'notes':
      return (await ports.data.removeNotes(projectId)) ? {} : stepAfter('notes');
    case 'records':
      return removeSome(ports, projectId, job);
    default: {
      // Somebody who saved meanwhile has put the project into the round again.
      if (!(await holdRound(ports, projectId))) return { waits: true };
      // Answers can be saved as long as there are goals.
      if (job.again < AGAIN && (await ports.backlog.count(projectId, touchedClause)) > 0)
        return { step: 'properties', after: null, left: 0, again: job.again + 1 };
      const { values } = await ports.data.page(projectId, 'settings', null, 1);
      await ports.data.remove(
        'settings',
        values.map(({ key }) => key),
      );
      await ports.data.removeRound(projectId);
      return { done: job.done + values.length, ...stepAfter('settings') };
    }
  }
}

/** Goes on erasing, or begins, as far as one call comes and the hour's budget allows. */
export async function eraseData(
  ports: Ports,
  by: string,
  { projectId, begin }: { projectId: string; begin: boolean },
): Promise<Output<'data.erase'>> {
  let open = begin
    ? await beginJob(ports, projectId, freshJob(ports, by, { kind: 'erase', step: 'round' }))
    : await jobUnderWay(ports, projectId, 'erase');
  const budget = await openBudget(ports);
  const metered = ports.metered(budget.meter);
  const began = ports.clock.now();
  let isHeld: boolean;
  try {
    do {
      const { waits, failure, ...taken } = await takeStep(metered, projectId, open.job);
      const { done, items, step } = { ...open.job, ...taken };
      const change = { ...taken, ...(!KNOWING.has(step) && { forgotten: ports.clock.now() }) };
      const act: Act | null =
        change.state === 'done'
          ? {
              ...{ projectId, subject: 'data', kind: 'data.erase', by: open.job.by },
              ...{ at: ports.clock.now(), before: null, after: { records: done, items } },
            }
          : null;
      open = await keepJob(ports, projectId, open, change, act);
      if (failure !== undefined) throw failure;
      isHeld = waits === true;
    } while (
      !isHeld &&
      open.job.state === 'open' &&
      open.job.tasks.length === 0 &&
      ports.clock.now() - began < TIME_MS
    );
  } finally {
    await budget.keep();
  }
  const job = viewOf(open.job);
  return { job: { ...job, waits: job.waits || isHeld } };
}

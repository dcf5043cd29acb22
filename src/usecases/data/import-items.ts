// The part of a file that lies on the items: the page writes answers as its reader and tells of it
// here; flags belong to the app, so they are written here.

import { fingerprint } from '../../contract/fingerprint';
import { canonical, readFlag } from '../../contract/properties';
import { DATA_FLAG_KINDS } from '../../contract/limits';
import type { Input, Output } from '../../contract/procedures';
import { AppError } from '../../domain/errors';
import type { Flag } from '../../domain/item';
import { MESSAGES } from '../../domain/messages';
import type { KeptJob, Ports } from '../../ports';
import { jobOfFile, passRows } from './import-data';
import { keepJob, tasksLeft, viewOf, type OpenJob } from './jobs';

const SAY = MESSAGES.data.row;

type Flags = Input<'data.items'>['flags'];

interface Sorted {
  /** Items by the flag they get. */
  groups: { flag: Flag; itemIds: string[] }[];
  /** Why the others get none. */
  refused: { at: number; why: string }[];
}

async function sortFlags(ports: Ports, projectId: string, flags: Flags): Promise<Sorted> {
  const refused: Sorted['refused'] = [];
  const inProject = await ports.items.inProject(projectId, [
    ...new Set(flags.map(({ itemId }) => itemId)),
  ]);
  const groups = new Map<string, { flag: Flag; itemIds: string[] }>();
  for (const [at, { itemId, flag }] of flags.entries()) {
    const read = readFlag(flag);
    if (!inProject.has(itemId)) refused.push({ at, why: SAY.item });
    else if (read.kind !== 'value') refused.push({ at, why: SAY.shape });
    else {
      const name = canonical(read.value);
      const group = groups.get(name);
      if (group) group.itemIds.push(itemId);
      else groups.set(name, { flag: read.value, itemIds: [itemId] });
    }
  }
  if (groups.size > DATA_FLAG_KINDS) throw new AppError('invalid_input', MESSAGES.input);
  return { groups: [...groups.values()], refused };
}

/** Begins to write flags. @returns Jira's tasks, none where it is done already */
async function beginFlags(ports: Ports, groups: Sorted['groups']): Promise<string[]> {
  const begun: string[] = [];
  for (const { flag, itemIds } of groups) {
    const task = await ports.backlog.beginFlag(itemIds, flag);
    if (task !== null) begun.push(task);
  }
  return begun;
}

/** Begins to write flags, or looks how far that is. @throws AppError jira_unavailable: begin again */
async function writeFlags(ports: Ports, projectId: string, open: OpenJob, flags: Flags) {
  const keep = (change: Partial<KeptJob>) => keepJob(ports, projectId, open, change);
  // By its place the job knows which flags its tasks are about. Whoever asks for them once more when those
  // are over has looked at the items anew: a night may have cleared some since.
  const after = fingerprint(flags);
  if (open.job.after !== after || open.job.tasks.length === 0) {
    const { groups, refused } = await sortFlags(ports, projectId, flags);
    return { refused, open: await keep({ tasks: await beginFlags(ports, groups), after }) };
  }
  // A page asks every few seconds: while Jira works, nothing else is read, and nothing is written anew.
  const found = await tasksLeft(ports, open.job);
  if (found instanceof AppError) {
    await keep({ tasks: [], after: null });
    throw new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable, { cause: found });
  }
  const { tasks } = found;
  const refused = tasks.length > 0 ? [] : (await sortFlags(ports, projectId, flags)).refused;
  return { refused, open: tasks.length < open.job.tasks.length ? await keep({ tasks }) : open };
}

/**
 * Gives items their flags, or notes rows of the file as through. Where the answer says that flags wait
 * for Jira, the same ones are asked about again.
 */
export async function importItems(
  ports: Ports,
  by: string,
  input: Input<'data.items'>,
): Promise<Output<'data.items'>> {
  const { projectId, flags } = input;
  const open = await jobOfFile(ports, by, input);
  if (flags.length > 0 && open.job.kind === 'import') {
    const written = await writeFlags(ports, projectId, open, flags);
    return { job: viewOf(written.open.job), refused: written.refused };
  }
  const { tally } = input;
  const rows = tally.added + tally.same + tally.replaced + tally.kept + tally.refused;
  const job = await passRows(ports, open, input, { rows, tally });
  return { job: viewOf(job), refused: [] };
}

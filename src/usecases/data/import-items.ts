// The part of a file that lies on the items: the page writes answers as its reader and tells of it
// here; flags belong to the app, so they are written here.

import { canonical, readFlag } from '../../contract/properties';
import { DATA_FLAG_KINDS } from '../../contract/limits';
import type { Input, Output } from '../../contract/procedures';
import { NO_ROWS } from '../../domain/data';
import { AppError } from '../../domain/errors';
import type { Flag } from '../../domain/item';
import { MESSAGES } from '../../domain/messages';
import type { Ports } from '../../ports';
import { jobOfFile, passRows } from './import-data';
import { viewOf } from './jobs';

const SAY = MESSAGES.data.row;

type Flags = Input<'data.items'>['flags'];

/** Items by the flag they get. @returns why the others get none */
async function writeFlags(ports: Ports, projectId: string, flags: Flags) {
  const refused: { at: number; why: string }[] = [];
  if (flags.length === 0) return refused;
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
      const group = groups.get(name) ?? { flag: read.value, itemIds: [] };
      group.itemIds.push(itemId);
      groups.set(name, group);
    }
  }
  if (groups.size > DATA_FLAG_KINDS) throw new AppError('invalid_input', MESSAGES.input);
  for (const { flag, itemIds } of groups.values()) await ports.backlog.setFlag(itemIds, flag);
  return refused;
}

/** Gives items their flags and notes rows of the file as through. */
export async function importItems(
  ports: Ports,
  by: string,
  input: Input<'data.items'>,
): Promise<Output<'data.items'>> {
  const open = await jobOfFile(ports, by, input);
  const refused = await writeFlags(ports, input.projectId, input.flags);
  const { added, same, replaced, kept, refused: failed } = input.tally;
  const rows = added + same + replaced + kept + failed;
  const job = await passRows(ports, open, input, { rows, tally: rows > 0 ? input.tally : NO_ROWS });
  return { job: viewOf(job), refused };
}

// Items that show a result or a decision of which storage knows nothing in this project: somebody wrote
// it there past Ladder, or the item came from another project with its record.
import { and, before, not, or, type Clause } from '../../domain/clause';
import { DAY_MS, type Day } from '../../domain/days';
import { AppError } from '../../domain/errors';
import type { ItemFacts } from '../../domain/item';
import type { Ports } from '../../ports';
import { stopsRound } from '../show-kept';

/** Items that are listed for it in one night, at most. */
const LISTED = 300;
/** Items of storage that one night passes over on its way, so that there is room for false ones. */
const PASSED = 200;

/** What search counts more of than storage, and the items of storage that have it. */
export interface Claims {
  clauses: readonly Clause[];
  known: readonly string[];
}

/** The number of the night, which goes on by one each night. */
export const nightOf = (today: Day): number => Math.floor(Date.parse(today) / DAY_MS);

/**
 * This night's part of all items, by the day of their creation: from that of one stored item to that of
 * another one further on. The parts of as many nights as there are hold every item. Ids can't be named
 * here: Jira refuses a question that names a deleted item.
 */
async function partOf(ports: Ports, known: readonly string[], today: Day): Promise<Clause[]> {
  // Nothing is stored: the one part is all.
  if (known.length === 0) return [];
  const parts = Math.ceil(known.length / PASSED);
  const sorted = [...known].sort((a, b) => Number(a) - Number(b));
  const part = nightOf(today) % parts;
  // The first part begins, and the last one ends, with no border; so does one whose item is gone.
  const createdOf = async (border: number): Promise<number | undefined> => {
    const id = border === 0 ? undefined : sorted[border * PASSED];
    return id === undefined ? undefined : (await ports.backlog.item(id))?.facts.created;
  };
  const from = await createdOf(part);
  const until = await createdOf(part + 1);
  return [
    ...(from === undefined ? [] : [not(before('created', from))]),
    ...(until === undefined ? [] : [before('created', until)]),
  ];
}

/** Those of a project's items that meet one of these conditions and that storage does not bear out. */
export async function claimants(
  ports: Ports,
  projectId: string,
  { clauses, known }: Claims,
  isBorneOut: (item: ItemFacts) => boolean,
  today: Day,
): Promise<string[]> {
  const found: string[] = [];
  if (clauses.length === 0) return found;
  const part = await partOf(ports, known, today);
  let listed = 0;
  for await (const items of ports.backlog.pages(projectId, and(or(...clauses), ...part))) {
    found.push(...items.filter((item) => !isBorneOut(item)).map(({ id }) => id));
    listed += items.length;
    if (listed >= LISTED) break;
  }
  return found;
}

/** Takes a claim away; an item that can't be edited keeps it until it can. @returns whether it is gone */
export async function takeAway(
  ports: Ports,
  itemId: string,
  write: () => Promise<void>,
): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || stopsRound('night', error)) throw error;
    ports.log.error('claim not taken away', error, { itemId });
    return false;
  }
}

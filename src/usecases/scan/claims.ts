// Items that show a result or a decision of which storage knows nothing in this project: somebody wrote
// it there past Ladder, or the item came from another project with its record.
import { or, type Clause } from '../../domain/clause';
import { AppError } from '../../domain/errors';
import type { ItemFacts } from '../../domain/item';
import type { Ports } from '../../ports';
import { stopsRound } from '../show-kept';

/** Items that are listed for it in one night, at most; the oldest first. */
const LISTED = 300;

/** Those of a project's items that meet one of these conditions and that storage does not bear out. */
export async function claimants(
  ports: Ports,
  projectId: string,
  claims: readonly Clause[],
  isBorneOut: (item: ItemFacts) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  if (claims.length === 0) return found;
  let listed = 0;
  for await (const items of ports.backlog.pages(projectId, or(...claims))) {
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

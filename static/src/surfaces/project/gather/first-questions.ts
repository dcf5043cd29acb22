// What the first tab asks of Jira for its numbers, before the page is there to ask it.
import { isPlain, type Address } from '../address';
import type { Ahead } from './ahead';
import { askFinished } from './finished';
import { readParents } from './parents';
import type { SiteTypes } from './site';

interface Place {
  projectId: string;
  /** The viewer's zone. */
  zone: string;
}

/**
 * Asks ahead of the page; what fails the page asks again. Gives what was finished in the window, null
 * where the address asks for something else. Rejects where Jira can't count it.
 */
export async function askFirst(
  early: Ahead,
  { projectId, zone }: Place,
  { aboveTypeIds, standardTypeIds }: SiteTypes,
  address: Address,
): Promise<number | null> {
  const { from, to } = address;
  const finished = isPlain(address)
    ? askFinished(early, { projectId, zone, days: { from, to }, standardTypeIds })
    : null;
  readParents(early.ahead, { projectId, zone, aboveTypeIds }).catch(() => undefined);
  return finished;
}

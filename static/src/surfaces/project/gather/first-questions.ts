// What the first tab asks of Jira for its numbers, before the page is there to ask it.
import type { Address } from '../address';
import type { Ahead } from './ahead';
import { askFinished } from './finished';
import { readParents } from './parents';
import type { SiteTypes } from './site';

interface Place {
  projectId: string;
  /** The viewer's zone. */
  zone: string;
}

/** Whether the address asks for what the first numbers are made of, and for nothing else. */
const isPlain = ({ tab, narrowing, weight }: Address): boolean =>
  tab === 'outcome' && Object.keys(narrowing).length === 0 && weight === 'count';

/** Asks ahead of the page. Rejects when one of the questions fails; the page asks it again then. */
export async function askFirst(
  early: Ahead,
  { projectId, zone }: Place,
  { aboveTypeIds, standardTypeIds }: SiteTypes,
  address: Address,
): Promise<void> {
  const asked: Promise<unknown>[] = [readParents(early.ahead, { projectId, zone, aboveTypeIds })];
  const { from, to } = address;
  if (isPlain(address))
    asked.push(askFinished(early, { projectId, zone, days: { from, to }, standardTypeIds }));
  await Promise.all(asked);
}

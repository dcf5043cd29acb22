// What is kept of results beyond what their items show.
import type { ResultView } from '../contract/procedures';
import type { KeptResult, Ports } from '../ports';
import { resultView, showResult } from './keep-result';

/** What is kept of the results of these items, in their order. The caller may see every one of them. */
export async function readResults(ports: Ports, itemIds: readonly string[]): Promise<ResultView[]> {
  const found = await Promise.all(
    itemIds.map(async (itemId) => {
      const kept = await ports.results.read(itemId);
      return kept ? [resultView(itemId, kept)] : [];
    }),
  );
  return found.flat();
}

const isShown = ({ written, later }: KeptResult): boolean =>
  written && later.every((one) => one.written);

/** Items of a project whose result Jira has not taken, as far as the calling user sees them. */
export async function unwrittenResults(ports: Ports, projectId: string): Promise<string[]> {
  const unwritten = await ports.results.ofProject(projectId, 'unwritten');
  const ids = unwritten.filter(({ kept }) => !isShown(kept)).map(({ itemId }) => itemId);
  if (ids.length === 0) return [];
  const seen = await ports.rights.seen(ids);
  return ids.filter((itemId) => seen.has(itemId));
}

/**
 * Shows results on their items again: those that Jira has not taken, or all of a project, whatever
 * their items show.
 * @returns how many are shown now, and how many Jira still does not take
 */
export async function repairResults(
  ports: Ports,
  projectId: string,
  which: 'unwritten' | 'all',
): Promise<{ written: number; left: number }> {
  const stored = await ports.results.ofProject(projectId, which);
  let left = 0;
  let tried = 0;
  // One after the other: this runs at night, beside other projects' work.
  for (const { itemId } of stored) {
    const kept = await ports.results.read(itemId);
    if (!kept || (which === 'unwritten' && kept.written)) continue;
    tried += 1;
    const shown = await showResult(ports, { itemId, projectId }, { ...kept, written: false });
    if (!shown.written) left += 1;
  }
  return { written: tried - left, left };
}

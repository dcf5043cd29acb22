// What is kept of results beyond what their items show.
import type { ResultView } from '../contract/procedures';
import { isInJira } from '../domain/result';
import type { Ports } from '../ports';
import { resultView } from './keep-result';

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

/** Items of a project whose result or check date Jira has not taken, as far as the calling user sees them. */
export async function unwrittenResults(ports: Ports, projectId: string): Promise<string[]> {
  const unwritten = await ports.results.ofProject(projectId, 'unwritten');
  const ids = unwritten.filter(({ kept }) => !isInJira(kept)).map(({ itemId }) => itemId);
  if (ids.length === 0) return [];
  const seen = await ports.rights.seen(ids);
  return ids.filter((itemId) => seen.has(itemId));
}

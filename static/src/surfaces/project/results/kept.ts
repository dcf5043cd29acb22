// What items do not show: what storage keeps of their results, and what the viewer may do.
import type { ResultView } from '../../../../../src/contract/procedures';
import { RESULTS_AT_ONCE } from '../../../../../src/contract/limits';
import { call, CallError } from '../../../forge';
import type { JiraCall } from '../gather/jira-call';

export interface Kept {
  views: ResultView[];
  /** Items that are gone or hidden since they were listed. */
  gone: string[];
}

type Read = (itemIds: string[]) => Promise<ResultView[]>;

const readByCall: Read = async (itemIds) => (await call('results.read', { itemIds })).results;

const isRefused = (error: unknown): boolean =>
  error instanceof CallError && (error.code === 'forbidden' || error.code === 'not_found');

/**
 * Reads what is kept. A single item that is gone is refused for all, so a refused list is halved
 * until it is found.
 * @throws {CallError} for anything but a refusal
 */
export async function readKept(itemIds: readonly string[], read: Read = readByCall): Promise<Kept> {
  if (itemIds.length === 0) return { views: [], gone: [] };
  const halves = async (at: number): Promise<Kept> => {
    const [first, second] = await Promise.all([
      readKept(itemIds.slice(0, at), read),
      readKept(itemIds.slice(at), read),
    ]);
    return { views: [...first.views, ...second.views], gone: [...first.gone, ...second.gone] };
  };
  if (itemIds.length > RESULTS_AT_ONCE) return halves(RESULTS_AT_ONCE);
  try {
    return { views: await read([...itemIds]), gone: [] };
  } catch (error) {
    if (!isRefused(error)) throw error;
    return itemIds.length === 1
      ? { views: [], gone: [...itemIds] }
      : halves(Math.ceil(itemIds.length / 2));
  }
}

const EITHER = ['EDIT_ISSUES', 'TRANSITION_ISSUES'];

/** Items of these on which the viewer may give a result: Edit, or Transition. @throws {CallError} */
export async function readMayGive(
  jira: JiraCall,
  itemIds: readonly string[],
): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const { projectPermissions } = await jira('checkPermissions', {
    body: { projectPermissions: [{ permissions: EITHER, issues: itemIds.map(Number) }] },
  });
  return new Set(projectPermissions.flatMap(({ issues = [] }) => issues.map(String)));
}

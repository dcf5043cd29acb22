// What storage keeps of the decisions about the project's items.
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { Day } from '../../../../../src/domain/days';
import { call } from '../../../forge';

export type Records = ReadonlyMap<string, DecisionView>;

/** Pages that are read at most: ten thousand decisions. */
const MOST_PAGES = 50;

/** All that the viewer may see, by item. @throws {CallError} */
export async function readRecords(projectId: string): Promise<Records> {
  const found = new Map<string, DecisionView>();
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: { decisions: DecisionView[]; next: string | null } = await call(
      'decisions.list',
      after === null ? { projectId } : { projectId, after },
    );
    for (const view of answer.decisions) found.set(view.itemId, view);
    after = answer.next;
    if (after === null) break;
  }
  return found;
}

/** Whether storage says that it is off the list, also where the item or Jira's search lags behind. */
export function isSettled(view: DecisionView | undefined, today: Day): boolean {
  const now = view?.now;
  if (!now) return false;
  return now.kind === 'kill' || (now.until !== undefined && now.until > today);
}

/** The last thing that was decided and no longer stands, or is done, such as a fix. */
export const lastOf = (view: DecisionView | undefined) => view?.past.at(-1)?.decided;

/** Whether it was fixed after the scan last looked (milliseconds), so that its flag may be over. */
export function isFixedSince(view: DecisionView | undefined, lastScan: number | null): boolean {
  const last = lastOf(view);
  return view?.now === null && last?.kind === 'fix' && last.at > (lastScan ?? 0);
}

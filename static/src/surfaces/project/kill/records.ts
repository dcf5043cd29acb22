// What storage keeps of the decisions about the project's items.
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import { DECISIONS_AT_ONCE } from '../../../../../src/contract/limits';
import type { Day } from '../../../../../src/domain/days';
import { call } from '../../../forge';

export type Records = ReadonlyMap<string, DecisionView>;

/** Pages of the record that are read at most: what is kept of five thousand items. */
const MOST_PAGES = 50;

export interface ReadRecords {
  records: Records;
  /** There are older ones than were read. */
  isCut: boolean;
}

/** The latest that the viewer may see, by item. @throws {CallError} */
export async function readRecords(projectId: string): Promise<ReadRecords> {
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
  return { records: found, isCut: after !== null };
}

const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / DECISIONS_AT_ONCE) }, (_none, n) =>
    ids.slice(n * DECISIONS_AT_ONCE, (n + 1) * DECISIONS_AT_ONCE),
  );

/**
 * Reads what is kept of all items that were named so far, each once. The latest page comes first: most
 * projects have no more, and a kill that was begun lately is on it. @throws {CallError}
 */
export function recordReader(
  projectId: string,
): (ids: readonly string[]) => Promise<DecisionView[]> {
  let latest: Promise<{ decisions: DecisionView[]; next: string | null }> | null = null;
  const asked = new Set<string>();
  const reading: Promise<{ decisions: DecisionView[] }>[] = [];
  return async (ids) => {
    latest ??= call('decisions.list', { projectId });
    const { decisions, next } = await latest;
    for (const { itemId } of decisions) asked.add(itemId);
    const others = next === null ? [] : ids.filter((id) => !asked.has(id));
    for (const id of others) asked.add(id);
    reading.push(
      ...chunksOf(others).map((itemIds) => call('decisions.list', { projectId, itemIds })),
    );
    const found = await Promise.all(reading);
    return [...decisions, ...found.flatMap((one) => one.decisions)];
  };
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

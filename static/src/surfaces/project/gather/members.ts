// Which finished items meet the streams that the project has saved: only Jira knows, so that it is
// asked once for each stream, for ids alone.
import { both } from '../../../../../src/domain/bet-sum';
import { filterCounted, type Filter } from '../../../../../src/domain/filter';
import { finishedClause } from '../../../../../src/domain/band-clause';
import { printSums } from './backlog-counts';
import { IDS_AT_ONCE } from './bounds';
import type { JiraCall } from './jira-call';
import type { ListedItem } from './listed-item';
import { windowFor, type Question } from './names';
import { searchAll } from './search';

/** The ids of streams by the id of an item. */
export type Members = ReadonlyMap<string, readonly string[]>;

/** @throws {CallError} when one of the searches can't be made */
export async function readMembers(
  jira: JiraCall,
  question: Question & { projectId: string },
): Promise<Members> {
  const { frame, filter, streams } = question;
  const finished = both(
    { scope: finishedClause(frame, windowFor(question)) },
    filterCounted(frame, filter, streams),
  );
  const members = new Map<string, string[]>();
  const read = async (streamId: string, jql: string): Promise<void> =>
    // With the key alone a page is as large as with ids.
    searchAll(jira, { jql, fields: ['key'], properties: [], pageSize: IDS_AT_ONCE }, (issues) => {
      for (const { id } of issues) members.set(id, [...(members.get(id) ?? []), streamId]);
    });
  await Promise.all(
    streams.flatMap(({ id, clause }) =>
      printSums({ of: both(finished, { scope: clause }) }, question).of.plus.map((jql) =>
        read(id, jql),
      ),
    ),
  );
  return members;
}

/** The item with the streams it is in; before those are known, the one that the search asked for. */
export function withMembers(
  item: ListedItem,
  members: Members | null,
  { stream }: Filter,
): ListedItem {
  const savedIds = members ? members.get(item.facts.id) : stream === undefined ? [] : [stream];
  return { ...item, facts: { ...item.facts, savedIds: savedIds ?? [] } };
}

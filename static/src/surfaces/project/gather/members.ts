// The streams that a project has saved, and which finished items meet them: only Jira knows, so that it
// is asked once for each stream, for ids alone. Fetched where there are such streams.
import { parseRequest, refusalsIn } from '../../../../../src/contract/parse-clauses';
import { both } from '../../../../../src/domain/bet-sum';
import { filterCounted, streamsOfSaved } from '../../../../../src/domain/filter';
import { finishedClause } from '../../../../../src/domain/band-clause';
import { printSums } from './backlog-counts';
import { IDS_AT_ONCE } from './bounds';
import type { JiraCall } from './jira-call';
import { windowFor, type Question } from './names';
import { searchAll } from './search';
import type { StreamList } from '../use-streams';
import type { SavedStream } from '../../../../../src/domain/rules';

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

/** Asks Jira's parser first: one condition that broke must not take the other rows with it. */
export async function readSaved(jira: JiraCall, list: readonly SavedStream[]): Promise<StreamList> {
  const clauses = list.map(({ clause }) => clause);
  const refusals = refusalsIn(await jira('parseJql', parseRequest(clauses)), clauses);
  return {
    streams: streamsOfSaved(list.filter((_stream, at) => refusals[at] === null)),
    broken: list.flatMap(({ id, name }, at) => {
      const why = refusals[at];
      return why ? [{ id, name, why }] : [];
    }),
    saved: true,
    failed: false,
  };
}

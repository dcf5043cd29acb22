// Looks at one item afresh whose sorting was refused because somebody else had written there.
import { useState } from 'react';
import { FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { parentOf, type Frame } from '../../../../../src/domain/band';
import { valueOf } from '../../../../../src/domain/item';
import { sortingOf, sortRefusal } from '../../../../../src/domain/sort';
import { CallError } from '../../../forge';
import { sort } from '../../../messages/project-sort';
import { listedItemOf } from '../gather/listed-item';
import type { JiraCall } from '../gather/jira-call';
import { readKept } from '../results/kept';
import type { Where } from '../use-numbers';
import type { Looked } from './sort-entry';
import { sortItemOf, type SortItem } from './sort-item';
import type { Visit } from './visit';
import { backendSort } from '../../../messages/backend';

function refusalOf({ facts }: SortItem, frame: Frame): string | null {
  const refusal = sortRefusal(facts, parentOf(facts, frame), frame.goals);
  if (refusal) return backendSort[refusal];
  return sortingOf(valueOf(facts.answer)) === null ? null : sort.refused.sorted;
}

/** Reads the item itself, not through the search, which may lag. @throws {CallError} */
async function readAgain(jira: JiraCall, frame: Frame, itemId: string): Promise<Looked> {
  const [issue, { views }] = await Promise.all([
    jira('getIssue', {
      params: { issueIdOrKey: itemId },
      query: { fields: FACT_FIELDS.join(','), properties: FACT_PROPERTIES.join(',') },
    }),
    readKept([itemId]),
  ]);
  const item = sortItemOf(listedItemOf(issue, []));
  return { item, rev: views[0]?.rev ?? 0, refused: refusalOf(item, frame) };
}

/** Offers it for items that are out, one after the other or several at once. */
export function useLookAgain({ openCalls, frame }: Where, visit: Visit) {
  const [looking, setLooking] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string, on: boolean): void =>
    setLooking((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  async function look({ id }: SortItem): Promise<void> {
    mark(id, true);
    try {
      visit.sorter.renew(id, await readAgain(openCalls().jira, frame, id));
    } catch (error) {
      const gone = error instanceof CallError && error.code === 'not_found';
      visit.sorter.refuse(id, gone ? sort.refused.code.not_found : sort.lookFailed);
    }
    mark(id, false);
  }
  return { looking, look };
}

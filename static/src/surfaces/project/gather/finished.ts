// What was finished in a window, as it is asked of Jira: the same words for the report and for what is
// asked ahead of it.
import { FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import type { Frame, Window } from '../../../../../src/domain/band';
import { finishedClause } from '../../../../../src/domain/band-clause';
import { both } from '../../../../../src/domain/bet-sum';
import { filterCounted } from '../../../../../src/domain/filter';
import type { DaySpan } from '../../../../../src/domain/periods';
import { DEFAULT_RULES } from '../../../../../src/domain/rules';
import type { Ahead } from './ahead';
import { printSums } from './backlog-counts';
import { LISTED_LIMIT, SIDE_BY_SIDE } from './bounds';
import { countSum, type Sum } from './counts';
import { chainsOf, windowOf } from './month-chains';
import type { Question } from './names';
import { searchPage, type Search } from './search';

type Finished = Pick<Question, 'frame' | 'zone' | 'filter' | 'streams'> & { projectId: string };

/** The searches for what was finished in a window, undelivered items too. */
export function finishedSearches(asked: Finished, window: Window): Sum {
  const { frame, filter, streams } = asked;
  const finished = both(
    { scope: finishedClause(frame, window) },
    filterCounted(frame, filter, streams),
  );
  return printSums({ finished }, asked).finished;
}

/** How such a search is listed. @param more fields besides the facts */
export const finishedList = (jql: string, more: readonly string[] = []): Search => ({
  jql,
  fields: [...FACT_FIELDS, ...more],
  properties: FACT_PROPERTIES,
});

/** Without a filter the searches rest on the types alone. */
const frameOf = (standardTypeIds: readonly string[]): Frame => ({
  goals: [],
  rules: DEFAULT_RULES,
  standardTypeIds,
  undelivered: { resolutionIds: [], statusIds: [] },
  parents: [],
});

/**
 * Counts an unfiltered window and, where it is listed, begins to list it, ahead of the report that asks
 * the same once goals, rules and parents are known. What fails is left to the report. Gives the count.
 */
export async function askFinished(
  { ahead }: Ahead,
  {
    projectId,
    zone,
    days,
    standardTypeIds,
  }: { projectId: string; zone: string; days: DaySpan; standardTypeIds: readonly string[] },
): Promise<number> {
  const asked = { projectId, zone, frame: frameOf(standardTypeIds), filter: {}, streams: [] };
  const { value } = await countSum(ahead, finishedSearches(asked, windowOf(days, zone)), 0);
  if (value > LISTED_LIMIT) return value;
  const searches = chainsOf(days, zone, value).flatMap(
    (part) => finishedSearches(asked, part).plus,
  );
  // No more than the page has under way at a time anyway.
  for (const jql of searches.slice(0, SIDE_BY_SIDE))
    searchPage(ahead, finishedList(jql)).catch(() => undefined);
  return value;
}

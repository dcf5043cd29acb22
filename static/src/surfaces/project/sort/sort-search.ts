// Reads finished items that nobody has said anything of, a page at a time as the viewer.
import { FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import type { Frame } from '../../../../../src/domain/band';
import { bandBet } from '../../../../../src/domain/band-clause';
import { answeredParents, ownAnswerClause, type ByBet } from '../../../../../src/domain/bet-clause';
import { clauseOf, sumOf, type Counted } from '../../../../../src/domain/bet-sum';
import { and, is, not, nothing, simplify, type Clause } from '../../../../../src/domain/clause';
import { filterCounted, type Filter, type Stream } from '../../../../../src/domain/filter';
import { ofOutput } from '../../../../../src/domain/number';
import type { Days } from '../address';
import { LISTED_LIMIT, PARENTS_AT_ONCE } from '../gather/bounds';
import { countSum } from '../gather/counts';
import type { JiraCall } from '../gather/jira-call';
import { listedItemOf } from '../gather/listed-item';
import { windowOf } from '../gather/month-chains';
import { searchPage, type Page } from '../gather/search';
import type { Where } from '../use-numbers';
import { sortItemOf, verdictOf, type SortItem } from './sort-item';

/** What is looked at: the finished items of a time under the page's filter. */
export type SortPlace = Pick<Where, 'projectId' | 'zone' | 'frame'> & {
  days: Days;
  filter: Filter;
  streams: readonly Stream[];
};

/** Items nobody answers for and nobody has sorted. */
function askBet(frame: Frame): ByBet {
  const { none } = bandBet('unsorted', frame);
  return { own: nothing, parent: () => nothing, none: and(none, not(is('when', 'sorted'))) };
}

const countedOf = ({ frame, zone, days, filter, streams }: SortPlace): Counted =>
  ofOutput(frame, windowOf(days, zone), filterCounted(frame, filter, streams), askBet(frame));

/** More answered parents than one search can name: their children are left out after reading. */
const hasManyParents = (frame: Frame): boolean => answeredParents(frame).length > PARENTS_AT_ONCE;

function readClause(place: SortPlace): Clause {
  const { frame } = place;
  if (!hasManyParents(frame)) return clauseOf(frame, countedOf(place));
  const { scope, bet } = countedOf(place);
  return simplify(and(scope, not(ownAnswerClause(frame)), bet?.none ?? nothing));
}

/** The search that is exactly the list; null with more parents than a search can name. */
export const unsortedJql = (place: SortPlace): string | null =>
  hasManyParents(place.frame) ? null : projectJql(place.projectId, readClause(place), place.zone);

/** How many items the list holds. */
export function countUnsorted(jira: JiraCall, place: SortPlace) {
  const { plus, minus } = sumOf(place.frame, countedOf(place), PARENTS_AT_ONCE);
  const print = (clause: Clause): string => projectJql(place.projectId, clause, place.zone);
  return countSum(jira, { plus: plus.map(print), minus: minus.map(print) }, LISTED_LIMIT);
}

export interface SortPage {
  items: SortItem[];
  next: string | undefined;
}

/** One page, the last finished first. What Jira's search has not noticed yet is left out. */
export async function readUnsorted(
  jira: JiraCall,
  place: SortPlace,
  token?: string,
): Promise<SortPage> {
  const { projectId, zone, frame } = place;
  const jql = projectJql(projectId, readClause(place), zone, 'statusCategoryChangedDate DESC');
  const search = { jql, fields: FACT_FIELDS, properties: FACT_PROPERTIES };
  const page: Page = await searchPage(jira, search, token);
  const items = page.issues.map((issue) => sortItemOf(listedItemOf(issue, [])));
  return { items: items.filter((item) => verdictOf(item, frame) === 'ask'), next: page.next };
}

// A random draw of finished items. Only ids are read for it; then the drawn items alone.
import { FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { idsJql, projectJql } from '../../../../../src/adapters/jira/jql';
import { sumOf, type Counted } from '../../../../../src/domain/bet-sum';
import type { Day } from '../../../../../src/domain/days';
import { drawOrder } from '../../../../../src/domain/draw';
import { filterCounted } from '../../../../../src/domain/filter';
import { ofOutput } from '../../../../../src/domain/number';
import { monthsOf, type DaySpan } from '../../../../../src/domain/periods';
import type { Place } from './backlog-counts';
import { DRAWN_FROM, IDS_AT_ONCE, PARENTS_AT_ONCE } from './bounds';
import { countSum } from './counts';
import type { JiraCall } from './jira-call';
import { listedItemOf, type ListedItem } from './listed-item';
import { windowOf } from './month-chains';
import type { Question } from './names';
import { searchAll, searchPage, type Page } from './search';

/** What is drawn from: the output of these days under this filter. */
export type Drawn = Pick<Question, 'days' | 'filter' | 'streams'>;

export interface Sample {
  /** In the order of the draw: a larger one begins with the same items. */
  items: ListedItem[];
  /** How many items it was drawn from. */
  population: number;
  /** The days it was drawn from: the newest ones where the window holds too many items. */
  days: DaySpan;
  /** Whether it was not drawn from all of the window: from its newest days, or the newest items of these. */
  cut: boolean;
}

const outputIn = ({ frame, zone }: Place, { filter, streams }: Drawn, days: DaySpan): Counted =>
  ofOutput(frame, windowOf(days, zone), filterCounted(frame, filter, streams));

/** Searches that together are the output of these days; no two of them overlap. */
function searchesIn(place: Place, drawn: Drawn, days: DaySpan, orderBy?: string): string[] {
  const { projectId, zone, frame } = place;
  const { plus } = sumOf(frame, outputIn(place, drawn, days), PARENTS_AT_ONCE);
  return plus.map((clause) => projectJql(projectId, clause, zone, orderBy));
}

/** The newest months that hold no more than `most` items, at least one, and how many they hold. */
async function newestMonths(
  jira: JiraCall,
  place: Place,
  drawn: Drawn,
  most: number,
): Promise<{ days: DaySpan; holds: number }> {
  const { from, to } = drawn.days;
  const count = async (days: DaySpan): Promise<number> =>
    (await countSum(jira, { plus: searchesIn(place, drawn, days) }, 0)).value;
  const all = await count(drawn.days);
  if (all <= most) return { days: drawn.days, holds: all };
  let first: Day | null = null;
  let holds = 0;
  for (const month of monthsOf({ from, to }).reverse()) {
    const more = await count(month);
    if (first !== null && holds + more > most) break;
    first = month.from;
    holds += more;
  }
  return { days: { from: first ?? from, to }, holds };
}

async function readIds(jira: JiraCall, jql: string, most: number): Promise<string[]> {
  const ids: string[] = [];
  // With the key alone a page is as large as with ids.
  const search = { jql, fields: ['key'], properties: [], pageSize: IDS_AT_ONCE };
  let token: string | undefined;
  do {
    const page: Page = await searchPage(jira, search, token);
    ids.push(...page.issues.map(({ id }) => id));
    token = page.next;
  } while (token !== undefined && ids.length < most);
  return ids.slice(0, most);
}

/**
 * Draws `size` items (all where there are fewer). The same seed draws the same items for everybody
 * who sees the same ones.
 * @param seed names the draw: project and quarter
 * @param most how many items it is drawn from at most
 * @throws {CallError} when Jira can't be asked
 */
export async function drawSample(
  jira: JiraCall,
  place: Place,
  drawn: Drawn,
  { seed, size, most = DRAWN_FROM }: { seed: string; size: number; most?: number },
): Promise<Sample> {
  const { days, holds } = await newestMonths(jira, place, drawn, most);
  const searches = searchesIn(place, drawn, days, 'statusCategoryChangedDate DESC');
  const lists = await Promise.all(searches.map((jql) => readIds(jira, jql, most)));
  const ids = [...new Set(lists.flat())];
  const isFull = lists.some((list) => list.length >= most) && holds > ids.length;
  const chosen = drawOrder(seed, ids).slice(0, size);
  const items = new Map<string, ListedItem>();
  if (chosen.length > 0)
    await searchAll(
      jira,
      { jql: idsJql(chosen), fields: FACT_FIELDS, properties: FACT_PROPERTIES },
      (issues) => {
        for (const issue of issues) items.set(issue.id, listedItemOf(issue, []));
      },
    );
  return {
    items: chosen.flatMap((id) => items.get(id) ?? []),
    // Ids that were not read are there all the same.
    population: isFull ? Math.max(holds, ids.length) : ids.length,
    days,
    cut: isFull || days.from !== drawn.days.from,
  };
}

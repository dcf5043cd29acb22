// The old items that can be parked together: counted, listed, and looked at once more before each act.
import type { JiraIssue } from '../../../../../../src/adapters/jira/answers';
import { factsOf } from '../../../../../../src/adapters/jira/items';
import { idsJql, projectJql } from '../../../../../../src/adapters/jira/jql';
import { and, not, older, type Clause } from '../../../../../../src/domain/clause';
import { openAskedClause } from '../../../../../../src/domain/coverage';
import type { Day } from '../../../../../../src/domain/days';
import type { SeenOnList } from '../../../../../../src/domain/decision';
import { isResting } from '../../../../../../src/domain/kill';
import { restingClause } from '../../../../../../src/domain/number';
import { CallError } from '../../../../forge';
import { LISTED_LIMIT } from '../../gather/bounds';
import { readByIds } from '../../gather/by-id';
import { countSum } from '../../gather/counts';
import type { JiraCall } from '../../gather/jira-call';
import { readIssue, seenOf } from '../../gather/kill-list';
import { searchAll, searchPage } from '../../gather/search';
import type { Where } from '../../use-numbers';

export const ROWS_A_PAGE = 50;
/** Items that one run parks; what is left over is offered again. */
export const MOST_PARKED = 2_000;
export const YEARS = [1, 2, 3, 4, 5] as const;
export type Years = (typeof YEARS)[number];

export type OldPlace = Pick<Where, 'projectId' | 'zone' | 'frame'> & { today: Day; years: Years };

export interface OldItem {
  id: string;
  key: string;
  summary: string;
  status: string;
  /** Instant in milliseconds. */
  created: number;
}

const daysOf = (years: Years): number => Math.round(years * 365.25);

/** Open, asked, at rest by no decision, and created this long ago. */
const oldClause = ({ frame, today, years }: OldPlace): Clause =>
  and(openAskedClause(frame), not(restingClause({ today })), older('created', daysOf(years)));

/** As old and asked, and at rest as far as the search knows. */
const restingJql = ({ projectId, zone, frame, today, years }: OldPlace): string =>
  projectJql(
    projectId,
    and(openAskedClause(frame), restingClause({ today }), older('created', daysOf(years))),
    zone,
  );

export const oldJql = (place: OldPlace, order?: string): string =>
  projectJql(place.projectId, oldClause(place), place.zone, order);

/** What was parked and taken back here, which Jira's search may not know yet. */
export interface Known {
  parked: readonly string[];
  back: readonly string[];
}

/** Ids that one search names. */
const IDS_A_SEARCH = 500;

const inChunks = (jql: string, ids: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(ids.length / IDS_A_SEARCH) }, (_none, n) => {
    const some = ids.slice(n * IDS_A_SEARCH, (n + 1) * IDS_A_SEARCH);
    return `${jql} AND ${idsJql(some)}`;
  });

const countKnowing = (jira: JiraCall, place: OldPlace, { parked, back }: Known) =>
  countSum(
    jira,
    {
      plus: [oldJql(place), ...inChunks(restingJql(place), back)],
      minus: inChunks(oldJql(place), parked),
    },
    LISTED_LIMIT,
  );

/** Counts them; what is known of some items is right also while the search lags behind. */
export async function countOld(jira: JiraCall, place: OldPlace, known: Known) {
  try {
    return await countKnowing(jira, place, known);
  } catch (error) {
    const { parked, back } = known;
    const isRefused = error instanceof CallError && error.code === 'invalid_input';
    if (!isRefused || parked.length + back.length === 0) throw error;
    // Jira refuses a search that names an item that is gone.
    const there = new Set((await readByIds(jira, [...parked, ...back])).map(({ id }) => id));
    const isThere = (id: string): boolean => there.has(id);
    return countKnowing(jira, place, {
      parked: parked.filter(isThere),
      back: back.filter(isThere),
    });
  }
}

const oldItemOf = (issue: JiraIssue): OldItem => ({
  id: issue.id,
  key: issue.key,
  summary: issue.fields?.summary ?? '',
  status: issue.fields?.status?.name ?? '',
  created: factsOf(issue).created,
});

const searchOf = (place: OldPlace) => ({
  jql: oldJql(place, 'created ASC'),
  fields: ['summary', 'status', 'created'],
  properties: [],
});

/** One page, the oldest first. */
export async function readOld(jira: JiraCall, place: OldPlace, token: string | undefined) {
  const { issues, next } = await searchPage(
    jira,
    { ...searchOf(place), pageSize: ROWS_A_PAGE },
    token,
  );
  return { rows: issues.map(oldItemOf), next };
}

/** All of them, up to what one run parks. */
export async function readAllOld(
  jira: JiraCall,
  place: OldPlace,
  onRead: (count: number) => void,
): Promise<OldItem[]> {
  const items: OldItem[] = [];
  await searchAll(jira, { ...searchOf(place), pageSize: 100 }, (issues) => {
    items.push(...issues.map(oldItemOf));
    onRead(items.length);
  });
  return items;
}

export interface ItemNow {
  isDone: boolean;
  /** A decision keeps it off the list already. */
  rests: boolean;
  /** What a decision says it saw; the revision is known from what storage holds. */
  seen: Omit<SeenOnList, 'rev'>;
}

/** The item as it is at this moment. @throws {CallError} */
export async function readNow(jira: JiraCall, itemId: string, today: Day): Promise<ItemNow> {
  const issue = await readIssue(jira, itemId);
  const facts = factsOf(issue);
  return {
    isDone: facts.category === 'done',
    rests: isResting(facts, today),
    seen: seenOf(issue, facts),
  };
}

// Reads the items nobody answers for, a page at a time as the viewer, and what their parents say.
import { parentOf, type Frame } from '../../../../../../src/domain/band';
import { ownAnswerClause, standardClause } from '../../../../../../src/domain/bet-clause';
import { sumOf } from '../../../../../../src/domain/bet-sum';
import type { KeptAnswer } from '../../../../../../src/domain/answer';
import { and, is, not, simplify, type Clause } from '../../../../../../src/domain/clause';
import {
  openAskedClause,
  unanswered,
  unansweredClause,
} from '../../../../../../src/domain/coverage';
import { betOf } from '../../../../../../src/domain/inherit';
import { valueOf, type Read } from '../../../../../../src/domain/item';
import type { JiraIssue } from '../../../../../../src/adapters/jira/answers';
import { factsOf, FACT_FIELDS } from '../../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../../src/adapters/jira/jql';
import { PROPERTY_KEYS, readAnswer } from '../../../../../../src/contract/properties';
import { CallError } from '../../../../forge';
import { LISTED_LIMIT, PARENTS_AT_ONCE } from '../../gather/bounds';
import { countSum } from '../../gather/counts';
import type { JiraCall } from '../../gather/jira-call';
import { searchAll, searchPage, type Page } from '../../gather/search';
import type { Where } from '../../use-numbers';
import { laneItemOf, type LaneItem, type Sentence, type Sentences } from './lane-item';

export const ROWS_A_PAGE = 50;
/** Items that "Select all" takes. */
export const MOST_CHOSEN = 5_000;
/** Rows of a big page, for reading all of them. */
const BIG_PAGE = 100;
/** Searches behind one page of rows where the parents can't be part of the search. */
const MOST_SEARCHES = 5;

/** Jira's rank; by creation where Jira has none. */
export type LaneOrder = 'rank' | 'created';

export type LanePlace = Pick<Where, 'projectId' | 'zone' | 'frame'> & {
  /** What ages are told by, milliseconds. */
  now: number;
};

export interface LanePage {
  rows: LaneItem[];
  next: string | undefined;
  order: LaneOrder;
  /** Items that were read for these rows; with many parents not all of them belong to the list. */
  looked: number;
}

const ORDER: Record<LaneOrder, string> = { rank: 'Rank ASC', created: 'created ASC' };

/** More answered parents than one search can name: their children are then left out after reading. */
const hasManyParents = ({ parents }: Frame): boolean => parents.length > PARENTS_AT_ONCE;

const laneClause = (frame: Frame) =>
  hasManyParents(frame)
    ? and(openAskedClause(frame), not(ownAnswerClause(frame)))
    : unansweredClause(frame);

/** The search that is read; with many parents it also finds their children. */
const readJql = ({ projectId, zone, frame }: LanePlace, order?: LaneOrder): string =>
  projectJql(projectId, simplify(laneClause(frame)), zone, order && ORDER[order]);

/** The search that is exactly the list; null with more parents than a search can name. */
export const laneJql = (place: LanePlace): string | null =>
  hasManyParents(place.frame) ? null : readJql(place);

/** How many items the list holds. */
export function countLane(jira: JiraCall, { projectId, zone, frame }: LanePlace) {
  const { plus, minus } = sumOf(frame, unanswered(frame), PARENTS_AT_ONCE);
  const print = (clause: Clause): string => projectJql(projectId, clause, zone);
  return countSum(jira, { plus: plus.map(print), minus: minus.map(print) }, LISTED_LIMIT);
}

/** Whether Jira refused the question itself, as it does where there is no rank. */
const isRefused = (error: unknown): boolean =>
  error instanceof CallError && error.code === 'invalid_input';

function rowsOf(issues: readonly JiraIssue[], { frame, now }: LanePlace): LaneItem[] {
  const goalIds = new Set(frame.goals.map(({ id }) => id));
  const open = hasManyParents(frame)
    ? issues.filter((issue) => {
        const facts = factsOf(issue);
        return betOf(facts, parentOf(facts, frame), frame.goals).source === 'none';
      })
    : issues;
  return open.map((issue) => laneItemOf(issue, { goalIds, now }));
}

/** Where a page begins; nothing for the first one. */
export interface LaneStart {
  token?: string | undefined;
  order?: LaneOrder | undefined;
  big?: boolean;
}

/** One page of the list. A page after the first keeps the order of the one before. */
export async function readLanePage(
  jira: JiraCall,
  place: LanePlace,
  { token, order, big = false }: LaneStart = {},
): Promise<LanePage> {
  const read = (by: LaneOrder, from: string | undefined): Promise<Page> =>
    searchPage(
      jira,
      {
        jql: readJql(place, by),
        fields: FACT_FIELDS,
        properties: [PROPERTY_KEYS.answer],
        pageSize: big ? BIG_PAGE : ROWS_A_PAGE,
      },
      from,
    );
  let by: LaneOrder = order ?? 'rank';
  let page: Page;
  try {
    page = await read(by, token);
  } catch (error) {
    if (order !== undefined || !isRefused(error)) throw error;
    by = 'created';
    page = await read(by, token);
  }
  const rows = rowsOf(page.issues, place);
  let looked = page.issues.length;
  for (let n = 1; n < MOST_SEARCHES && rows.length === 0 && page.next !== undefined; n += 1) {
    page = await read(by, page.next);
    rows.push(...rowsOf(page.issues, place));
    looked += page.issues.length;
  }
  return { rows, next: page.next, order: by, looked };
}

function sentenceOf(read: Read<KeptAnswer>): Sentence | null {
  const answer = valueOf(read);
  const { by, expect, goal, measure, checkBy } = answer ?? {};
  return by?.trim() && expect?.trim() ? { by, expect, goal, measure, checkBy } : null;
}

/**
 * Sentences of parents whose answer does not speak for their children: half ones, and those for a
 * goal that is not one of this project's. One search, however many items there are.
 */
export async function readSentences(jira: JiraCall, place: LanePlace): Promise<Sentences> {
  const { projectId, zone, frame } = place;
  const sentences = new Map<string, Sentence>();
  for (const parent of frame.parents) {
    const sentence = sentenceOf(parent.answer);
    if (sentence) sentences.set(parent.id, sentence);
  }
  const half = and(not(standardClause(frame)), is('state', 'half'));
  const search = {
    jql: projectJql(projectId, simplify(half), zone),
    fields: ['summary'],
    properties: [PROPERTY_KEYS.answer],
  };
  await searchAll(jira, search, (issues) => {
    for (const issue of issues) {
      const sentence = sentenceOf(readAnswer(issue.properties?.[PROPERTY_KEYS.answer]));
      if (sentence) sentences.set(issue.id, sentence);
    }
  });
  return sentences;
}

// The kill list as the viewer sees it: candidates with what a forum wants to know of them.
import { z } from 'zod';
import { readBy } from '../../../../../src/contract/read-by';
import type { Frame } from '../../../../../src/domain/band';
import { and, not, simplify, type Clause } from '../../../../../src/domain/clause';
import type { Day } from '../../../../../src/domain/days';
import type { SeenOnList } from '../../../../../src/domain/decision';
import { flagShown, valueOf, type ItemFacts, type Reason } from '../../../../../src/domain/item';
import { ageInDays } from '../../../../../src/domain/kill';
import { flaggedClause, restingClause } from '../../../../../src/domain/number';
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import { factsOf, FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { fingerprint } from '../../../../../src/contract/fingerprint';
import { PROPERTY_KEYS } from '../../../../../src/contract/properties';
import { effortFields, effortsOf, pointFields, type EffortUnit } from './effort';
import type { JiraCall } from './jira-call';
import { searchPage } from './search';

/** Candidates that are read to be put in order. */
const MOST_LISTED = 300;
const PAGE = 100;
/** What is asked of Jira for a candidate, besides its properties. */
export const CANDIDATE_FIELDS = [...FACT_FIELDS, 'reporter'];

export interface Candidate {
  id: string;
  key: string;
  summary: string;
  typeId: string;
  parent: { id: string; key: string; summary: string } | null;
  /** Who asked for it; null when nobody is named. */
  reporter: string | null;
  /** Null when the flag can't be read. */
  reason: Reason | null;
  /** Whole days. */
  age: number;
  /** Whether the age counts from its start of work instead of from its creation. */
  inProgress: boolean;
  since: Day | null;
  /** In the list's unit; null without an estimate. */
  effort: number | null;
  answer: ItemFacts['answer'];
  /** What a decision about it rests on. */
  seen: Omit<SeenOnList, 'rev'>;
}

export interface CandidateList {
  /** The largest effort first, then the oldest. */
  rows: Candidate[];
  unit: EffortUnit | null;
  /** There are more than were read. */
  more: boolean;
}

export interface KillPlace {
  projectId: string;
  zone: string;
  frame: Frame;
  /** The project's day. */
  today: Day;
  /** What ages are told by, milliseconds. */
  now: number;
}

const person = z.object({ displayName: z.string() });

function reporterOf({ fields }: JiraIssue): string | null {
  const found = readBy(person, fields?.reporter);
  return found.success ? found.data.displayName : null;
}

function parentOf({ fields }: JiraIssue): Candidate['parent'] {
  const parent = fields?.parent;
  return parent ? { id: parent.id, key: parent.key, summary: parent.fields?.summary ?? '' } : null;
}

/** What a page has seen of an item, as a decision about it is compared with later. */
export function seenOf(issue: JiraIssue, facts: ItemFacts = factsOf(issue)): Candidate['seen'] {
  return {
    statusId: facts.statusId,
    flag: flagShown(facts.flag),
    answer: fingerprint(issue.properties?.[PROPERTY_KEYS.answer]),
  };
}

export function candidateOf(issue: JiraIssue, effort: number | null, now: number): Candidate {
  const facts = factsOf(issue);
  const flag = valueOf(facts.flag);
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.fields?.summary ?? '',
    typeId: facts.typeId,
    parent: parentOf(issue),
    reporter: reporterOf(issue),
    reason: flag?.reason ?? null,
    age: ageInDays(facts, now),
    inProgress: facts.category === 'indeterminate',
    since: flag?.since ?? null,
    effort,
    answer: facts.answer,
    seen: seenOf(issue, facts),
  };
}

const byNeed = (a: Candidate, b: Candidate): number =>
  (b.effort ?? -1) - (a.effort ?? -1) ||
  b.age - a.age ||
  a.key.localeCompare(b.key, 'en', { numeric: true });

/** Candidates that no decision keeps off the list for now. */
const candidatesClause = (frame: Frame, today: Day): Clause =>
  simplify(and(flaggedClause(frame, 'candidate'), not(restingClause({ today }))));

/** The search behind the list. */
export const candidatesJql = (
  { projectId, zone, frame, today }: Omit<KillPlace, 'now'>,
  order?: string,
): string => projectJql(projectId, candidatesClause(frame, today), zone, order);

/**
 * Reads up to `MOST_LISTED` candidates, the first created first, and puts them in order. Jira can
 * sort by neither the age that is shown nor an estimate that some items lack.
 */
export async function readCandidates(jira: JiraCall, place: KillPlace): Promise<CandidateList> {
  const { now } = place;
  const points = await jira('fields').then(pointFields, () => []);
  const search = {
    jql: candidatesJql(place, 'created ASC'),
    fields: [...CANDIDATE_FIELDS, ...effortFields(points)],
    properties: FACT_PROPERTIES,
    pageSize: PAGE,
  };
  const issues: JiraIssue[] = [];
  let next: string | undefined;
  do {
    const page = await searchPage(jira, search, next);
    issues.push(...page.issues);
    next = page.next;
  } while (next !== undefined && issues.length < MOST_LISTED);
  const efforts = effortsOf(issues, points);
  const rows = issues
    .slice(0, MOST_LISTED)
    .map((issue) => candidateOf(issue, efforts.of(issue), now))
    .sort(byNeed);
  const more = next !== undefined || issues.length > MOST_LISTED;
  return { rows, unit: efforts.unit, more };
}

/** One item as it is now. @throws {CallError} not_found when it is gone or hidden */
export const readIssue = (jira: JiraCall, itemId: string): Promise<JiraIssue> =>
  jira('getIssue', {
    params: { issueIdOrKey: itemId },
    query: { fields: FACT_FIELDS.join(','), properties: FACT_PROPERTIES.join(',') },
  });

// The open items whose own answer names a goal, in Jira's rank, with their effort.
import { standardClause, ownGoal } from '../../../../../../src/domain/bet-clause';
import { and, category, not, simplify } from '../../../../../../src/domain/clause';
import type { KeptAnswer } from '../../../../../../src/domain/answer';
import type { Goal } from '../../../../../../src/domain/goal';
import { valueOf } from '../../../../../../src/domain/item';
import type { JiraIssue } from '../../../../../../src/adapters/jira/answers';
import { projectJql } from '../../../../../../src/adapters/jira/jql';
import { PROPERTY_KEYS, readAnswer } from '../../../../../../src/contract/properties';
import { CallError } from '../../../../forge';
import type { JiraCall } from '../../gather/jira-call';
import { searchPage } from '../../gather/search';
import type { Where } from '../../use-numbers';
import { effortFields, effortsOf, pointFields, type EffortUnit } from '../../gather/effort';

/** Items that are put in order. */
const MOST_ITEMS = 200;

export type OrderPlace = Pick<Where, 'projectId' | 'zone' | 'frame'>;

export interface GoalItem {
  id: string;
  key: string;
  summary: string;
  answer: KeptAnswer;
  effort: number | null;
}

export interface GoalItems {
  /** In Jira's rank, or in order of creation where Jira has none. */
  items: GoalItem[];
  ranked: boolean;
  unit: EffortUnit | null;
  /** Whether Jira could not say which fields there are, so that no effort is known. */
  noFields: boolean;
  /** Whether there are more than are put in order. */
  more: boolean;
}

const clauseOf = ({ frame }: OrderPlace, goal: Goal) =>
  simplify(and(standardClause(frame), not(category('done')), ownGoal(goal)));

/** The search behind the list. */
export const goalJql = (place: OrderPlace, goal: Goal, orderBy?: string): string =>
  projectJql(place.projectId, clauseOf(place, goal), place.zone, orderBy);

async function readIssues(jira: JiraCall, jql: string, fields: readonly string[]) {
  const issues: JiraIssue[] = [];
  let next: string | undefined;
  do {
    const page = await searchPage(
      jira,
      { jql, fields, properties: [PROPERTY_KEYS.answer], pageSize: 100 },
      next,
    );
    issues.push(...page.issues);
    next = page.next;
  } while (next !== undefined && issues.length < MOST_ITEMS);
  return { issues, more: next !== undefined };
}

function itemOf(issue: JiraIssue, effort: number | null): GoalItem[] {
  const answer = valueOf(readAnswer(issue.properties?.[PROPERTY_KEYS.answer]));
  if (!answer) return [];
  const { id, key, fields } = issue;
  return [{ id, key, summary: fields?.summary ?? '', answer, effort }];
}

/** Reads up to `MOST_ITEMS` of them as the viewer. */
export async function readGoalItems(
  jira: JiraCall,
  place: OrderPlace,
  goal: Goal,
): Promise<GoalItems> {
  const known = await jira('fields').then(pointFields, () => null);
  const points = known ?? [];
  const read = (orderBy: string) =>
    readIssues(jira, goalJql(place, goal, orderBy), ['summary', ...effortFields(points)]);
  let ranked = true;
  const { issues, more } = await read('Rank ASC').catch((error: unknown) => {
    if (!(error instanceof CallError) || error.code !== 'invalid_input') throw error;
    ranked = false;
    return read('created ASC');
  });
  const efforts = effortsOf(issues, points);
  const items = issues.flatMap((issue) => itemOf(issue, efforts.of(issue)));
  return { items, ranked, unit: efforts.unit, noFields: known === null, more };
}

// Prints conditions as JQL. Nothing else in the app writes JQL; every value passes through `quoted`, and
// what an admin wrote stands in parentheses of its own, whose end it can't reach past (decision 0027). `!=` and `not in` leave out items without a value, so a negated leaf names EMPTY too.
// https://support.atlassian.com/jira-software-cloud/docs/jql-operators/
import { ALIASES } from '../../contract/properties';
import {
  simplify,
  type Clause,
  type DayField,
  type IdField,
  type Leaf,
  type MomentField,
  type TextField,
} from '../../domain/clause';
import { minuteOf } from '../../domain/days';
import { clauseProblem } from '../../domain/stream-clause';
import type { Category } from '../../domain/item';

const PROPERTY: Record<TextField | DayField, string> = {
  why: ALIASES.answer.why,
  state: ALIASES.answer.state,
  goal: ALIASES.answer.goal,
  when: ALIASES.answer.when,
  checkBy: ALIASES.answer.checkBy,
  stopBy: ALIASES.answer.stopBy,
  answered: ALIASES.answer.answered,
  result: ALIASES.result.result,
  resultAt: ALIASES.result.at,
  flag: ALIASES.flag.flag,
  reason: ALIASES.flag.reason,
  since: ALIASES.flag.since,
  notBefore: ALIASES.flag.notBefore,
  decision: ALIASES.decision.decision,
  until: ALIASES.decision.until,
  passUntil: ALIASES.pass.until,
};

const ID: Record<IdField, string> = {
  type: 'issuetype',
  status: 'status',
  resolution: 'resolution',
  label: 'labels',
  parent: 'parent',
  component: 'component',
};

const MOMENT: Record<MomentField, string> = {
  created: 'created',
  updated: 'updated',
  categoryChanged: 'statusCategoryChangedDate',
};

// Jira's own names of the three categories in English; JQL takes them on every site.
const CATEGORY: Record<Category, string> = {
  new: '"To Do"',
  indeterminate: '"In Progress"',
  done: 'Done',
};

/**
 * A JQL string: backslash and quote escaped; control characters, and code points that are none of any
 * text, replaced by blanks, because Jira's grammar takes neither.
 */
export const quoted = (value: string): string =>
  `"${value.replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ' ').replace(/[\\"]/g, '\\$&')}"`;

const idList = (clause: Extract<Leaf, { kind: 'in' }>): string =>
  clause.ids.map((id) => (clause.field === 'label' ? quoted(id) : numeric(id))).join(', ');

function numeric(id: string): string {
  if (!/^[0-9]+$/.test(id)) throw new RangeError(`Not an id: ${id.slice(0, 20)}`);
  return id;
}

const orEmpty = (name: string, condition: string): string => `(${name} is EMPTY OR ${condition})`;

function leaf(clause: Leaf, zone: string): string {
  switch (clause.kind) {
    case 'is': {
      const name = PROPERTY[clause.field];
      const value = quoted(clause.value);
      return clause.not ? orEmpty(name, `${name} != ${value}`) : `${name} = ${value}`;
    }
    case 'has':
      return `${PROPERTY[clause.field]} ${clause.not ? 'is EMPTY' : 'is not EMPTY'}`;
    case 'dayBefore': {
      const name = PROPERTY[clause.field];
      const value = quoted(clause.day);
      return clause.not ? orEmpty(name, `${name} >= ${value}`) : `${name} < ${value}`;
    }
    case 'category':
      return `statusCategory ${clause.not ? '!=' : '='} ${CATEGORY[clause.is]}`;
    case 'in': {
      const name = ID[clause.field];
      const list = `(${idList(clause)})`;
      if (!clause.not) return `${name} in ${list}`;
      // Type and status always have a value.
      const always = clause.field === 'type' || clause.field === 'status';
      return always ? `${name} not in ${list}` : orEmpty(name, `${name} not in ${list}`);
    }
    case 'before':
      return `${MOMENT[clause.field]} ${clause.not ? '>=' : '<'} ${quoted(minuteOf(clause.at, zone))}`;
    case 'older':
      return `${MOMENT[clause.field]} ${clause.not ? '>' : '<='} -${clause.days}d`;
    case 'saved': {
      const problem = clauseProblem(clause.jql);
      if (clause.not || problem)
        throw new RangeError(`Not to be searched: ${problem ?? 'opposite'}`);
      return `(${clause.jql})`;
    }
  }
}

function print(clause: Clause, zone: string, inside: 'and' | 'or' | null): string {
  if (!('of' in clause)) return leaf(clause, zone);
  // JQL has no constants: every item has a creation date, none is done and not done.
  if (clause.of.length === 0)
    return clause.kind === 'and'
      ? 'created is not EMPTY'
      : '(statusCategory = Done AND statusCategory != Done)';
  const text = clause.of
    .map((part) => print(part, zone, clause.kind))
    .join(clause.kind === 'and' ? ' AND ' : ' OR ');
  return inside !== null && inside !== clause.kind && clause.of.length > 1 ? `(${text})` : text;
}

/**
 * JQL for a condition in one project.
 * @param zone time zone of the caller, in which Jira reads moments (minute grain)
 */
export function projectJql(
  projectId: string,
  clause: Clause,
  zone: string,
  orderBy?: string,
): string {
  const condition = print(simplify(clause), zone, 'and');
  return `project = ${numeric(projectId)} AND ${condition}${orderBy ? ` ORDER BY ${orderBy}` : ''}`;
}

/** JQL for a condition on the items of one project that are in a sprint. */
export function sprintJql(
  projectId: string,
  sprintId: number,
  clause: Clause,
  zone: string,
): string {
  const condition = print(simplify(clause), zone, 'and');
  return `project = ${numeric(projectId)} AND sprint = ${numeric(String(sprintId))} AND ${condition}`;
}

/** JQL for exactly the items with these ids. Jira refuses a search for items that the viewer can't see. */
export const idsJql = (ids: readonly string[]): string => `id in (${ids.map(numeric).join(', ')})`;

/** JQL for what a search finds, and for these items besides. */
export const withIdsJql = (jql: string, ids: readonly string[]): string =>
  ids.length === 0 ? jql : `(${jql}) OR ${idsJql(ids)}`;

/** JQL for exactly these items. Jira refuses a search for keys that the viewer can't see. */
export const keysJql = (keys: readonly string[]): string =>
  `issuekey in (${keys.map(quoted).join(', ')})`;

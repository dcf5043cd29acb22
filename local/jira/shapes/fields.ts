// The fields of an issue: their ids, names, and which of them a caller asked for.
import { ESTIMATE_FIELD, RANK_FIELD, SPRINT_FIELD } from '../constants';

export interface FieldInfo {
  id: string;
  name: string;
  type: string;
  items?: string;
  /** Column of the search table, where JQL knows the field. */
  column?: string;
  /** Kind of a custom field, as its schema names it. */
  custom?: string;
}

const agile = (kind: string) => `com.pyxis.greenhopper.jira:${kind}`;

export const ISSUE_FIELDS: readonly FieldInfo[] = [
  { id: 'statuscategorychangedate', name: 'Status Category Changed', type: 'datetime' },
  { id: 'issuetype', name: 'Issue Type', type: 'issuetype', column: 'type' },
  { id: 'project', name: 'Project', type: 'project', column: 'project' },
  { id: 'parent', name: 'Parent', type: 'issuelink', column: 'parent' },
  { id: 'fixVersions', name: 'Fix versions', type: 'array', items: 'version' },
  { id: 'statusCategory', name: 'Status Category', type: 'statusCategory', column: 'category' },
  { id: 'resolution', name: 'Resolution', type: 'resolution', column: 'resolution' },
  { id: 'resolutiondate', name: 'Resolved', type: 'datetime', column: 'resolved' },
  { id: 'created', name: 'Created', type: 'datetime', column: 'created' },
  { id: 'priority', name: 'Priority', type: 'priority', column: 'priority' },
  { id: 'labels', name: 'Labels', type: 'array', items: 'string' },
  { id: 'issuelinks', name: 'Linked Issues', type: 'array', items: 'issuelinks' },
  { id: 'assignee', name: 'Assignee', type: 'user', column: 'assignee' },
  { id: 'updated', name: 'Updated', type: 'datetime', column: 'updated' },
  { id: 'status', name: 'Status', type: 'status', column: 'status' },
  {
    id: 'components',
    name: 'Components',
    type: 'array',
    items: 'component',
    column: 'component',
  },
  { id: 'description', name: 'Description', type: 'string' },
  { id: 'summary', name: 'Summary', type: 'string' },
  { id: 'creator', name: 'Creator', type: 'user', column: 'creator' },
  { id: 'subtasks', name: 'Sub-tasks', type: 'array', items: 'issuelinks' },
  { id: 'reporter', name: 'Reporter', type: 'user', column: 'reporter' },
  { id: 'duedate', name: 'Due date', type: 'date', column: 'due' },
  { id: 'comment', name: 'Comment', type: 'comments-page' },
  {
    id: ESTIMATE_FIELD,
    name: 'Story point estimate',
    type: 'number',
    column: 'estimate',
    custom: agile('jsw-story-points'),
  },
  { id: RANK_FIELD, name: 'Rank', type: 'any', column: 'rank', custom: agile('gh-lexo-rank') },
  {
    id: SPRINT_FIELD,
    name: 'Sprint',
    type: 'array',
    items: 'json',
    column: 'sprint',
    custom: agile('gh-sprint'),
  },
];

/** The data type of a field, as Jira tells it. */
export const fieldSchema = (field: FieldInfo) => ({
  type: field.type,
  ...(field.items ? { items: field.items } : {}),
  ...(field.custom === undefined
    ? { system: field.id }
    : { custom: field.custom, customId: Number(field.id.replace('customfield_', '')) }),
});

const ALL = ISSUE_FIELDS.map((field) => field.id);
const NAVIGABLE = ALL.filter((id) => id !== 'comment');

/**
 * The ids of the fields that a list such as `*all,-comment` or `summary,status` means; unknown
 * names are ignored, as Jira does. `id` and `key` are no fields and are left out.
 */
export function selectFields(asked: readonly string[]): string[] {
  const plus = asked.filter((name) => !name.startsWith('-'));
  const minus = new Set(asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const base = plus.length === 0 && minus.size > 0 ? ['*all'] : plus;
  const wanted = new Set(
    base.flatMap((name) => {
      if (name === '*all') return ALL;
      if (name === '*navigable') return NAVIGABLE;
      return ALL.filter((id) => id.toLowerCase() === name.toLowerCase());
    }),
  );
  return [...wanted].filter((id) => !minus.has(id));
}

// A parsed row as an issue of the local site.

import type { SiteChange, SiteIssue } from '../../jira/api';
import { documentOf } from '../document';
import { categoryChangedAt, type StatusMove } from './category';
import { newestIn } from './newest';
import type { Row, RowChange, RowHistory } from './row-schema';
import type { RowIds, Vocabulary } from './vocabulary';

/** Field ids of changes that only name the field, as Jira's own history shows them. */
const FIELD_IDS: Record<string, string> = {
  'fix version': 'fixVersions',
  version: 'versions',
  component: 'components',
  link: 'issuelinks',
  parent: 'parent',
  'epic link': 'parent',
};

export interface RowContext {
  words: Vocabulary;
  ids: RowIds;
  issueId: string;
  parentId: string | null;
  /** Story points, or null. */
  estimate: number | null;
  /** The next unused id of a change. */
  changeId(): string;
}

/** The row as an issue: references by id, moments in milliseconds, history oldest first. */
export function issueOfRow(row: Row, context: RowContext): SiteIssue {
  const { fields } = row;
  const { ids, words } = context;
  const histories = oldestFirst(row.changelog?.histories ?? []);
  const resolved = fields.resolutiondate ?? null;
  const moves = histories.flatMap(statusMoves);
  const category = words.category(ids.statusId);
  const dates = { resolved, created: fields.created };
  return {
    id: context.issueId,
    key: row.key,
    projectId: ids.projectId,
    typeId: ids.typeId,
    statusId: ids.statusId,
    summary: fields.summary.replace(/\s+/g, ' ').trim(),
    description:
      typeof fields.description === 'string'
        ? documentOf(fields.description)
        : (fields.description ?? null),
    resolutionId: ids.resolutionId,
    priorityId: ids.priorityId,
    parentId: context.parentId,
    created: fields.created,
    updated: fields.updated ?? newestIn(row),
    resolved,
    categoryChanged:
      fields.statuscategorychangedate ??
      categoryChangedAt(moves, category, words.categoryOfName, dates),
    dueDate: fields.duedate ?? null,
    labels: [...new Set(fields.labels ?? [])],
    componentIds: ids.componentIds,
    fixVersionNames: (fields.fixVersions ?? []).map((version) => version.name),
    reporterAccountId: fields.reporter?.ref ?? null,
    assigneeAccountId: fields.assignee?.ref ?? null,
    estimate: context.estimate,
    visibleTo: null,
    properties: row.properties ?? {},
    links: links(row),
    history: histories.map((history) => siteChange(history, context)),
  };
}

/** Cloud lists the newest change first, Server the oldest; ties keep the order of the happening. */
function oldestFirst(histories: readonly RowHistory[]): RowHistory[] {
  const first = histories[0];
  const last = histories.at(-1);
  const descending = first !== undefined && last !== undefined && first.created > last.created;
  const ordered = descending ? histories.toReversed() : [...histories];
  return ordered.sort((a, b) => a.created - b.created);
}

function statusMoves(history: RowHistory): StatusMove[] {
  return history.items
    .filter((item) => item.field.toLowerCase() === 'status')
    .map((item) => ({ at: history.created, from: item.fromText, to: item.toText }));
}

function siteChange(history: RowHistory, context: RowContext): SiteChange {
  return {
    id: context.changeId(),
    created: history.created,
    authorAccountId: history.author?.ref ?? null,
    items: history.items.map((item) => changeItem(item, context.words)),
  };
}

function changeItem(item: RowChange, words: Vocabulary): SiteChange['items'][number] {
  const lower = item.field.toLowerCase();
  const fieldId = item.fieldId ?? FIELD_IDS[lower] ?? item.field;
  const idOf = (id: string | null, text: string | null): string | null =>
    id ?? (text === null ? null : words.idIn(lower, text));
  return {
    field: item.field,
    fieldId,
    from: idOf(item.from, item.fromText),
    fromString: item.fromText,
    to: idOf(item.to, item.toText),
    toString: item.toText,
  };
}

function links(row: Row): SiteIssue['links'] {
  return (row.fields.issuelinks ?? []).flatMap((link, index) => {
    const other = link.inwardIssue ?? link.outwardIssue;
    if (other == null) return [];
    return {
      id: link.id ?? `${row.id ?? ''}${index}`,
      typeName: link.type.name,
      inward: link.type.inward,
      outward: link.type.outward,
      otherKey: other.key,
      direction: link.inwardIssue == null ? ('outward' as const) : ('inward' as const),
    };
  });
}

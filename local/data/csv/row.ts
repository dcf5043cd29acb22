// A row of a CSV as the REST API would give the same item, so that both go through one border.
import { LINK_TYPES } from '../../jira/constants';
import { ISSUE_KEY, projectKeyOf } from '../../jira/keys';
import type { RawRow } from '../import/read-rows';
import { cellsOf, type Cells } from './cells';
import { parseDate } from './dates';
import type { Role } from './header';
import type { Look } from './look';
import type { CsvRecord } from './records';

const POINTS = 'csv_points';
/** Where the points are, in the way in which a response names its fields. */
export const FIELD_NAMES = { [POINTS]: 'Story points' };

const DATES: readonly (readonly [Role, string])[] = [
  ['created', 'Created'],
  ['updated', 'Updated'],
  ['resolved', 'Resolved'],
  ['categoryChanged', 'Status Category Changed'],
  ['due', 'Due date'],
];

/** The row as REST JSON, or why it is left out. */
export function valueOf(record: CsvRecord, look: Look): RawRow['content'] {
  const { columns } = look;
  const refuse = (reason: string) => ({ ok: false as const, reason });
  if (record.fault !== null) return refuse(record.fault);
  if (record.cells.length !== columns.width)
    return refuse(`it has ${record.cells.length} cells, and the header ${columns.width}`);
  const cells = cellsOf(record.cells, columns);
  const key = cells.one('key');
  if (!ISSUE_KEY.test(key))
    return refuse(key === '' ? 'it has no key' : `“${key.slice(0, 40)}” is no key of an item`);
  const moments: Partial<Record<Role, string>> = {};
  for (const [role, title] of DATES) {
    const text = cells.one(role);
    if (text === '') continue;
    const at = parseDate(text, look.dateOrder);
    if (at === null) return refuse(`${title} “${text.slice(0, 40)}” is no date`);
    moments[role] = new Date(at).toISOString();
  }
  if (moments.created === undefined && moments.updated === undefined)
    return refuse('it does not say when it was created');
  return { ok: true, value: itemOf(cells, key, moments, look) };
}

function itemOf(
  cells: Cells,
  key: string,
  moments: Partial<Record<Role, string>>,
  look: Look,
): unknown {
  const { one, all, name } = cells;
  const status = one('status');
  const category =
    status === '' ? (cells.resolved() ? 'done' : 'new') : (look.categories.get(status) ?? 'new');
  const created = moments.created ?? moments.updated;
  const type = one('type');
  const id = one('id');
  const projectKey = one('projectKey') || projectKeyOf(key);
  return {
    ...(/^\d{1,15}$/.test(id) ? { id } : {}),
    key,
    fields: {
      summary: one('summary') || key,
      description: one('description') || null,
      issuetype: { name: type || 'Item', hierarchyLevel: look.levels.get(type) ?? 0 },
      project: { key: projectKey, name: one('projectName') || null },
      status: { name: status || statusByCategory(category), statusCategory: { key: category } },
      // Without its own date, finishing an item was most likely the last that happened to it.
      statuscategorychangedate:
        moments.categoryChanged ??
        (category === 'done' ? (moments.resolved ?? moments.updated ?? null) : null),
      resolution: named(name('resolution')),
      priority: named(name('priority')),
      created,
      updated: moments.updated ?? null,
      resolutiondate: moments.resolved ?? null,
      duedate: moments.due?.slice(0, 10) ?? null,
      labels: all('labels'),
      components: all('components').map((name) => ({ name })),
      fixVersions: all('fixVersions').map((name) => ({ name })),
      parent: parentOf(cells, look),
      issuelinks: look.columns.links.flatMap((column) => {
        const other = cells.at(column.index);
        if (other === '') return [];
        const side = column.direction === 'inward' ? 'inwardIssue' : 'outwardIssue';
        return [{ type: linkType(column.typeName), [side]: { key: other } }];
      }),
      reporter: person(cells, 'reporter'),
      assignee: person(cells, 'assignee'),
      [POINTS]: numberOf(one('points')),
    },
  };
}

const statusByCategory = (category: string): string => (category === 'done' ? 'Done' : 'To Do');

const named = (name: string | null) => (name === null ? null : { name });

function person(cells: Cells, role: 'assignee' | 'reporter') {
  const displayName = cells.name(role);
  const accountId = cells.name(`${role}Id`) ?? displayName;
  return accountId === null ? null : { accountId, displayName };
}

function parentOf(cells: Cells, look: Look) {
  for (const cell of [...cells.all('parent'), ...cells.all('epicLink')]) {
    const key = look.keyOf(cell);
    if (key !== null) return { key };
  }
  return null;
}

const linkType = (name: string) =>
  LINK_TYPES.find((type) => type.name.toLowerCase() === name.toLowerCase()) ?? {
    name,
    inward: name,
    outward: name,
  };

/** A number with a dot or, in some languages, a comma before its fraction; null when it is none. */
function numberOf(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text === '' || !Number.isFinite(value) ? null : value;
}

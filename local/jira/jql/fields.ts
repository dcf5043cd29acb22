// The fields of JQL that this stand-in knows; any other is refused in Jira's words.
import { ESTIMATE_FIELD, RANK_FIELD, SPRINT_FIELD } from '../constants';
import * as find from './references';
import { type JqlEnvironment } from './environment';
import { type IndexedPath } from './properties';

export type FieldKind =
  | { kind: 'reference'; column: string; resolve: find.Resolve }
  | { kind: 'issue'; column: 'id' | 'parent' }
  | { kind: 'multi'; list: string; resolve: find.Resolve }
  | { kind: 'instant'; column: string }
  | { kind: 'day'; column: string }
  | { kind: 'number'; column: string }
  | { kind: 'order'; column: string }
  | { kind: 'words'; columns: readonly string[] }
  | { kind: 'property'; path: IndexedPath };

const reference = (column: string, resolve: find.Resolve): FieldKind => ({
  kind: 'reference',
  column,
  resolve,
});
const instant = (column: string): FieldKind => ({ kind: 'instant', column });
const issue: FieldKind = { kind: 'issue', column: 'id' };
const type = reference('type', find.issueTypes);
const due: FieldKind = { kind: 'day', column: 'due' };
const estimate: FieldKind = { kind: 'number', column: 'estimate' };

const sprint: FieldKind = { kind: 'multi', list: 'sprint', resolve: find.sprints };
const rank: FieldKind = { kind: 'order', column: 'rank' };
const cf = (fieldId: string) => `cf[${fieldId.replace('customfield_', '')}]`;

const FIELDS: Readonly<Record<string, FieldKind>> = {
  project: reference('project', find.projects),
  issuetype: type,
  type,
  status: reference('status', find.statuses),
  statuscategory: reference('category', find.categories),
  resolution: reference('resolution', find.resolutions),
  priority: reference('priority', find.priorities),
  reporter: reference('reporter', find.users),
  assignee: reference('assignee', find.users),
  creator: reference('creator', find.users),
  key: issue,
  issuekey: issue,
  issue,
  id: issue,
  parent: { kind: 'issue', column: 'parent' },
  created: instant('created'),
  createddate: instant('created'),
  updated: instant('updated'),
  updateddate: instant('updated'),
  resolved: instant('resolved'),
  resolutiondate: instant('resolved'),
  statuscategorychangeddate: instant('category_changed'),
  due,
  duedate: due,
  labels: { kind: 'multi', list: 'labels', resolve: find.labels },
  component: { kind: 'multi', list: 'component', resolve: find.components },
  fixversion: { kind: 'multi', list: 'fixVersion', resolve: find.versions },
  summary: { kind: 'words', columns: ['summary'] },
  description: { kind: 'words', columns: ['description'] },
  comment: { kind: 'words', columns: ['comments'] },
  text: { kind: 'words', columns: ['summary', 'description', 'comments'] },
  'story point estimate': estimate,
  'story points': estimate,
  [cf(ESTIMATE_FIELD)]: estimate,
  sprint,
  [cf(SPRINT_FIELD)]: sprint,
  rank,
  [cf(RANK_FIELD)]: rank,
};

/** A field, or an alias of the manifest, by its name in any case. */
export function fieldNamed(name: string, env: JqlEnvironment): FieldKind | undefined {
  const lower = name.toLowerCase();
  if (Object.hasOwn(FIELDS, lower)) return FIELDS[lower];
  const path = env.paths.find((one) => one.alias?.toLowerCase() === lower);
  return path && { kind: 'property', path };
}

/** The names that JQL knows a field by, as `GET field` lists them. */
export function clauseNamesOf(column: string): string[] {
  return Object.entries(FIELDS)
    .filter(
      ([, field]) => column === ('column' in field ? field.column : 'list' in field && field.list),
    )
    .map(([name]) => name);
}

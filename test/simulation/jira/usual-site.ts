// Projects with the ids of the small site of the tests, so that both Jiras can be filled alike.
import type { SiteIssue } from '../../../local/jira/api';
import type { Item, MemorySite, Project } from './site';

export const TYPE = { story: '101', bug: '102', epic: '103', subtask: '104', chore: '105' };
export const STATUS = { todo: '11', doing: '12', done: '13' };

function projectOf(id: string, key: string, base: number): Project {
  const type = (at: number, name: string, level: number) => ({
    id: String(100 + base + at),
    name,
    level,
  });
  return {
    id,
    key,
    archived: false,
    deleted: false,
    types: [
      type(1, 'Story', 0),
      type(2, 'Bug', 0),
      type(3, 'Epic', 1),
      type(4, 'Sub-task', -1),
      type(5, 'Chore', 0),
    ],
    statuses: [
      { id: String(base + 11), name: 'To Do', category: 'new' },
      { id: String(base + 12), name: 'In Progress', category: 'indeterminate' },
      { id: String(base + 13), name: 'Done', category: 'done' },
    ],
    properties: new Map(),
  };
}

/** The same issue for the site in memory. */
export const itemOf = (issue: SiteIssue): Item => ({
  id: issue.id,
  key: issue.key,
  projectId: issue.projectId,
  typeId: issue.typeId,
  summary: issue.summary,
  statusId: issue.statusId,
  resolutionId: issue.resolutionId,
  labels: [...issue.labels],
  parentId: issue.parentId,
  created: issue.created,
  updated: issue.updated,
  categoryChanged: issue.categoryChanged ?? issue.created,
  assigneeId: issue.assigneeAccountId,
  reporterId: issue.reporterAccountId,
  visibleTo: null,
  properties: new Map(
    Object.entries(issue.properties).map(([key, value]) => [key, JSON.stringify(value)]),
  ),
  history: issue.history.flatMap(({ created, items, authorAccountId }) =>
    items.flatMap(({ fieldId, from, to }) =>
      fieldId === 'status'
        ? [{ at: created, from: from ?? '', to: to ?? '', by: authorAccountId ?? '' }]
        : [],
    ),
  ),
  deleted: false,
});

export function fill(site: MemorySite): void {
  site.projects.set('1', projectOf('1', 'SHOP', 0));
  site.projects.set('2', projectOf('2', 'LAB', 100));
}

// The small site of the tests: six people, two projects, and the issues that a test names.
import type { Site, SiteIssue } from '../../local/jira/api';
import { bareIssue } from './bare-issue';

export const DAY = 86_400_000;
/** A Wednesday noon. */
export const NOW = Date.parse('2026-06-10T12:00:00Z');

export const PROJECT = '1';
export const OTHER_PROJECT = '2';
export const TYPE = { story: '101', bug: '102', chore: '105', epic: '103', subtask: '104' };
export const STATUS = { todo: '11', doing: '12', review: '14', done: '13' };
const RESOLUTION = { done: '1', wontDo: '2' };

/**
 * In SHOP: po administers, dev edits, viewer browses; outsider sees the other project only, and
 * unlicensed has an account without access to the product.
 */
export type Person = 'admin' | 'po' | 'dev' | 'viewer' | 'outsider' | 'unlicensed';
/** `acc-po` for `po`. */
export const account = (name: Person): string => `acc-${name}`;

/** An issue of SHOP; ids are 10000 + number. */
export const issue = (number: number, more: Partial<SiteIssue> = {}): SiteIssue => ({
  ...bareIssue(),
  id: String(10_000 + number),
  key: `SHOP-${number}`,
  projectId: PROJECT,
  typeId: TYPE.story,
  statusId: STATUS.todo,
  summary: `Item ${number}`,
  priorityId: '1',
  created: NOW - 10 * DAY,
  updated: NOW - 5 * DAY,
  categoryChanged: NOW - 10 * DAY,
  reporterAccountId: account('dev'),
  ...more,
});

const statuses = (base: number) => [
  { id: String(base + 1), name: 'To Do', category: 'new' as const },
  { id: String(base + 2), name: 'In Progress', category: 'indeterminate' as const },
  { id: String(base + 3), name: 'Done', category: 'done' as const },
  { id: String(base + 4), name: 'In Review', category: 'indeterminate' as const },
];
const types = (base: number) => [
  { id: String(base + 1), name: 'Story', hierarchyLevel: 0 },
  { id: String(base + 2), name: 'Bug', hierarchyLevel: 0 },
  { id: String(base + 3), name: 'Epic', hierarchyLevel: 1 },
  { id: String(base + 4), name: 'Sub-task', hierarchyLevel: -1 },
  { id: String(base + 5), name: 'Chore', hierarchyLevel: 0 },
];

const ZONES: Record<Person, string> = {
  admin: 'UTC',
  po: 'Europe/Berlin',
  dev: 'America/New_York',
  viewer: 'Asia/Tokyo',
  outsider: 'UTC',
  unlicensed: 'UTC',
};

/** Fills an empty site with the people, the projects, these issues of SHOP and LAB-1. */
export function fillSmallSite(site: Site, issues: readonly SiteIssue[]): void {
  for (const name of Object.keys(ZONES) as Person[])
    site.addUser({
      accountId: account(name),
      name,
      displayName: `The ${name}`,
      timeZone: ZONES[name],
      locale: 'en-US',
      siteAdmin: name === 'admin',
    });
  site.addPriority({ id: '1', name: 'Medium' });
  site.addResolution({ id: RESOLUTION.done, name: 'Done' });
  site.addResolution({ id: RESOLUTION.wontDo, name: "Won't Do" });
  for (const [id, key, base] of [
    [PROJECT, 'SHOP', 0],
    [OTHER_PROJECT, 'LAB', 100],
  ] as const)
    site.addProject({
      id,
      key,
      name: key,
      style: 'classic',
      leadAccountId: account('po'),
      issueTypes: types(100 + base),
      statuses: statuses(10 + base),
      components: [],
      roles: {
        'acc-po': 'admin',
        'acc-dev': 'editor',
        'acc-outsider': id === PROJECT ? 'none' : 'viewer',
        'acc-unlicensed': 'none',
      },
      defaultRole: 'viewer',
    });
  site.addIssues(issues);
  site.addIssues([
    issue(9_999, { key: 'LAB-1', projectId: OTHER_PROJECT, typeId: '201', statusId: '111' }),
  ]);
}

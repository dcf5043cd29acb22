// A project with a backlog of any size and always the same parents, on a local Jira of its own.
import { standingClock } from '../local/clock';
import { openDb } from '../local/db';
import { createJira } from '../local/jira';
import type { SiteIssue, SiteIssueType } from '../local/jira/api';
import { readManifest } from '../local/manifest';
import type { Goal } from '../src/domain/goal';
import { DEFAULT_RULES, type ProjectSettings } from '../src/domain/rules';

export const BACKLOG_NOW = Date.parse('2026-11-21T12:00:00Z');
const DAY = 86_400_000;
/** Parents with an answer, and as many without one. */
export const ANSWERED_PARENTS = 60;
const BATCH = 5_000;

const goal = (id: string): Goal => ({
  id,
  achieve: 'more finished checkouts',
  by: 'removing steps',
  metric: 'Checkout conversion',
  unit: '%',
  direction: 'up',
  baseline: 2,
  target: 3,
  firstDay: '2026-07-01',
  lastDay: '2026-12-31',
});

export const BACKLOG_SETTINGS: ProjectSettings = {
  projectId: '1',
  rev: 1,
  goals: [goal('g1'), goal('g2'), goal('g3')],
  rules: { ...DEFAULT_RULES, exemptLabels: ['ops'] },
};

const TYPES: SiteIssueType[] = [
  { id: '101', name: 'Story', hierarchyLevel: 0 },
  { id: '102', name: 'Epic', hierarchyLevel: 1 },
];
const STATUSES = [
  { id: '11', name: 'To Do', category: 'new' as const },
  { id: '12', name: 'In Progress', category: 'indeterminate' as const },
  { id: '13', name: 'Done', category: 'done' as const },
];

const whole = (goalId: string) => ({
  v: 1,
  why: 'move',
  state: 'answered',
  goal: goalId,
  by: 'asking once',
  expect: 'fewer to give up',
  checkBy: '2026-12-15',
  delta: 0.1,
});

/** What item `n` says: every fifth answers itself, every eleventh half, every thirteenth runs. */
function answerOf(n: number): unknown {
  if (n % 5 === 0) return whole(`g${(n % 3) + 1}`);
  if (n % 11 === 0) return { v: 1, why: 'move', state: 'half', goal: 'g1' };
  return n % 13 === 0 ? { v: 1, why: 'run', state: 'answered' } : undefined;
}

function issue(n: number, more: Partial<SiteIssue>, answer: unknown): SiteIssue {
  const created = BACKLOG_NOW - (n % 400) * DAY;
  return {
    id: String(10_000 + n),
    key: `SHOP-${n}`,
    projectId: '1',
    typeId: '101',
    statusId: '11',
    summary: `Item ${n}`,
    description: null,
    resolutionId: null,
    priorityId: null,
    parentId: null,
    created,
    updated: created,
    resolved: null,
    categoryChanged: created,
    dueDate: null,
    labels: n % 29 === 0 ? ['ops'] : [],
    componentIds: [],
    fixVersionNames: [],
    reporterAccountId: null,
    assigneeAccountId: null,
    estimate: n % 3 === 0 ? (n % 8) + 1 : null,
    visibleTo: null,
    properties: {
      ...(answer === undefined ? {} : { 'ladder-answer': answer }),
      ...(n % 31 === 0 && { 'ladder-decision': { v: 1, decision: 'parked' } }),
      ...(n % 97 === 0 && { 'ladder-pass': { v: 1, until: '2026-11-27', untilAt: BACKLOG_NOW } }),
    },
    links: [],
    history: [],
    ...more,
  };
}

const epic = (n: number): SiteIssue =>
  issue(n, { typeId: '102' }, n <= ANSWERED_PARENTS ? whole(`g${(n % 3) + 1}`) : undefined);

function item(n: number): SiteIssue {
  const parents = 2 * ANSWERED_PARENTS;
  return issue(
    n,
    {
      statusId: n % 4 === 0 ? '13' : n % 17 === 0 ? '12' : '11',
      parentId: n % 6 === 0 ? null : String(10_001 + (Math.floor(n / 7) % parents)),
      ...(n % 50 === 1 && { sprintIds: [1] }),
      ...(n % 50 === 2 && { sprintIds: [2] }),
    },
    answerOf(n),
  );
}

/** A Jira with `items` items below the same parents. Close it when done. */
export function startBacklogSite(items: number) {
  const { scopes, modules } = readManifest('manifest.yml');
  const db = openDb(':memory:');
  const jira = createJira({
    db,
    clock: standingClock(BACKLOG_NOW),
    app: { scopes, entityProperties: modules['jira:entityProperty'], validators: [] },
    lagMs: 0,
  });
  const { site } = jira;
  const person = { accountId: 'viewer', name: 'viewer', displayName: 'A viewer' };
  site.addUser({ ...person, timeZone: 'Europe/Berlin', locale: 'en-US', siteAdmin: false });
  const project = { id: '1', key: 'SHOP', name: 'Web shop', style: 'classic' as const };
  site.addProject({
    ...project,
    leadAccountId: null,
    issueTypes: TYPES,
    statuses: STATUSES,
    components: [],
    roles: {},
    defaultRole: 'viewer',
  });
  site.addBoard({ id: 1, name: 'SHOP board', type: 'scrum', projectId: '1', sprints: true });
  for (const [id, state] of [
    [1, 'active'],
    [2, 'future'],
  ] as const) {
    const days = { startDate: null, endDate: null, completeDate: null };
    site.addSprint({ id, boardId: 1, name: `Sprint ${id}`, state, ...days, goal: '' });
  }
  const parents = 2 * ANSWERED_PARENTS;
  site.addIssues(Array.from({ length: parents }, (_, n) => epic(n + 1)));
  for (let from = parents + 1; from <= parents + items; from += BATCH) {
    const length = Math.min(BATCH, parents + items - from + 1);
    site.addIssues(Array.from({ length }, (_, n) => item(from + n)));
  }
  return { jira, accountId: 'viewer', zone: 'Europe/Berlin', close: () => db.close() };
}

// A project of any size and always the same parents, on a local Jira of its own.
import { standingClock } from '../local/clock';
import { openDb } from '../local/db';
import { createJira } from '../local/jira';
import type { SiteIssue } from '../local/jira/api';
import { readManifest } from '../local/manifest';
import { DEFAULT_RULES, type ProjectSettings } from '../src/domain/rules';
import { bareIssue } from '../test/support/bare-issue';
import { addShop, STATUS, TYPE, VIEWER } from './shop';
import { siteGoal } from './site-goal';

/** A Saturday noon, in milliseconds. */
export const SITE_NOW = Date.parse('2026-11-21T12:00:00Z');
const ZONE = 'Europe/Berlin';
const DAY = 86_400_000;
/** Parents with an answer, and as many without one. */
export const ANSWERED_PARENTS = 60;
/** Items are up to so many days old, the finished ones as well; as many of each age. */
const OLDEST = 400;
const DONE_EVERY = 4;
const BATCH = 5_000;

export const SITE_SETTINGS: ProjectSettings = {
  projectId: '1',
  rev: 1,
  goals: [siteGoal('g1'), siteGoal('g2'), siteGoal('g3')],
  agreements: [],
  rules: { ...DEFAULT_RULES, exemptLabels: ['ops'] },
};

const COMPONENTS = ['21', '22', '23'].map((id) => ({ id, name: `Component ${id}` }));
const WHEN = ['before', 'started', 'done'] as const;
const RESULTS = ['moved', 'flat', 'unclear'] as const;

const wholeAnswer = (n: number) => ({
  v: 1,
  why: 'move',
  state: 'answered',
  goal: `g${(n % 3) + 1}`,
  by: 'asking once',
  expect: 'fewer to give up',
  // Some of their checks are over.
  checkBy: n % 2 === 0 ? '2026-12-15' : '2026-10-15',
  delta: 0.1,
  when: WHEN[n % 7] ?? 'before',
  answered: '2026-11-02',
});

const resultOf = (n: number) => ({
  v: 1,
  result: RESULTS[n % 7] ?? 'flat',
  evidence: 'judged',
  at: '2026-11-10',
});

/** What item `n` says: every fifth answers itself, every eleventh half, every thirteenth runs. */
function answerOf(n: number): unknown {
  if (n % 5 === 0) return wholeAnswer(n);
  if (n % 11 === 0) return { v: 1, why: 'move', state: 'half', goal: 'g1' };
  return n % 13 === 0 ? { v: 1, why: 'run', state: 'answered' } : undefined;
}

function issue(n: number, more: Partial<SiteIssue>, answer: unknown): SiteIssue {
  const created = SITE_NOW - (n % OLDEST) * DAY;
  return {
    ...bareIssue(),
    id: String(10_000 + n),
    key: `SHOP-${n}`,
    projectId: '1',
    typeId: TYPE.item,
    statusId: STATUS.todo,
    summary: `Item ${n}`,
    created,
    updated: created,
    categoryChanged: created,
    labels: n % 29 === 0 ? ['ops'] : [],
    componentIds: n % 10 < 3 ? [COMPONENTS[n % 3]?.id ?? '21'] : [],
    estimate: n % 3 === 0 ? (n % 8) + 1 : null,
    properties: {
      ...(answer === undefined ? {} : { 'ladder-answer': answer }),
      ...(answer !== undefined && n % 4 === 0 && { 'ladder-result': resultOf(n) }),
      ...(n % 31 === 0 && { 'ladder-decision': { v: 1, decision: 'parked' } }),
      ...(n % 97 === 0 && { 'ladder-pass': { v: 1, until: '2026-11-27', untilAt: SITE_NOW } }),
    },
    ...more,
  };
}

const epic = (n: number, answered: boolean): SiteIssue =>
  issue(n, { typeId: TYPE.parent }, answered ? wholeAnswer(n) : undefined);

function item(n: number, parents: number): SiteIssue {
  return issue(
    n,
    {
      statusId: n % DONE_EVERY === 0 ? STATUS.done : n % 17 === 0 ? STATUS.doing : STATUS.todo,
      parentId: n % 6 === 0 ? null : String(10_001 + (Math.floor(n / 7) % parents)),
      ...(n % 50 === 1 && { sprintIds: [1] }),
      ...(n % 50 === 2 && { sprintIds: [2] }),
    },
    answerOf(n),
  );
}

/** The first number after the parents: answered ones, and as many without an answer. */
const firstItem = (answeredParents: number): number => 2 * answeredParents + 1;

/** How many items a site has to have for `finished` of them to be done within the last `days` days. */
export function itemsForFinished(finished: number, days: number): number {
  const first = firstItem(ANSWERED_PARENTS);
  let n = first - 1;
  for (let found = 0; found < finished;) {
    n += 1;
    if (n % DONE_EVERY === 0 && n % OLDEST < days) found += 1;
  }
  return n - first + 1;
}

export interface SiteOptions {
  /** Items below the parents. */
  items: number;
  answeredParents?: number;
}

export type ProjectSite = ReturnType<typeof startProjectSite>;

/** A Jira with `items` items below the same parents. Close it when done. */
export function startProjectSite({ items, answeredParents = ANSWERED_PARENTS }: SiteOptions) {
  const { scopes, modules } = readManifest('manifest.yml');
  const db = openDb(':memory:');
  const jira = createJira({
    db,
    clock: standingClock(SITE_NOW),
    app: { scopes, entityProperties: modules['jira:entityProperty'], validators: [] },
    lagMs: 0,
  });
  const { site } = jira;
  addShop(site, { zone: ZONE, role: 'viewer', components: COMPONENTS });
  site.addBoard({ id: 1, name: 'SHOP board', type: 'scrum', projectId: '1', sprints: true });
  for (const [id, state] of [
    [1, 'active'],
    [2, 'future'],
  ] as const) {
    const days = { startDate: null, endDate: null, completeDate: null };
    site.addSprint({ id, boardId: 1, name: `Sprint ${id}`, state, ...days, goal: '' });
  }
  const parents = 2 * answeredParents;
  const epics = Array.from({ length: parents }, (_, n) => epic(n + 1, n < answeredParents));
  site.addIssues(epics);
  for (let from = parents + 1; from <= parents + items; from += BATCH) {
    const length = Math.min(BATCH, parents + items - from + 1);
    site.addIssues(Array.from({ length }, (_, n) => item(from + n, parents)));
  }
  return { jira, ...VIEWER, zone: ZONE, close: () => db.close() };
}

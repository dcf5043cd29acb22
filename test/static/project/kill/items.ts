// Candidates as Jira gives them, and what is kept of decisions about them.
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import type { DecisionView } from '../../../../src/contract/decision-procedures';
import { answer, STORY } from '../site';

const TODAY = '2026-11-21';
const DAY = 86_400_000;
export const NOW = Date.parse(`${TODAY}T12:00:00Z`);
export const POINTS = 'customfield_10016';

const TO_DO = { id: '1', name: 'To Do', statusCategory: { key: 'new' } };

interface Wanted {
  age?: number;
  points?: number;
  parent?: number;
  reason?: string;
  reporter?: string | null;
  properties?: Record<string, unknown>;
}

/** An open story on the kill list, so many days old. */
export const candidate = (n: number, more: Wanted = {}): JiraIssue => {
  const { age = 200 + n, points, parent, reason = 'aged', reporter = 'Nina Rossi' } = more;
  const created = new Date(NOW - age * DAY).toISOString().replace('Z', '+0000');
  return {
    id: String(n),
    key: `SHOP-${n}`,
    fields: {
      summary: `Wish ${n}`,
      issuetype: STORY,
      status: TO_DO,
      resolution: null,
      created,
      updated: created,
      statuscategorychangedate: created,
      labels: [],
      parent:
        parent === undefined
          ? null
          : { id: String(parent), key: `SHOP-${parent}`, fields: { summary: `Epic ${parent}` } },
      reporter: reporter === null ? null : { accountId: 'a7', displayName: reporter },
      ...(points !== undefined && { [POINTS]: points }),
    },
    properties: {
      'ladder-flag': { v: 1, flag: 'candidate', reason, since: '2026-11-01' },
      ...more.properties,
    },
  };
};

/** An answered open item with an expected change. */
export const answered = (n: number, points: number, delta: number): JiraIssue => ({
  ...candidate(n, { points }),
  properties: answer('g1', { delta }),
});

export const aRecord = (itemId: string, more: Partial<DecisionView> = {}): DecisionView => ({
  itemId,
  rev: 1,
  now: null,
  intent: null,
  written: true,
  past: [],
  ...more,
});

export type Decided = NonNullable<DecisionView['now']>;
export const aDecided = (more: Partial<Decided> = {}): Decided => ({
  kind: 'keep',
  reason: 'Promised',
  by: 'a1',
  at: NOW - DAY,
  forum: '',
  flag: null,
  wasIn: '1',
  ...more,
});

// What a call of the scan is for, so that what happens weekly, or grows with what people said and not
// with the project, can be told from what every night costs.
import type { JiraRequest, LocalJira } from '../local/jira/api';

export const PURPOSES = ['round', 'parents', 'pace', 'comparison'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Spent {
  calls: number;
  points: number;
  /** By the dearest reading of unpublished prices. */
  worst: number;
}

function purposeOf({ method, path, body }: JiraRequest): Purpose {
  const route = path.split('?')[0] ?? '';
  if (method === 'GET' && /\/issue\/\d+$/.test(route)) return 'comparison';
  if (route.endsWith('/statuses') || route.endsWith('/changelog/bulkfetch')) return 'pace';
  if (!route.endsWith('/search/jql')) return 'round';
  const { fields } = JSON.parse(body) as { fields: string[] };
  if (fields.join() === 'issuetype') return 'parents';
  return fields.join() === 'statuscategorychangedate' ? 'pace' : 'round';
}

const nothing = (): Spent => ({ calls: 0, points: 0, worst: 0 });

/**
 * Watches what the app spends from now on.
 * @returns what was spent since the last time, by purpose
 */
export function watchSpending(jira: LocalJira): () => Record<Purpose, Spent> {
  const handle = jira.handle.bind(jira);
  let spent: Record<Purpose, Spent>;
  const reset = (): void => {
    spent = { round: nothing(), parents: nothing(), pace: nothing(), comparison: nothing() };
  };
  reset();
  jira.handle = async (request) => {
    if (request.caller.principal !== 'app') return handle(request);
    // The scan asks one thing after the other, so the difference is this call's.
    const before = jira.ledger();
    const answer = await handle(request);
    const after = jira.ledger();
    const one = spent[purposeOf(request)];
    one.calls += after.total.calls - before.total.calls;
    one.points += after.total.points - before.total.points;
    one.worst += after.worst.points - before.worst.points;
    return answer;
  };
  return () => {
    const all = spent;
    reset();
    return all;
  };
}

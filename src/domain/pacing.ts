// How the app answers when Jira asks it to slow down, and what it may spend for itself.
// https://developer.atlassian.com/cloud/jira/platform/rate-limiting/

/**
 * Points that the app's own work may cost one site in an hour. Jira grants an app 65,000 an hour over
 * all its sites together.
 */
export const POINTS_AN_HOUR = 4_000;

const SECOND = 1_000;
const HOUR_MS = 3_600_000;
/** Writes to one issue are counted over 30 seconds. */
const PER_ISSUE_MS = 30 * SECOND;

/** The next full hour (UTC): then Jira's quota, and the app's own budget, begin anew. */
export const nextHour = (now: number): number => (Math.floor(now / HOUR_MS) + 1) * HOUR_MS;

/** A refusal with 429. @see RateLimit-Reason */
export interface Refusal {
  reason: string | null;
  /** Seconds that Jira names. */
  retryAfter: number;
}

/** Until when to wait (instant), and whether nothing at all may be asked of the site before. */
export interface Pause {
  until: number;
  site: boolean;
}

/**
 * What to do after a 429: a used-up quota closes the site until the next full hour, a write too many
 * on one issue waits out its half minute, a burst waits as long as Jira says. A refusal without a
 * reason is taken as a burst.
 */
export function pauseAfter({ reason, retryAfter }: Refusal, now: number): Pause {
  const asked = now + Math.max(1, retryAfter) * SECOND;
  if (reason?.includes('quota') || reason?.includes('cost'))
    return { until: Math.max(asked, nextHour(now)), site: true };
  if (reason?.includes('per-issue'))
    return { until: Math.max(asked, now + PER_ISSUE_MS), site: false };
  return { until: asked, site: false };
}

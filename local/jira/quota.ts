// The wall that an app meets when it has used its points of the hour. Source: Atlassian, "Rate
// limiting": reset on the UTC hour, every call is refused until then.
import { type Clock } from '../clock';
import { type Caller } from './api';
import { JiraError } from './errors';

const HOUR = 3_600_000;

export interface Quota {
  /** @throws JiraError 429 for a call of the app once the points of this hour are used up */
  demand(caller: Caller): void;
  spend(points: number): void;
  /** Points of one hour; null for no wall. What was used in this hour counts. */
  limit(pointsPerHour: number | null): void;
  pointsPerHour(): number | null;
}

/** Without a wall until `limit` sets one; hours are those of the clock, in UTC. */
export function createQuota(clock: Clock): Quota {
  let perHour: number | null = null;
  let hour = 0;
  let used = 0;
  const turn = (): void => {
    const now = Math.floor(clock.now() / HOUR);
    if (now !== hour) [hour, used] = [now, 0];
  };
  return {
    demand: ({ principal }) => {
      turn();
      const counts = principal === 'app' || principal === 'user';
      if (!counts || perHour === null || used < perHour) return;
      const reset = (hour + 1) * HOUR;
      const message = 'Rate limit exceeded.';
      throw new JiraError(
        429,
        { errorMessages: [message], errors: {} },
        {
          'retry-after': String(Math.ceil((reset - clock.now()) / 1000)),
          'ratelimit-reason': 'jira-quota-tenant-based',
          'x-ratelimit-limit': String(perHour),
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': new Date(reset).toISOString(),
        },
      );
    },
    spend: (points) => {
      turn();
      used += points;
    },
    limit: (pointsPerHour) => {
      perHour = pointsPerHour;
    },
    pointsPerHour: () => perHour,
  };
}

// The team's own pace: how long its finished items took, against which the age of an open one is read.
import { wholeDays } from './days';

/** Finished items that are sampled, at most. */
export const SAMPLE = 300;
/** Days between two samples. */
export const SAMPLE_EVERY_DAYS = 7;
/** Fewer items say nothing of a pace. */
const FEWEST = 20;

/** Nearest rank: the smallest value that at least this share of all reach. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * Half and 85 of 100 of the stays, in whole days from the start of work to the end; items whose start
 * is not known are left out. Null for fewer than 20.
 * Service level expectations take the same percentiles:
 * https://prokanban.org/blog/the-benefits-of-defining-your-service-level-expectation
 */
export function paceOf(
  stays: readonly { started: number | null; finished: number }[],
): { of: number; half: number; most: number } | null {
  const days = stays
    .flatMap(({ started, finished }) =>
      started === null || started > finished ? [] : [wholeDays(started, finished)],
    )
    .sort((a, b) => a - b);
  if (days.length < FEWEST) return null;
  return { of: days.length, half: percentile(days, 0.5), most: percentile(days, 0.85) };
}

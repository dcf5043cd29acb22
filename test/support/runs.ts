import fc from 'fast-check';

/**
 * How often a property is tried: `daily` times on each change, at night as often as every other, or
 * `most` times where one try is expensive.
 */
export const runsOf = (daily: number, most = Infinity): { numRuns: number } => ({
  numRuns: Math.max(daily, Math.min(most, fc.readConfigureGlobal().numRuns ?? 0)),
});

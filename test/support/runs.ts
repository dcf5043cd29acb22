import fc from 'fast-check';

/** How often a property is tried: `daily` times on each change, at night as often as every other. */
export const runsOf = (daily: number): { numRuns: number } => ({
  numRuns: Math.max(daily, fc.readConfigureGlobal().numRuns ?? 0),
});

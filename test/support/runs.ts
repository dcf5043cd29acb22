import fc from 'fast-check';

/** At night, of what runs a use case or writes a workflow in each try: more would double the night. */
export const LONG_TRIES = 3_000;

/**
 * How often a property is tried: `daily` times on each change, at night as often as every other, or
 * `most` times where one try is expensive.
 */
export const runsOf = (daily: number, most = Infinity): { numRuns: number } => ({
  numRuns: Math.max(daily, Math.min(most, fc.readConfigureGlobal().numRuns ?? 0)),
});

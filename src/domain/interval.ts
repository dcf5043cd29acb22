// How steady a share is that rests on few cases. Only for samples and win rates: what was counted in
// full has no interval.

/** Low and high end, 0 to 1. */
export type Interval = readonly [low: number, high: number];

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.96;

/**
 * Wilson's 95 % interval of `k` cases out of `n`; null where there is no case.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval
 */
export function wilson(k: number, n: number): Interval | null {
  if (n <= 0) return null;
  const p = k / n;
  const z2 = Z * Z;
  const middle = p + z2 / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const whole = 1 + z2 / n;
  // At the ends rounding would leave a trace of the other side.
  const low = k === 0 ? 0 : Math.max(0, (middle - reach) / whole);
  const high = k === n ? 1 : Math.min(1, (middle + reach) / whole);
  return [low, high];
}

/** Whether two shares surely differ: their intervals do not touch. */
export const differ = (a: Interval | null, b: Interval | null): boolean =>
  a !== null && b !== null && (a[1] < b[0] || b[1] < a[0]);

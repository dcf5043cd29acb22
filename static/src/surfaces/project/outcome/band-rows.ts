// The five bands as rows: what the bar draws and the table says.
import { BANDS, type Band } from '../../../../../src/domain/band';
import type { Numbers } from '../gather/counts';
import type { WindowName } from '../gather/names';
import { valueOfNumber } from '../gather/number-state';

export interface BandRow {
  band: Band;
  /** Null while it is not counted. */
  count: number | null;
  /** Of all bands, 0 to 1; null while any of them is not counted, or all are empty. */
  share: number | null;
  /** Where its part of the bar begins, 0 to 1. */
  start: number;
}

/** Rows in the order of the bar. Shares are of the sum of the bands, so that the bar is always full. */
export function bandRows(numbers: Numbers<WindowName>): BandRow[] {
  const counts = BANDS.map((band) => valueOfNumber(numbers[`band.${band}`]));
  const whole = counts.every((count) => count !== null);
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  let start = 0;
  return BANDS.map((band, index) => {
    const count = counts[index] ?? null;
    const share = whole && sum > 0 ? (count ?? 0) / sum : null;
    const row = { band, count, share, start };
    start += share ?? 0;
    return row;
  });
}

// Where the columns of stacked parts stand, in pixels.
import { scaleBand, scaleLinear } from 'd3-scale';

export interface Part {
  /** Its place in the column's counts. */
  index: number;
  y: number;
  height: number;
}

export interface Column {
  x: number;
  width: number;
  /** Top of the whole column. */
  top: number;
  /** From the bottom up; empty ones are left out. */
  parts: Part[];
}

export interface Columns {
  columns: Column[];
  /** Whole numbers beside the axis. */
  ticks: { value: number; y: number }[];
  /** Where each column's part of the axis begins, and how long it is, with the room between. */
  slots: { x: number; width: number }[];
}

/** Wider columns look like walls when there are few of them. */
const WIDEST = 72;
const ROOM_BETWEEN = 0.28;
const TICKS = 4;

/** Places columns in `width` × `height`. What is not counted yet counts as nothing. */
export function placeColumns(
  counts: readonly (readonly (number | null)[])[],
  { width, height }: { width: number; height: number },
): Columns {
  const sums = counts.map((parts) => parts.reduce<number>((all, one) => all + (one ?? 0), 0));
  const band = scaleBand<number>()
    .domain(counts.map((_, index) => index))
    .range([0, width])
    .paddingInner(ROOM_BETWEEN)
    .paddingOuter(ROOM_BETWEEN / 2);
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...sums)])
    .nice(TICKS)
    .range([height, 0]);
  const thick = Math.min(WIDEST, band.bandwidth());
  const columns = counts.map((parts, at): Column => {
    const x = (band(at) ?? 0) + (band.bandwidth() - thick) / 2;
    let below = 0;
    const placed = parts.map((count, index): Part => {
      const from = scale(below);
      below += count ?? 0;
      return { index, y: scale(below), height: from - scale(below) };
    });
    const full = placed.filter(({ index }) => (parts[index] ?? 0) > 0);
    return { x, width: thick, top: scale(below), parts: full };
  });
  return {
    columns,
    ticks: scale
      .ticks(TICKS)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: scale(value) })),
    slots: counts.map((_, at) => ({
      x: (band(at) ?? 0) - (band.step() - band.bandwidth()) / 2,
      width: band.step(),
    })),
  };
}

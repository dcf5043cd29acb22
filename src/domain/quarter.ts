// Quarters of the calendar year, as text: `2026-Q4`.
import { addDays, type Day } from './days';

/** `yyyy-Qn` */
export type Quarter = string;

const text = (year: number, n: number): Quarter => `${String(year).padStart(4, '0')}-Q${n}`;

function partsOf(quarter: Quarter): { year: number; n: number } {
  const parts = /^(\d{4})-Q([1-4])$/.exec(quarter);
  if (!parts) throw new RangeError(`Not a quarter: ${quarter.slice(0, 20)}`);
  return { year: Number(parts[1]), n: Number(parts[2]) };
}

/** The quarter a day lies in. */
export function quarterOf(day: Day): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return text(year, Math.floor((month - 1) / 3) + 1);
}

/** @throws {RangeError} for a text that is no quarter */
export function quarterBefore(quarter: Quarter): Quarter {
  const { year, n } = partsOf(quarter);
  return n === 1 ? text(year - 1, 4) : text(year, n - 1);
}

function quarterAfter(quarter: Quarter): Quarter {
  const { year, n } = partsOf(quarter);
  return n === 4 ? text(year + 1, 1) : text(year, n + 1);
}

/** @throws {RangeError} for a text that is no quarter */
export function firstDayOfQuarter(quarter: Quarter): Day {
  const { year, n } = partsOf(quarter);
  return `${String(year).padStart(4, '0')}-${String(3 * n - 2).padStart(2, '0')}-01`;
}

/** @throws {RangeError} for a text that is no quarter */
export const lastDayOfQuarter = (quarter: Quarter): Day =>
  addDays(firstDayOfQuarter(quarterAfter(quarter)), -1);

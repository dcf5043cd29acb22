// Custom fields have site-specific ids; only a response with names tells which is which.

import type { Row } from './row-schema';

/** Server keeps an item's epic here; Cloud uses `parent`. */
const EPIC_LINK = ['epic link'];
const ESTIMATE = ['story points', 'story point estimate'];

/** Key of the item's epic from Server's "Epic Link", or null. */
export function epicLink(row: Row, names: Record<string, unknown>): string | null {
  const value = customValue(row, names, EPIC_LINK);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Story points, or null. */
export function estimate(row: Row, names: Record<string, unknown>): number | null {
  const value = customValue(row, names, ESTIMATE);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function customValue(row: Row, names: Record<string, unknown>, wanted: string[]): unknown {
  const known = { ...names, ...row.names };
  const ids = Object.entries(known)
    .filter(([, name]) => typeof name === 'string' && wanted.includes(name.toLowerCase()))
    .map(([id]) => id);
  // A site may hold several fields of one name; the one that is filled in is meant.
  return ids.map((id) => row.fields[id]).find((value) => value != null);
}

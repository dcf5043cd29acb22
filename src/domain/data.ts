// What a project keeps in Ladder, part by part, and how what a file says of it meets what is kept.

/** Parts that storage holds, in the order in which they are taken in: what others name comes first. */
export const STORED_SECTIONS = [
  'settings',
  'readings',
  'revisions',
  'results',
  'decisions',
  'passes',
  'snapshots',
  'acts',
] as const;
export type StoredSection = (typeof STORED_SECTIONS)[number];

/** All parts of a file; `items` are the answers and flags that the items themselves carry. */
export const DATA_SECTIONS = [...STORED_SECTIONS, 'items'] as const;
export type DataSection = (typeof DATA_SECTIONS)[number];

/** Written once: what is kept of them is never replaced. */
const CREATE_ONCE: ReadonlySet<DataSection> = new Set(['acts', 'snapshots']);

/** Parts whose records items show, in the order of showing them again. */
export const SHOWN_SECTIONS = ['results', 'decisions', 'passes'] as const;
export type ShownSection = (typeof SHOWN_SECTIONS)[number];

/** What a long piece of work is at: rows of a file, showing a part again, or erasing, in this order. */
export const JOB_STEPS = [
  'rows',
  ...SHOWN_SECTIONS,
  'gate',
  'round',
  'properties',
  'notes',
  'records',
  'settings',
] as const;
export type JobStep = (typeof JOB_STEPS)[number];

/** What became of rows of a file. */
export interface Tally {
  /** Were not there. */
  added: number;
  /** Are there just so. */
  same: number;
  /** Were there otherwise, and are as in the file now. */
  replaced: number;
  /** Are there otherwise, and stayed as they were. */
  kept: number;
  /** Were not taken. */
  refused: number;
}
export type RowEnd = keyof Tally;

export const NO_ROWS: Tally = { added: 0, same: 0, replaced: 0, kept: 0, refused: 0 };

/** The sum of two counts, end by end. */
export const addTally = (a: Tally, b: Tally): Tally => ({
  added: a.added + b.added,
  same: a.same + b.same,
  replaced: a.replaced + b.replaced,
  kept: a.kept + b.kept,
  refused: a.refused + b.refused,
});

/** Counts how rows ended. */
export function tallyOf(ends: Iterable<RowEnd>): Tally {
  const tally = { ...NO_ROWS };
  for (const end of ends) tally[end] += 1;
  return tally;
}

/**
 * How a row ends.
 * @param there whether something is kept in its place; `same` when it is just that
 */
export function endOf(
  section: DataSection,
  there: 'none' | 'same' | 'other',
  replace: boolean,
): RowEnd {
  if (there === 'none') return 'added';
  if (there === 'same') return 'same';
  return replace && !CREATE_ONCE.has(section) ? 'replaced' : 'kept';
}

/** Rows in parts that fit into one call: at most `rows` of them, and `bytes` unless one alone is larger. */
export function inParts<T>(
  list: readonly T[],
  { rows, bytes }: { rows: number; bytes: number },
  sizeOf: (row: T) => number,
): T[][] {
  const parts: T[][] = [];
  let part: T[] = [];
  let size = 0;
  for (const row of list) {
    const own = sizeOf(row);
    if (part.length > 0 && (part.length >= rows || size + own > bytes)) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(row);
    size += own;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

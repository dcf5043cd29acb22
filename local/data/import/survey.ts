// First pass over a file: which rows are usable, and what they talk about.

import { readFailure } from './data-error';
import { openDataFile, type DataFile } from './data-file';
import { newestIn } from './newest';
import { parseRow } from './row-schema';
import { vocabulary, type Vocabulary } from './vocabulary';

export interface Rejected {
  /**
   * Line number from 1; in a response on several lines, the place in its list; in a CSV the number
   * that a spreadsheet shows.
   */
  line: number;
  reason: string;
}

export interface Survey {
  data: DataFile;
  total: number;
  rejected: Rejected[];
  words: Vocabulary;
  /** Issue ids by key, of the usable rows. */
  ids: Map<string, string>;
  /** Numbers of the usable rows, counted from 0 over all rows. */
  usable: Set<number>;
  /** Latest moment in the usable rows (milliseconds), or null without rows. */
  newest: number | null;
}

/** Where issue ids begin that a file does not give. */
const FIRST_OWN_ID = 800_000_001;

/**
 * Reads the whole file. `progress` is told now and then how many rows were read.
 * @throws DataError when it can't be read, or is neither JSON nor Jira's CSV.
 */
export async function survey(
  file: string,
  progress: (rows: number) => void = () => undefined,
): Promise<Survey> {
  const data = await openDataFile(file);
  return surveyRows(data, progress).catch((error: unknown) => {
    throw readFailure(file, error);
  });
}

const TELL_EVERY = 1000;

async function surveyRows(data: DataFile, progress: (rows: number) => void): Promise<Survey> {
  const words = vocabulary();
  const lineOfKey = new Map<string, number>();
  const keyOfId = new Map<string, string>();
  const result: Survey = {
    data,
    total: 0,
    rejected: [],
    words,
    ids: new Map(),
    usable: new Set(),
    newest: null,
  };
  const takenBy = (key: string, id: string): string | null => {
    const earlier = lineOfKey.get(key);
    if (earlier !== undefined)
      return `${key} was read before, ${data.unit === 'row' ? 'in row' : 'on line'} ${earlier}`;
    const holder = keyOfId.get(id);
    return holder === undefined ? null : `id ${id} of ${key} belongs to ${holder}`;
  };
  let nextId = FIRST_OWN_ID;
  for await (const { line, content } of data.rows()) {
    const ordinal = result.total;
    result.total += 1;
    if (result.total % TELL_EVERY === 0) progress(result.total);
    const parsed = content.ok ? parseRow(content.value) : content;
    if (!parsed.ok) {
      result.rejected.push({ line, reason: parsed.reason });
      continue;
    }
    const { row } = parsed;
    const id = row.id ?? String(nextId++);
    const fault = words.fault(row) ?? takenBy(row.key, id);
    if (fault !== null) {
      result.rejected.push({ line, reason: fault });
      continue;
    }
    lineOfKey.set(row.key, line);
    keyOfId.set(id, row.key);
    result.ids.set(row.key, id);
    result.usable.add(ordinal);
    result.newest = Math.max(result.newest ?? -Infinity, newestIn(row));
    words.note(row);
  }
  return result;
}

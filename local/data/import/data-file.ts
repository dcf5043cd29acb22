// A file with a backlog, whichever of the forms it has.
import { open } from 'node:fs/promises';
import path from 'node:path';
import { openCsv } from '../csv';
import type { Notes } from '../csv/notes';
import { readFailure } from './data-error';
import { readRows, type RawRow } from './read-rows';

export interface DataFile {
  /** What the numbers of its rows count. */
  unit: 'line' | 'row';
  notes: Notes;
  /** Reads all rows, as often as it is called. */
  rows(): AsyncGenerator<RawRow>;
}

const BEGINNING_BYTES = 64 * 1024;

/** Opens JSON lines, a REST search response or Jira's CSV export. @throws DataError */
export async function openDataFile(file: string): Promise<DataFile> {
  try {
    if (await isJson(file))
      return { unit: 'line', notes: { derived: [], missing: [] }, rows: () => readRows(file) };
    return { unit: 'row', ...(await openCsv(file)) };
  } catch (error) {
    throw readFailure(file, error);
  }
}

/** Decided by how the file begins; its name only decides where that leaves it open. */
async function isJson(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING_BYTES));
    const beginning = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    if (/^\s*[[{]/.test(beginning)) return true;
    const named = ['.json', '.jsonl', '.ndjson'].includes(path.extname(file).toLowerCase());
    return named && !/^\s*<(!doctype|html)/i.test(beginning);
  } finally {
    await handle.close();
  }
}

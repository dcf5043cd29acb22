// Jira's CSV export ("Export CSV, all fields"), row by row, in the form of REST search results.
// No page of Atlassian describes its columns; their names are those of exports that people published.
import type { RawRow } from '../import/read-rows';
import { lookAt, recordsOf, type Look } from './look';
import { notesOf, type Notes } from './notes';
import { FIELD_NAMES, valueOf } from './row';

export interface CsvFile {
  notes: Notes;
  /** Reads the file again; numbers are those of a spreadsheet, where the header is row 1. */
  rows(): AsyncGenerator<RawRow>;
}

/** Looks through the file once. @throws DataError for what is not Jira's export, in one sentence. */
export async function openCsv(file: string): Promise<CsvFile> {
  const look = await lookAt(file);
  return { notes: notesOf(look), rows: () => rowsOf(file, look) };
}

async function* rowsOf(file: string, look: Look): AsyncGenerator<RawRow> {
  let header = true;
  for await (const record of recordsOf(file, look.separator)) {
    if (!header) yield { line: record.row, content: valueOf(record, look), names: FIELD_NAMES };
    header = false;
  }
}

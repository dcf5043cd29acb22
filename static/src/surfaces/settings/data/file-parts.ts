// A file's rows in the parts in which they are sent, with the place of each part among all rows.
import type { DataFile, FileRow } from '../../../../../src/contract/data-file';
import { jsonBytes } from '../../../../../src/contract/bytes';
import { DATA_BYTES, DATA_ROWS } from '../../../../../src/contract/limits';
import { DATA_SECTIONS, inParts, type DataSection } from '../../../../../src/domain/data';

export interface FilePart {
  section: DataSection;
  /** Rows of the file before this part. */
  from: number;
  rows: FileRow[];
}

/** What one part may hold; commas and brackets take a little more than the rows alone. */
const SIZE = { rows: DATA_ROWS, bytes: DATA_BYTES * 0.9 };

const rowBytes = ({ key, value }: FileRow): number => jsonBytes({ key, value });

/** Parts of the rows after the first `done`. */
export function partsOf({ rows }: DataFile, done = 0): FilePart[] {
  let from = done;
  const left = rows.slice(done);
  return DATA_SECTIONS.flatMap((section) =>
    inParts(
      left.filter((row) => row.section === section),
      SIZE,
      rowBytes,
    ).map((part) => {
      const place = from;
      from += part.length;
      return { section, from: place, rows: part };
    }),
  );
}

// CSV as spreadsheets and Jira write it (RFC 4180): cells in quotes may hold separators, line breaks
// and doubled quotes.

/** One row of a file, by the number that a spreadsheet shows beside it. */
export interface CsvRecord {
  row: number;
  cells: string[];
  /** Why the row cannot be trusted; null when it can. */
  fault: string | null;
}

export type Separator = ',' | ';' | '\t';

/** A quote is opened and the file ends before it is closed: rows after it can't be told apart. */
export class OpenQuoteError extends Error {
  constructor(readonly row: number) {
    super(`a quote that is opened in row ${row} is never closed`);
    this.name = 'OpenQuoteError';
  }
}

export interface CsvReader {
  /** The rows that are complete with this piece of the text. @throws OpenQuoteError */
  read(piece: string): CsvRecord[];
  /** The row that the end of the text completes. @throws OpenQuoteError */
  end(): CsvRecord[];
}

/** Far longer than any row of Jira; a quote that nobody closes is noticed after this. */
const LONGEST_ROW = 16_000_000;

/** Reads text that comes in pieces, cut anywhere. Rows without content are counted and left out. */
export function csvReader(separator: Separator): CsvReader {
  let rest = '';
  let row = 0;

  function take(last: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let from = 0;
    while (from < rest.length) {
      const taken = nextRow(rest, from, separator, last);
      if (taken === null) break;
      row += 1;
      if (taken.open) throw new OpenQuoteError(row);
      const { cells, fault } = taken;
      if (cells.some((cell) => cell !== '')) records.push({ row, cells, fault });
      from = taken.next;
    }
    rest = rest.slice(from);
    if (rest.length > LONGEST_ROW) throw new OpenQuoteError(row + 1);
    return records;
  }

  return {
    read: (piece) => {
      rest += piece;
      return take(false);
    },
    end: () => take(true),
  };
}

interface Taken {
  cells: string[];
  fault: string | null;
  /** Whether the text ended inside a quote. */
  open: boolean;
  next: number;
}

const QUOTE = '"'.charCodeAt(0);
const CR = '\r'.charCodeAt(0);
const LF = '\n'.charCodeAt(0);

/** The row that begins at `from`; null when the text may go on within it. */
function nextRow(text: string, from: number, separator: string, last: boolean): Taken | null {
  const split = separator.charCodeAt(0);
  const cells: string[] = [];
  let fault: string | null = null;
  let at = from;
  for (;;) {
    const quoted = text.charCodeAt(at) === QUOTE ? quotedCell(text, at, last) : null;
    if (quoted?.state === 'cut') return null;
    if (quoted?.state === 'open') return { cells, fault, open: true, next: text.length };
    const start = quoted?.end ?? at;
    const end = cellEnd(text, start, split);
    const plain = text.slice(start, end);
    if (quoted && plain.trim() !== '') fault ??= 'text follows a closing quote';
    cells.push(quoted ? quoted.value : plain);
    at = end;
    if (at >= text.length) return last ? { cells, fault, open: false, next: at } : null;
    const code = text.charCodeAt(at);
    at += 1;
    if (code === split) continue;
    if (code === CR && at >= text.length && !last) return null;
    if (code === CR && text.charCodeAt(at) === LF) at += 1;
    return { cells, fault, open: false, next: at };
  }
}

function cellEnd(text: string, from: number, split: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === split || code === LF || code === CR) break;
  }
  return at;
}

interface Quoted {
  /** `cut`: more text may follow; `open`: none does. */
  state: 'closed' | 'cut' | 'open';
  value: string;
  /** Behind the closing quote. */
  end: number;
}

function quotedCell(text: string, from: number, last: boolean): Quoted {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return { state: last ? 'open' : 'cut', value, end: text.length };
    // The first half of a doubled quote looks like a closing one.
    if (close + 1 >= text.length && !last) return { state: 'cut', value, end: text.length };
    value += text.slice(at, close);
    at = close + 1;
    if (text.charCodeAt(at) !== QUOTE) return { state: 'closed', value, end: at };
    value += '"';
    at += 1;
  }
}

// Tables as text for spreadsheets: RFC 4180, with a mark by which they know the encoding.

export type Cell = string | number | null;

/** A text that a spreadsheet would run as a formula; some read the wide forms of the signs, too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** What has to stand in quotes. Blanks at the ends would be lost by some readers. */
const QUOTED = /[",;\r\n\t]|^\s|\s$/;

const BOM = '\ufeff';

function cellText(cell: Cell): string {
  if (cell === null) return '';
  // A number is no formula, also a negative one.
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV text. Texts that begin like a formula get an apostrophe in front, so that no
 * spreadsheet runs what somebody typed into an item. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellText).join(','));
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

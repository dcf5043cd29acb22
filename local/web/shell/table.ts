// Tables of the shell.
import { html, type Html } from './html';

interface Table {
  columns: readonly string[];
  rows: readonly Html[];
  /** Said instead of a table without rows. */
  empty: Html;
  /** For those who do not see the heading above; lists of issues have one. */
  caption?: string;
}

/** The rows below their columns, or `empty` where there are none. */
export function table({ columns, rows, empty, caption }: Table): Html {
  if (rows.length === 0) return empty;
  return html`<table class="${caption === undefined ? '' : 'issues'}">
    ${
      caption !== undefined &&
      html`<caption class="unseen">
        ${caption}
      </caption>`
    }
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

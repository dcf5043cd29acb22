// A table with a row for each stream and a number in each cell.
import type { ReactNode } from 'react';
import { SCROLLER } from '../../../../components/scroller';
import { CELL, HEAD, NAME } from './cells';
import type { StreamRow } from '../stream-table';

interface RowTableProps {
  caption: string;
  first: string;
  columns: readonly { id: string; name: string }[];
  rows: readonly StreamRow[];
  cell: (row: StreamRow, column: string) => ReactNode;
}

export function RowTable({ caption, first, columns, rows, cell }: RowTableProps) {
  return (
    <div style={SCROLLER}>
      <table aria-label={caption} style={{ width: '100%', borderCollapse: 'collapse' }}>
        <thead style={{ border: 'none' }}>
          <tr>
            <th scope="col" style={{ ...HEAD, ...NAME }}>
              {first}
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" style={HEAD}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ border: 'none' }}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" style={{ ...CELL, ...NAME }}>
                {row.name}
              </th>
              {columns.map(({ id }) => (
                <td key={id} style={CELL}>
                  {cell(row, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

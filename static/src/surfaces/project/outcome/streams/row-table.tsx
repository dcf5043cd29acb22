// A table with a row for each stream and a number in each cell.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { SCROLLER } from '../../scroller';
import type { StreamRow } from '../stream-table';

const CELL: CSSProperties = {
  padding: `${token('space.075')} ${token('space.100')}`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'end',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
};
const HEAD: CSSProperties = {
  ...CELL,
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
  whiteSpace: 'normal',
  verticalAlign: 'bottom',
};
const NAME: CSSProperties = {
  textAlign: 'start',
  whiteSpace: 'normal',
  fontWeight: 'inherit',
  minWidth: '9em',
  overflowWrap: 'anywhere',
  paddingInlineStart: 0,
};

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

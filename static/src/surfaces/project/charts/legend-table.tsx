// The numbers of a bar as a small table; its first column is the legend.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { PLAIN } from '../../../components/table-style';

export interface LegendRow {
  key: string;
  /** Colour of its part of the bar; absent for a sum. */
  color?: string;
  name: string;
  /** Says what belongs to it. */
  means?: string;
  count: ReactNode;
  share: string | null;
}

interface LegendTableProps {
  caption: string;
  columns: { name: string; count: string; share: string };
  rows: readonly LegendRow[];
}

/** Width of the swatch with the gap after it. */
const SWATCH = '20px';

const cell: CSSProperties = {
  padding: `${token('space.075')} 0`,
  borderBottom: `1px solid ${token('color.border')}`,
  verticalAlign: 'baseline',
};
const head: CSSProperties = {
  ...cell,
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
  textAlign: 'start',
};
const figure: CSSProperties = {
  ...cell,
  textAlign: 'end',
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  paddingInlineStart: token('space.200'),
};

/** A name of several lines goes on beside its swatch, not below it. */
const name: CSSProperties = {
  ...cell,
  paddingInlineStart: SWATCH,
  textAlign: 'start',
  fontWeight: 'inherit',
  overflowWrap: 'break-word',
};

/** Stays on the line of the name where there is room, and goes below it as a whole where not. */
const means: CSSProperties = {
  display: 'inline-block',
  font: token('font.body.small'),
  color: token('color.text.subtlest'),
  marginInlineStart: token('space.050'),
};

const Swatch = ({ color }: { color: string | undefined }) => (
  <span
    aria-hidden="true"
    style={{
      display: 'inline-block',
      width: '12px',
      height: '12px',
      borderRadius: '2px',
      marginInlineStart: `-${SWATCH}`,
      marginInlineEnd: token('space.100'),
      backgroundColor: color ?? 'transparent',
    }}
  />
);

export function LegendTable({ caption, columns, rows }: LegendTableProps) {
  return (
    <table aria-label={caption} style={{ width: '100%', borderCollapse: 'collapse' }}>
      <thead style={PLAIN}>
        <tr>
          <th scope="col" style={head}>
            {columns.name}
          </th>
          <th scope="col" style={{ ...head, ...figure, font: token('font.body.small') }}>
            {columns.count}
          </th>
          <th scope="col" style={{ ...head, ...figure, font: token('font.body.small') }}>
            {columns.share}
          </th>
        </tr>
      </thead>
      <tbody style={PLAIN}>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" style={name}>
              <Swatch color={row.color} />
              {row.name} {row.means === undefined ? null : <span style={means}>{row.means}</span>}
            </th>
            <td style={figure}>{row.count}</td>
            <td style={{ ...figure, color: token('color.text.subtle'), minWidth: '4em' }}>
              {row.share ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// What was started without an answer for a reason: item, reason, by whom, until when.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { Failure } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { ItemLink } from '../../../../components/text-link';
import { useFormat } from '../../../../components/reader';
import { Skeleton } from '../../../../components/skeleton';
import { fill, type Format } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { Started } from '../../gather/started';
import type { StartedState } from './use-started';

const text = projectBacklog.now;
const COLUMNS = ['item', 'reason', 'by', 'until'] as const;
const WIDTHS = { item: '36%', reason: '32%', by: '16%', until: '16%' } as const;

const cell: CSSProperties = {
  padding: `${token('space.075')} ${token('space.200')} ${token('space.075')} 0`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'start',
  verticalAlign: 'top',
  fontWeight: 'inherit',
  overflowWrap: 'anywhere',
};
const head: CSSProperties = {
  ...cell,
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
};
/** Takes back the thick lines that css-reset draws. */
const PLAIN: CSSProperties = { border: 'none' };

/** "24 Nov 2026", "run out on 3 Nov 2026", "taken back". */
export function untilWords({ until, standing }: Started, format: Format): string {
  if (standing === 'withdrawn') return text.withdrawn;
  if (until === null) return text.unknown;
  return standing === 'over' ? fill(text.over, { day: format.day(until) }) : format.day(until);
}

function Row({ row }: { row: Started }) {
  const format = useFormat();
  return (
    <tr>
      <th scope="row" style={cell}>
        <span style={{ ...SMALL, display: 'block' }}>{row.key}</span>
        <ItemLink itemKey={row.key} alone>
          {row.summary || row.key}
        </ItemLink>
      </th>
      <td style={cell}>{row.reason ?? <span style={SMALL}>{text.noReason}</span>}</td>
      <td style={cell}>{row.by ?? <span style={SMALL}>{text.unknown}</span>}</td>
      <td style={cell}>{untilWords(row, format)}</td>
    </tr>
  );
}

interface StartedTableProps {
  state: StartedState;
  /** How many rows are expected, for the place that is kept. */
  expected: number;
  retry: () => void;
}

export function StartedTable({ state, expected, retry }: StartedTableProps) {
  if (state.kind === 'failed')
    return <Failure title={text.failed} trouble={state.trouble} onRetry={retry} />;
  const rows = state.kind === 'ready' ? state.rows : null;
  return (
    // The links inside make the scroller reachable by keyboard.
    <div style={{ overflowX: 'auto' }}>
      <table
        aria-busy={rows === null}
        style={{
          width: '100%',
          minWidth: '420px',
          tableLayout: 'fixed',
          borderCollapse: 'collapse',
        }}
      >
        <caption style={{ ...SMALL, textAlign: 'start' }}>{text.listTitle}</caption>
        <thead style={PLAIN}>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" style={{ ...head, width: WIDTHS[name] }}>
                {text.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows
            ? rows.map((row) => <Row key={row.id} row={row} />)
            : Array.from({ length: expected }, (_, index) => (
                <tr key={index}>
                  <td colSpan={COLUMNS.length} style={cell}>
                    <Skeleton height="38px" />
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

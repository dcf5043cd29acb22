// What each stream shipped, and what it has open. Streams overlap, so nothing is summed.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { useFormat } from '../../../components/reader';
import { SCROLLER } from '../../../components/scroller';
import { fill } from '../../../format';
import { below } from '../../../messages/project-below';
import type { EffortUnit } from '../gather/effort';
import { CELL, HEAD, NAME } from './streams/cells';
import { Small, Words } from './words';

const text = below.streams;

const STREAM_COLUMNS = [
  'shipped',
  'aimed',
  'moved',
  'open',
  'covered',
  'blocked',
  'old',
  'candidates',
] as const;
export type StreamColumn = (typeof STREAM_COLUMNS)[number];

export interface StreamRow {
  id: string;
  name: string;
  /** What Jira says against its condition; it has no numbers then. */
  broken?: string;
}

interface StreamTableProps {
  /** Those that are shown; the row of what is in none comes last. None without streams. */
  rows: readonly StreamRow[];
  /** How many there are to show, when some of them wait behind a button. */
  more: number | null;
  all: boolean;
  onAll: (all: boolean) => void;
  /** For how many days an item is open until it counts as old. */
  oldDays: number;
  /** What is added up; null where items count one each. */
  unit: EffortUnit | null;
  cell: (row: string, column: StreamColumn, what: string) => ReactNode;
  /** What is said of the streams, and of what is not counted. */
  notes: readonly ReactNode[];
}

const BROKEN: CSSProperties = {
  textAlign: 'start',
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
  color: token('color.text.warning'),
};

/** What was shipped is weighed, what is open counts one each. */
const WEIGHED: readonly StreamColumn[] = ['shipped', 'aimed', 'moved'];

export function StreamTable(props: StreamTableProps) {
  const { rows, more, all, onAll, oldDays, unit, cell, notes } = props;
  const format = useFormat();
  if (rows.length === 0) return <Words>{text.empty}</Words>;
  return (
    <>
      <div style={SCROLLER}>
        <table aria-label={text.caption} style={{ width: '100%', borderCollapse: 'collapse' }}>
          <thead style={{ border: 'none' }}>
            <tr>
              <th scope="col" style={{ ...HEAD, ...NAME, font: token('font.body.small') }}>
                {text.column.stream}
              </th>
              {STREAM_COLUMNS.map((column) => (
                <th key={column} scope="col" style={HEAD}>
                  {unit && WEIGHED.includes(column)
                    ? fill(text.columnBy[unit], { name: text.column[column] })
                    : fill(text.column[column], { days: format.number(oldDays) })}
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
                {row.broken === undefined ? (
                  STREAM_COLUMNS.map((column) => (
                    <td key={column} style={CELL}>
                      {cell(row.id, column, fill(text.what[column], { stream: row.name }))}
                    </td>
                  ))
                ) : (
                  <td colSpan={STREAM_COLUMNS.length} style={{ ...CELL, ...BROKEN }}>
                    {fill(text.broken, { why: row.broken })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more !== null ? (
        <div>
          <Button spacing="compact" onClick={() => onAll(!all)}>
            {all ? text.fewer : format.plural(text.all, more)}
          </Button>
        </div>
      ) : null}
      <Small faint>{text.overlap}</Small>
      {notes.map((note, at) => (
        <Small key={at} faint>
          {note}
        </Small>
      ))}
    </>
  );
}

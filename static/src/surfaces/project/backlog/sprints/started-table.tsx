// What somebody let start without an answer: item, reason, by whom, and where it stands now.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { parentOf, type Frame } from '../../../../../../src/domain/band';
import { betOf } from '../../../../../../src/domain/inherit';
import { Failure } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { useFormat } from '../../../../components/reader';
import { Skeleton } from '../../../../components/skeleton';
import { CAPTION, CELL, HEAD, PLAIN, SMALL_BLOCK, TABLE } from '../../../../components/table-style';
import { fill, type Format } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import { ItemName } from '../../item-name';
import type { Started } from '../../gather/started';
import { useNarrow } from '../../use-narrow';
import type { StartedState } from './use-started';

const text = projectBacklog.now;
const COLUMNS = ['item', 'reason', 'by', 'state'] as const;
const WIDTHS = { item: '32%', reason: '30%', by: '14%', state: '24%' } as const;
/** By whom and where it stands are said below the reason then. */
const NARROW = ['item', 'reason'] as const;
const NARROW_WIDTHS = { ...WIDTHS, item: '50%', reason: '50%' } as const;

/** Lower rows than usual: the table is one part of a section. */
const padding = `${token('space.075')} ${token('space.200')} ${token('space.075')} 0`;
const cell: CSSProperties = { ...CELL, padding };
const head: CSSProperties = { ...HEAD, padding };

/** "holds until 24 Nov 2026", "run out on 3 Nov 2026", "taken back". */
function standingWords({ until, standing }: Started, format: Format): string {
  if (standing === 'withdrawn' || standing === 'ended') return text[standing];
  if (until === null && standing === 'over') return text.overUnknown;
  return fill(text[standing], { day: until === null ? text.unknown : format.day(until) });
}

/** That it has started, and that it has an answer by now: neither ends what was let start. */
function sinceWords({ facts }: Started, frame: Frame): string[] {
  const { source } = betOf(facts, parentOf(facts, frame), frame.goals);
  return [
    facts.category === 'indeterminate' ? text.hasStarted : '',
    source === 'none' ? '' : text.answered[source],
  ].filter(Boolean);
}

interface RowProps {
  row: Started;
  frame: Frame;
  /** Whether the reasons could be read at all. */
  isRead: boolean;
  narrow: boolean;
}

function Row({ row, frame, isRead, narrow }: RowProps) {
  const format = useFormat();
  const { facts, summary, pass, by } = row;
  const since = sinceWords(row, frame);
  return (
    <tr>
      <th scope="row" style={cell}>
        <ItemName itemKey={facts.key} summary={summary} />
      </th>
      <td style={cell}>
        {pass?.reason ?? <span style={SMALL}>{isRead ? text.noReason : text.unknown}</span>}
        {narrow
          ? [
              `${text.column.by}: ${by ?? text.unknown}`,
              `${text.column.state}: ${standingWords(row, format)}`,
              ...since,
            ].map((words) => (
              <span key={words} style={SMALL_BLOCK}>
                {words}
              </span>
            ))
          : null}
      </td>
      {narrow ? null : (
        <>
          <td style={cell}>{by ?? <span style={SMALL}>{text.unknown}</span>}</td>
          <td style={cell}>
            {standingWords(row, format)}
            {since.map((words) => (
              <span key={words} style={SMALL_BLOCK}>
                {words}
              </span>
            ))}
          </td>
        </>
      )}
    </tr>
  );
}

interface StartedTableProps {
  /** The project's frame as it is now. */
  frame: Frame;
  state: StartedState;
  /** How many rows are expected, for the place that is kept. */
  expected: number;
  retry: () => void;
}

export function StartedTable({ frame, state, expected, retry }: StartedTableProps) {
  if (state.kind === 'failed')
    return <Failure title={text.failed} trouble={state.trouble} onRetry={retry} />;
  const rows = state.kind === 'ready' ? state.rows : null;
  const unread = state.kind === 'ready' ? state.unread : null;
  return (
    <>
      {unread ? <Failure title={text.unread} trouble={unread} onRetry={retry} /> : null}
      <Rows rows={rows} frame={frame} isRead={unread === null} expected={expected} />
    </>
  );
}

interface RowsProps extends Omit<RowProps, 'row' | 'narrow'> {
  /** Null: placeholders stand in for the rows. */
  rows: readonly Started[] | null;
  expected: number;
}

function Rows({ rows, frame, isRead, expected }: RowsProps) {
  const { place, narrow } = useNarrow(440);
  const columns = narrow ? NARROW : COLUMNS;
  const widths = narrow ? NARROW_WIDTHS : WIDTHS;
  return (
    <div ref={place}>
      <table aria-busy={rows === null} style={TABLE}>
        <caption style={CAPTION}>{text.listTitle}</caption>
        <thead style={PLAIN}>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" style={{ ...head, width: widths[name] }}>
                {text.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows
            ? rows.map((row) => (
                <Row key={row.facts.id} row={row} frame={frame} isRead={isRead} narrow={narrow} />
              ))
            : Array.from({ length: expected }, (_, index) => (
                <tr key={index}>
                  <td colSpan={columns.length} style={cell}>
                    <Skeleton height="38px" />
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

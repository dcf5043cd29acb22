// The rows of the kill list.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { ItemLink } from '../../../components/text-link';
import { Skeleton } from '../../../components/skeleton';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { ageInWords } from '../age';
import { SCROLLER } from '../scroller';
import type { Candidate } from '../gather/kill-list';

const text = messages.project.kill;

const cell: CSSProperties = {
  padding: `${token('space.100')} ${token('space.200')} ${token('space.100')} 0`,
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
const quiet: CSSProperties = {
  font: token('font.body.small'),
  color: token('color.text.subtlest'),
};
const small: CSSProperties = { ...quiet, display: 'block' };
/** Takes back the thick lines that css-reset draws. */
const PLAIN: CSSProperties = { border: 'none' };
const WIDTHS = { item: '38%', reason: '26%', age: '19%', since: '17%' } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

function Row({ row }: { row: Candidate }) {
  const format = useFormat();
  const { key, summary, reason, age, inProgress, since } = row;
  const days = format.age(age);
  return (
    <tr>
      <th scope="row" style={cell}>
        <span style={small}>{key}</span>
        <ItemLink itemKey={key} alone>
          {summary || key}
        </ItemLink>
      </th>
      <td style={cell}>{text.reason[reason ?? 'unknown']}</td>
      <td style={cell}>
        {ageInWords(age, format)}
        <span style={small}>{inProgress ? fill(text.inProgress, { days }) : days}</span>
      </td>
      <td style={cell}>{since === null ? '–' : format.day(since)}</td>
    </tr>
  );
}

/** `rows` null: placeholders of the height of a page's rows. */
export function CandidateTable({
  rows,
  placeholders,
}: {
  rows: readonly Candidate[] | null;
  placeholders: number;
}) {
  return (
    // The links inside make the scroller reachable by keyboard.
    <div style={SCROLLER}>
      <table
        aria-busy={rows === null}
        style={{
          width: '100%',
          minWidth: '340px',
          tableLayout: 'fixed',
          borderCollapse: 'collapse',
        }}
      >
        <caption style={{ ...quiet, margin: 0, textAlign: 'start' }}>{text.caption}</caption>
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
            : Array.from({ length: placeholders }, (_, index) => (
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

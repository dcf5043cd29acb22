// The old items, each with its box.
import { Skeleton } from '../../../../components/skeleton';
import { useFormat } from '../../../../components/reader';
import { BOX, CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../../../components/table-style';
import { fill } from '../../../../format';
import { killOffer } from '../../../../messages/project-kill-offer';
import { ItemName } from '../../item-name';
import { PageBox } from '../../many/page-box';
import { isChosen, type Choice } from './choice';
import type { OldItem } from './old-items';

const text = killOffer.table;

interface OldTableProps {
  /** Null: placeholders stand in for the rows. */
  rows: readonly OldItem[] | null;
  choice: Choice;
  onChoose: (ids: readonly string[], on: boolean) => void;
}

/** Whether all, some or none of a page is chosen. */
function chosenOf(rows: readonly OldItem[], choice: Choice): 'all' | 'some' | 'none' {
  const count = rows.filter(({ id }) => isChosen(choice, id)).length;
  if (count === rows.length) return 'all';
  return count > 0 ? 'some' : 'none';
}

export function OldTable({ rows, choice, onChoose }: OldTableProps) {
  const format = useFormat();
  return (
    <table aria-busy={rows === null} style={TABLE}>
      <caption style={CAPTION}>{text.caption}</caption>
      <thead style={PLAIN}>
        <tr>
          <th scope="col" style={{ ...HEAD, width: '32px' }}>
            {rows ? (
              <PageBox
                label={text.page}
                chosen={chosenOf(rows, choice)}
                onChoose={(on) =>
                  onChoose(
                    rows.map(({ id }) => id),
                    on,
                  )
                }
              />
            ) : null}
          </th>
          <th scope="col" style={HEAD}>
            {text.item}
          </th>
          <th scope="col" style={{ ...HEAD, width: '24%' }}>
            {text.status}
          </th>
          <th scope="col" style={{ ...HEAD, width: '24%' }}>
            {text.created}
          </th>
        </tr>
      </thead>
      <tbody style={PLAIN}>
        {rows
          ? rows.map(({ id, key, summary, status, created }) => (
              <tr key={id}>
                <td style={CELL}>
                  <input
                    type="checkbox"
                    aria-label={fill(text.choose, { key })}
                    checked={isChosen(choice, id)}
                    onChange={(event) => onChoose([id], event.target.checked)}
                    style={BOX}
                  />
                </td>
                <th scope="row" style={CELL}>
                  <ItemName itemKey={key} summary={summary} />
                </th>
                <td style={CELL}>{status}</td>
                <td style={CELL}>{format.day(new Date(created).toISOString().slice(0, 10))}</td>
              </tr>
            ))
          : Array.from({ length: 5 }, (_, index) => (
              <tr key={index}>
                <td colSpan={4} style={CELL}>
                  <Skeleton height="38px" />
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  );
}

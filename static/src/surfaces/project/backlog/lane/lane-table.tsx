// The rows of the lane, with a checkbox each.
import { useState } from 'react';
import { Skeleton } from '../../../../components/skeleton';
import { VisuallyHidden } from '../../../../components/live-region';
import { CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../../../components/table-style';
import { lane as text } from '../../../../messages/project-lane';
import { PageBox } from '../../many/page-box';
import { useNarrow } from '../../use-narrow';
import type { KeyAct } from './keys';
import type { LaneItem, Sentences } from './lane-item';
import { LaneRow } from './lane-row';
import type { StepOutcome } from './lane-run';
import type { LaneOrder } from './lane-search';
import { between, chosenOf, type Selection } from './selection';

const WIDTHS = { item: '36%', state: '22%', parent: '28%', age: '14%' } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];
/** Parent and age stand with the item then. */
const NARROW: readonly Column[] = ['item', 'state'];
const NARROW_WIDTHS: Partial<Record<Column, string>> = { item: '62%', state: '38%' };

interface LaneTableProps {
  /** Null: placeholders stand in for the rows. */
  rows: readonly LaneItem[] | null;
  placeholders: number;
  order: LaneOrder;
  sentences: Sentences;
  selection: Selection;
  outcome: (itemId: string) => StepOutcome | undefined;
  onChoose: (items: readonly LaneItem[], on: boolean) => void;
  onKey: (act: Exclude<KeyAct, 'next' | 'previous'>) => void;
}

export function LaneTable(props: LaneTableProps) {
  const { rows, placeholders, order, sentences, selection, outcome, onChoose, onKey } = props;
  const { place, narrow } = useNarrow(480);
  const columns = narrow ? NARROW : COLUMNS;
  const widths = narrow ? NARROW_WIDTHS : WIDTHS;
  const [last, setLast] = useState<string | null>(null);
  const choose = (item: LaneItem, on: boolean, range: boolean) => {
    onChoose(range && rows ? between(rows, last, item.id) : [item], on);
    setLast(item.id);
  };
  return (
    <div ref={place}>
      <table aria-busy={rows === null} style={TABLE}>
        <caption style={CAPTION}>{text.order[order]}</caption>
        <thead style={PLAIN}>
          <tr>
            <th scope="col" style={{ ...HEAD, width: '32px' }}>
              {rows ? (
                <PageBox
                  label={text.choosePage}
                  chosen={chosenOf(rows, selection)}
                  onChoose={(on) => onChoose(rows, on)}
                />
              ) : (
                <VisuallyHidden>{text.choosePage}</VisuallyHidden>
              )}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col" style={{ ...HEAD, width: widths[name] }}>
                {text.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows
            ? rows.map((item) => (
                <LaneRow
                  key={item.id}
                  item={item}
                  outcome={outcome(item.id)}
                  sentences={sentences}
                  narrow={narrow}
                  chosen={selection.has(item.id)}
                  onChoose={choose}
                  onKey={onKey}
                />
              ))
            : Array.from({ length: placeholders }, (_, index) => (
                <tr key={index}>
                  <td colSpan={columns.length + 1} style={CELL}>
                    <Skeleton height="38px" />
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

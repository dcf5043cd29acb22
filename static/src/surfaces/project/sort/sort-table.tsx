// The rows of the table, with a checkbox each.
import { useState } from 'react';
import { Skeleton } from '../../../components/skeleton';
import { CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../../components/table-style';
import { sortTable } from '../../../messages/project-sort-table';
import { PageBox } from '../many/page-box';
import { between, chosenOf, type Selection } from '../many/selection';
import { useNarrow } from '../use-narrow';
import type { SortItem } from './sort-item';
import { SortRow, type SortRowProps } from './sort-row';

const text = sortTable.table;

const WIDTHS = { item: '38%', suggestion: '24%', parent: '24%', closed: '14%' } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];
const NARROW: readonly Column[] = ['item', 'suggestion'];
const NARROW_WIDTHS: Partial<Record<Column, string>> = { item: '60%', suggestion: '40%' };

interface SortTableProps extends Pick<SortRowProps, 'onKey'> {
  rows: readonly SortItem[];
  /** Rows that are still to be read. */
  placeholders: number;
  selection: Selection<SortItem>;
  isOpen: (item: SortItem) => boolean;
  stateOf: (item: SortItem) => string;
  /** Whether a look at the item may show something else. */
  isStale: (item: SortItem) => boolean;
  looking: ReadonlySet<string>;
  onLook: (item: SortItem) => void;
  onChoose: (items: readonly SortItem[], on: boolean) => void;
}

export function SortTable(props: SortTableProps) {
  const { rows, placeholders, selection, isOpen, stateOf, onChoose, onKey } = props;
  const { isStale, looking, onLook } = props;
  const { place, narrow } = useNarrow(560);
  const columns = narrow ? NARROW : COLUMNS;
  const widths = narrow ? NARROW_WIDTHS : WIDTHS;
  const [last, setLast] = useState<string | null>(null);
  const choose: SortRowProps['onChoose'] = (item, on, range) => {
    onChoose(range ? between(rows, last, item.id) : [item], on);
    setLast(item.id);
  };
  return (
    <div ref={place}>
      <table aria-busy={placeholders > 0} style={TABLE}>
        <caption style={CAPTION}>{text.caption}</caption>
        <thead style={PLAIN}>
          <tr>
            <th scope="col" style={{ ...HEAD, width: '32px' }}>
              <PageBox
                label={text.choosePage}
                chosen={chosenOf(rows, selection, isOpen)}
                onChoose={(on) => onChoose(rows, on)}
              />
            </th>
            {columns.map((name) => (
              <th key={name} scope="col" style={{ ...HEAD, width: widths[name] }}>
                {text.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows.map((item) => (
            <SortRow
              key={item.id}
              item={item}
              state={stateOf(item)}
              look={isStale(item) ? { isLooking: looking.has(item.id), onLook } : null}
              narrow={narrow}
              chosen={selection.has(item.id)}
              open={isOpen(item)}
              onChoose={choose}
              onKey={onKey}
            />
          ))}
          {Array.from({ length: placeholders }, (_, index) => (
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

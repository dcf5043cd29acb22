// Back and forward through the table.
import { Button } from '../../../components/button';
import { Inline } from '../../../components/layout';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { common } from '../../../messages/common';
import { sortTable } from '../../../messages/project-sort-table';
import { ROWS_A_PAGE } from './use-list';

const text = sortTable.table;

interface TablePagerProps {
  page: number;
  /** Rows of this page; 0 while it is being read. */
  rows: number;
  total: number;
  hasNext: boolean;
  goTo: (page: number) => void;
}

export function TablePager({ page, rows, total, hasNext, goTo }: TablePagerProps) {
  const format = useFormat();
  if (page === 0 && !hasNext) return null;
  const first = page * ROWS_A_PAGE + 1;
  const last = first + rows - 1;
  const range = {
    first: format.number(first),
    last: format.number(last),
    // A count may lag behind the list that is shown.
    count: format.number(Math.max(total, last)),
  };
  return (
    <nav aria-label={text.pages}>
      <Inline space="space.100">
        <Button spacing="compact" isDisabled={page === 0} onClick={() => goTo(page - 1)}>
          {text.previous}
        </Button>
        <Button spacing="compact" isDisabled={!hasNext} onClick={() => goTo(page + 1)}>
          {text.next}
        </Button>
        <span role="status" style={SMALL}>
          {rows === 0 ? common.loading : fill(text.range, range)}
        </span>
      </Inline>
    </nav>
  );
}

// Back and forward through a list.
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { Inline } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { common } from '../../messages/common';
import { pager as text } from '../../messages/project-pager';

interface ListPagerProps {
  /** Says which list it is. */
  label: string;
  /** The first page is 0. */
  page: number;
  /** Rows on the pages before. */
  rowsBefore: number;
  /** Rows on this page; null while it is being read. */
  rows: number | null;
  /** How many there are in all; null while that is not known. */
  total: number | null;
  hasNext: boolean;
  goTo: (page: number) => void;
}

/** Nothing is drawn for a list of one page. */
export function ListPager(props: ListPagerProps) {
  const { label, page, rowsBefore, rows, total, hasNext, goTo } = props;
  const format = useFormat();
  if (page === 0 && !hasNext) return null;
  const first = rowsBefore + 1;
  const last = rowsBefore + (rows ?? 0);
  const range = {
    first: format.number(first),
    last: format.number(last),
    // A count may lag behind the list that is shown.
    count: format.number(Math.max(total ?? 0, last)),
  };
  const shown = fill(total === null ? text.rangeOpen : text.range, range);
  return (
    <nav aria-label={label}>
      <Inline space="space.100">
        <Button spacing="compact" isDisabled={page === 0} onClick={() => goTo(page - 1)}>
          {text.previous}
        </Button>
        <Button spacing="compact" isDisabled={!hasNext} onClick={() => goTo(page + 1)}>
          {text.next}
        </Button>
        <span role="status" style={SMALL}>
          {rows === null ? common.loading : rows === 0 ? null : shown}
        </span>
      </Inline>
    </nav>
  );
}

// Back and forward through a list of the kill tab.
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { common } from '../../../messages/common';

interface ListPagerProps {
  words: Record<'pages' | 'previous' | 'next' | 'range' | 'rangeOpen', string>;
  size: number;
  page: number;
  /** Rows on this page; null while it is being read. */
  rows: number | null;
  /** How many there are in all; null while that is not known. */
  total: number | null;
  hasNext: boolean;
  goTo: (page: number) => void;
}

export function ListPager({ words, size, page, rows, total, hasNext, goTo }: ListPagerProps) {
  const format = useFormat();
  if (page === 0 && !hasNext) return null;
  const first = page * size + 1;
  const last = first + (rows ?? 0) - 1;
  const range = {
    first: format.number(first),
    last: format.number(last),
    // A count may lag behind the list that is shown.
    count: format.number(Math.max(total ?? 0, last)),
  };
  return (
    <nav aria-label={words.pages}>
      <Inline space="space.100">
        <Button spacing="compact" isDisabled={page === 0} onClick={() => goTo(page - 1)}>
          {words.previous}
        </Button>
        <Button spacing="compact" isDisabled={!hasNext} onClick={() => goTo(page + 1)}>
          {words.next}
        </Button>
        <span role="status" style={SMALL}>
          {rows === null
            ? common.loading
            : fill(total === null ? words.rangeOpen : words.range, range)}
        </span>
      </Inline>
    </nav>
  );
}

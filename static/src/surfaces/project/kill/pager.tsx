// Back and forward through the kill list.
import Button from '@atlaskit/button/new';
import { Inline, Text } from '@atlaskit/primitives/compiled';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { ROWS_A_PAGE } from '../gather/kill-list';

const text = messages.project.kill;

interface PagerProps {
  page: number;
  /** Rows on this page; 0 while it is being read. */
  rows: number;
  /** How many there are in all; null while that is not counted. */
  total: number | null;
  hasNext: boolean;
  goTo: (page: number) => void;
}

export function Pager({ page, rows, total, hasNext, goTo }: PagerProps) {
  const format = useFormat();
  if (page === 0 && !hasNext) return null;
  const first = page * ROWS_A_PAGE + 1;
  const last = first + rows - 1;
  const range = {
    first: format.number(first),
    last: format.number(last),
    // A count may lag behind the list that is shown.
    count: format.number(Math.max(total ?? 0, last)),
  };
  return (
    <nav aria-label={text.pages}>
      <Inline space="space.100" alignBlock="center">
        <Button spacing="compact" isDisabled={page === 0} onClick={() => goTo(page - 1)}>
          {text.previous}
        </Button>
        <Button spacing="compact" isDisabled={!hasNext} onClick={() => goTo(page + 1)}>
          {text.next20}
        </Button>
        <span role="status">
          <Text size="small" color="color.text.subtle">
            {rows === 0
              ? messages.loading
              : fill(total === null ? text.rangeOpen : text.range, range)}
          </Text>
        </span>
      </Inline>
    </nav>
  );
}

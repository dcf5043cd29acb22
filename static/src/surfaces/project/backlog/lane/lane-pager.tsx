// Back and forward through the lane.
import Button from '@atlaskit/button/new';
import { Inline, Text } from '@atlaskit/primitives/compiled';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { common } from '../../../../messages/common';
import { lane as text } from '../../../../messages/project-lane';

interface LanePagerProps {
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

export function LanePager({ page, rowsBefore, rows, total, hasNext, goTo }: LanePagerProps) {
  const format = useFormat();
  if (page === 0 && !hasNext) return null;
  const first = rowsBefore + 1;
  const last = first + (rows ?? 0) - 1;
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
          {text.next}
        </Button>
        <span role="status">
          <Text size="small" color="color.text.subtle">
            {rows === null ? common.loading : null}
            {rows === null || rows === 0
              ? null
              : fill(total === null ? text.rangeOpen : text.range, range)}
          </Text>
        </span>
      </Inline>
    </nav>
  );
}
